package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ModelInput;

class BatchesTest {
  @Test
  void masksFollowTheFlagsRegionByRegion() {
    Example example = DrawnFilms.example(1);
    Batch batch = Batches.density(List.of(example), DensityModel.LUMBAR_REGIONS);
    float[] masks = batch.get("regions");
    for (int region = 0; region < 4; region++) {
      // Box number `region` has its centre in row 16 + 32 * region of the half-size grid.
      int centre = (16 + 32 * region) * Example.HALF_COLUMNS + 48;
      assertThat(masks[region * Example.HALF_PIXELS + centre]).isEqualTo(1);
      assertThat(masks[(region + 1) % 4 * Example.HALF_PIXELS + centre]).isZero();
    }
  }

  @Test
  void whatIsUnknownHasNoWeight() {
    Example nothing =
        new Example(
            new float[ModelInput.IMAGE_SIZE],
            new float[ModelInput.COVARIATE_COUNT],
            new Example.Truth());
    Batch batch = Batches.density(List.of(nothing), DensityModel.HIP_REGIONS);
    assertThat(batch.get("map.weight")).containsOnly(0);
    assertThat(batch.get("region.weight")).containsOnly(0);
    assertThat(batch.get("density.known")).containsOnly(0);
  }

  @Test
  void metalIsATruthOfItsOwnAndHidesTheMineral() {
    Example example = DrawnFilms.withMetal(1);
    Batch batch = Batches.density(List.of(example), DensityModel.LUMBAR_REGIONS);
    int behind = 48 * Example.HALF_COLUMNS + 48;
    int beside = 48 * Example.HALF_COLUMNS + 40;
    assertThat(batch.get("metal")[behind]).isEqualTo(1);
    assertThat(batch.get("metal")[beside]).isZero();
    assertThat(batch.get("map.weight")[behind]).isZero();
    assertThat(batch.get("map.weight")[beside]).isPositive();
    assertThat(batch.get("regions")[Example.HALF_PIXELS + behind]).isEqualTo(1);
  }

  @Test
  void aSiteOutOfViewCountsLess() {
    Batch batch = Batches.density(List.of(DrawnFilms.example(1)), DensityModel.HIP_REGIONS);
    float[] known = batch.get("density.known");
    assertThat(known[Site.L1.ordinal()]).isEqualTo(0.25f);
    assertThat(known[Site.TOTAL_HIP.ordinal()]).isZero();
  }

  @Test
  void mineralIsInGramsInABatch() {
    Example example = DrawnFilms.example(1);
    Batch batch = Batches.density(List.of(example), DensityModel.LUMBAR_REGIONS);
    int centre = 16 * Example.HALF_COLUMNS + 48;
    assertThat(batch.get("map")[centre]).isEqualTo(example.mineral(16, 48) / 1000f);
  }

  @Test
  void flagsAreThoseOfTheManifest() {
    assertThat(Batches.flag(Site.L1)).isEqualTo(1);
    assertThat(Batches.flag(Site.TOTAL_HIP)).isEqualTo(64);
    assertThatThrownBy(() -> Batches.flag(Site.L1_L4)).hasMessageContaining("no region");
  }
}
