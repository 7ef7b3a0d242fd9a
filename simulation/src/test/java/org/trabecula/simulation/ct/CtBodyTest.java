package org.trabecula.simulation.ct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.Material;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;

/** A trunk of water on a table, with a stack of six bricks of bone. */
class CtBodyTest {
  private static final int ACROSS = 120;
  private static final int FRONT = 90;
  private static final int UP = 110;
  private static final double MM = 2.5;
  private static final int BONE_HU = 400;

  private final short[][] hu = new short[FRONT][ACROSS * UP];
  private final byte[][] labels = new byte[FRONT][ACROSS * UP];

  CtBodyTest() {
    for (short[] plane : hu) {
      Arrays.fill(plane, (short) -1000);
    }
    for (int k = 0; k < UP; k++) {
      // The table, a finger's breadth behind the back.
      put(5, 115, 4, 6, k, k + 1, 200, 0);
      put(10, 110, 12, 80, k, k + 1, 40, 0);
    }
    // L5 to T12: bricks of 40 x 30 x 25 mm, discs of 10 mm.
    for (int n = 0; n < 6; n++) {
      put(52, 68, 30, 42, 15 + 14 * n, 25 + 14 * n, BONE_HU, 27 + n);
    }
  }

  private void put(int a, int b, int c, int d, int e, int f, int value, int label) {
    for (int j = c; j < d; j++) {
      for (int k = e; k < f; k++) {
        for (int i = a; i < b; i++) {
          hu[j][k * ACROSS + i] = (short) value;
          labels[j][k * ACROSS + i] = (byte) label;
        }
      }
    }
  }

  private CtBody body() throws UnusableCtException {
    VoxelGrid grid = VoxelGrid.centred(ACROSS, FRONT, UP, MM);
    return CtBody.of(
        new CtVolume(grid, hu),
        new LabelVolume(grid, labels),
        HuCalibration.TYPICAL,
        Part.LUMBAR_SPINE);
  }

  @Test
  void densityIsThatOfTheBricks() throws UnusableCtException {
    CtBody body = body();
    // The threshold of bone leaves out the sharpening's negative rim: the content is a little high.
    // 30 mm of bone along the ray; at 2.5 mm the blurred edge adds to the area.
    double areal = 3.0 * HuCalibration.TYPICAL.mineral(BONE_HU);
    for (Site site : Site.VERTEBRAE) {
      assertThat(body.dxa().bmd(site)).as(site.label()).isCloseTo(areal, within(0.06 * areal));
      assertThat(body.dxa().at(site).contentG())
          .isCloseTo(areal * 4.0 * 2.5, within(0.025 * areal * 10));
    }
    assertThat(body.dxa().sites()).doesNotContain(Site.TOTAL_HIP).contains(Site.L1_L4);
    assertThat(body.thicknessCm()).isCloseTo(17, within(1.0));
  }

  @Test
  void theFilmShowsTheSameMassAndNoTable() throws UnusableCtException {
    CtBody body = body();
    Positioning positioning = body.fitted(Positioning.straight(View.LUMBAR_AP), 1);
    Projection film = body.project(positioning, 1, true);
    int middle = film.masses().columns() / 2;
    int row = film.masses().rows() / 2;
    double lean = film.masses().at(Material.LEAN, row, middle + 60);
    double fat = film.masses().at(Material.FAT, row, middle + 60);
    assertThat(lean + fat).isCloseTo(17 * 1.04, within(0.6));
    assertThat(film.masses().at(Material.LEAN, row, 2)).isZero();
    double seen = 0;
    for (int r = 0; r < film.regions().rows(); r++) {
      seen += film.regions().contains(Site.L3, r, middle) ? 1 : 0;
    }
    // From half a disc above to half a disc below.
    assertThat(seen / positioning.magnification()).isCloseTo(26, within(6.0));
    assertThat(positioning.fieldHeightMm()).isLessThan(UP * MM * positioning.magnification());
  }

  @Test
  void metalIsMetalAndHides() throws UnusableCtException {
    put(58, 60, 30, 42, 46, 50, 3071, 29);
    CtBody body = body();
    Projection film = body.project(body.fitted(Positioning.straight(View.LUMBAR_AP), 1), 1, true);
    float most = 0;
    for (float mass : film.masses().map(Material.METAL)) {
      most = Math.max(most, mass);
    }
    assertThat(most).isCloseTo(3f * 4.43f, within(4f));
    assertThat(film.regions().hidden(Site.L3)).isPositive();
    assertThat(film.regions().hidden(Site.L1)).isZero();
    assertThat(body.metalMm3()).isCloseTo(2 * 12 * 4 * MM * MM * MM, within(1e-6));
  }

  @Test
  void aMissingLabelAndAnotherGridAreSaidInOneSentence() {
    for (byte[] plane : labels) {
      for (int at = 0; at < plane.length; at++) {
        plane[at] = plane[at] == 30 ? 0 : plane[at];
      }
    }
    assertThatThrownBy(this::body)
        .isInstanceOf(UnusableCtException.class)
        .hasMessageContaining("no vertebra L2 (label 30");
    VoxelGrid grid = VoxelGrid.centred(ACROSS, FRONT, UP, MM);
    VoxelGrid moved = grid.around(grid.at(1, 0, 0));
    assertThatThrownBy(() ->
            CtBody.of(
                new CtVolume(grid, hu),
                new LabelVolume(moved, labels),
                HuCalibration.TYPICAL,
                Part.LUMBAR_SPINE))
        .isInstanceOf(UnusableCtException.class)
        .hasMessageContaining("another grid");
  }
}
