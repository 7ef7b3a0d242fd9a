package org.trabecula.learning.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.RegionMap;

class ErasureTest {
  @ParameterizedTest
  @EnumSource(View.class)
  void boneGoesAndWhatLiesFarStays(View view) {
    Sitting sitting = Sittings.tagged(view);
    Picture whole = Picture.of(sitting.film().image());
    Picture erased = Erasure.bone(whole, sitting.projection());
    RegionMap regions = sitting.projection().regions();
    int flags = Places.flags(view);
    double was = 0;
    double is = 0;
    int n = 0;
    for (int r = 0; r < whole.rows(); r++) {
      for (int c = 0; c < whole.columns(); c++) {
        if ((regions.at(r, c) & flags) != 0) {
          was += whole.at(r, c);
          is += erased.at(r, c);
          n++;
        }
      }
    }
    assertThat(n).isGreaterThan(100);
    assertThat(is).isLessThan(was);
    assertThat(erased.at(0, 0)).isEqualTo(whole.at(0, 0));
    assertThat(erased.at(whole.rows() - 1, 0)).isEqualTo(whole.at(whole.rows() - 1, 0));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void surroundingsGoAndRegionsStay(View view) {
    Sitting sitting = Sittings.tagged(view);
    Picture whole = Picture.of(sitting.film().image());
    Picture erased = Erasure.surroundings(whole, sitting.projection());
    RegionMap regions = sitting.projection().regions();
    int flags = Places.flags(view);
    for (int r = 0; r < whole.rows(); r++) {
      for (int c = 0; c < whole.columns(); c++) {
        if ((regions.at(r, c) & flags) != 0) {
          assertThat(erased.at(r, c)).isEqualTo(whole.at(r, c));
        }
      }
    }
    assertThat(erased.at(0, 0)).isEqualTo(erased.at(whole.rows() - 1, whole.columns() - 1));
  }
}
