package org.trabecula.app.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.ct.CtBody;
import org.trabecula.simulation.ct.CtVolume;
import org.trabecula.simulation.ct.HuCalibration;
import org.trabecula.simulation.ct.LabelVolume;
import org.trabecula.simulation.ct.Part;
import org.trabecula.simulation.ct.UnusableCtException;
import org.trabecula.simulation.ct.files.CtFiles;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/** The worked example of docs/simulation-ct.md: a public abdomen-pelvis CT of 3 mm voxels. */
class RealCtTest {
  /** As first measured; a plausibility check, as no densitometer has seen this person. */
  private static final Map<Site, Double> DENSITIES =
      Map.of(Site.L1, 0.572, Site.L2, 0.659, Site.L3, 0.674, Site.L4, 0.676, Site.L1_L4, 0.648);

  private static CtVolume ct;
  private static LabelVolume labels;

  @BeforeAll
  static void read() throws IOException {
    Path folder = RealData.folder("ct-abdomen");
    ct = CtFiles.ct(folder.resolve("example_ct.nii.gz")).volume();
    labels = CtFiles.labels(folder.resolve("spine_report_labels.nii.gz"));
  }

  @Test
  void theSpineHasTheDensitiesOfTheWorkedExample() throws UnusableCtException {
    CtBody body = CtBody.of(ct, labels, HuCalibration.TYPICAL, Part.LUMBAR_SPINE);
    DENSITIES.forEach((site, density) ->
        assertThat(body.dxa().bmd(site)).as(site.label()).isCloseTo(density, within(0.002)));
  }

  @Test
  void theFilmShowsFourVertebraeInOrderAndNoMetalInThem() throws UnusableCtException {
    CtBody body = CtBody.of(ct, labels, HuCalibration.TYPICAL, Part.LUMBAR_SPINE);
    Projection film = body.project(body.fitted(Positioning.straight(View.LUMBAR_AP), 1), 1, true);
    RegionMap regions = film.regions();
    double above = -1;
    for (Site site : Site.VERTEBRAE) {
      double middle = middleRow(regions, site);
      assertThat(middle).as(site.label()).isGreaterThan(above);
      above = middle;
    }

    assertThat(body.metalMm3()).isPositive();
    assertThat(body.measuredMetalMm3()).isZero();
  }

  private static double middleRow(RegionMap regions, Site site) {
    double sum = 0;
    int pixels = 0;
    for (int row = 0; row < regions.rows(); row++) {
      for (int column = 0; column < regions.columns(); column++) {
        if (regions.contains(site, row, column)) {
          sum += row;
          pixels++;
        }
      }
    }
    assertThat(pixels).as(site.label()).isPositive();
    return sum / pixels;
  }

  @Test
  void theHipIsRefusedAsThisLabelMapHasNoFemur() {
    assertThatThrownBy(() -> CtBody.of(ct, labels, HuCalibration.TYPICAL, Part.RIGHT_HIP))
        .isInstanceOf(UnusableCtException.class)
        .hasMessage("The label map has no right femur (label 76 of TotalSegmentator).");
  }
}
