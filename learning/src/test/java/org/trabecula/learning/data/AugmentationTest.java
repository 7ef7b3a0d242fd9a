package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.View;

class AugmentationTest {
  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameRandomNumbersGiveTheSameVariation(long seed) {
    Example example = DrawnFilms.example(3);
    assertThat(vary(example, seed)).isEqualTo(vary(example, seed));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void imageAndTruthMoveTogether(long seed) {
    AugmentationSettings moving =
        new AugmentationSettings(8, 0.05, 15, 15, 30, 0, 0, 0, 0, 0.5, 0, 0, 6, 0.5, 0);
    boneIsBright(moving, seed);
  }

  /** Uncut, for a film that is cut to its boxes has them at its median. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void imageAndTruthStayTogetherWhereTheCrestsSlide(long seed) {
    boneIsBright(
        new AugmentationSettings(8, 0.05, 15, 15, 30, 0, 0, 0, 0, 0.5, 0, 0, 6, 0, 14), seed);
  }

  private static void boneIsBright(AugmentationSettings moving, long seed) {
    Example varied = Augmentation.vary(DrawnFilms.example(5), moving, new SplittableRandom(seed));
    int agree = 0;
    int inside = 0;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        boolean bone = (varied.flags(r, c) & 0x0F) != 0;
        float sample = varied.sample(2 * r, 2 * c);
        if (bone) {
          inside++;
          agree += sample > 0.1 ? 1 : 0;
        }
      }
    }
    assertThat(inside).isGreaterThan(1500);
    assertThat((double) agree / inside).isGreaterThan(0.95);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void metalAndFieldMoveWithTheImage(long seed) {
    AugmentationSettings moving =
        new AugmentationSettings(4, 0.02, 9, 9, 55, 0, 0, 0, 0.5, 0, 0, 0, 4, 0, 0);
    Example varied = Augmentation.vary(DrawnFilms.withMetal(5), moving, new SplittableRandom(seed));
    int metal = 0;
    int bright = 0;
    int agree = 0;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        float sample = varied.sample(2 * r, 2 * c);
        boolean inField = (varied.flags(r, c) & Example.IN_FIELD) != 0;
        agree += inField == (sample != 0) ? 1 : 0;
        if ((varied.flags(r, c) & Example.METAL) != 0) {
          metal++;
          bright += sample > 2 ? 1 : 0;
        }
      }
    }
    assertThat(metal).isBetween(80, 112);
    assertThat((double) bright / metal).isGreaterThan(0.8);
    assertThat((double) agree / Example.HALF_PIXELS).isGreaterThan(0.98);
  }

  /** A spine's mirror image is a spine; a right hip's is a left one, which no network is asked. */
  @Test
  void halfOfAllSpinesAreMirroredAndHipsHardlyEver() {
    assertThat(AugmentationSettings.of(View.LUMBAR_AP).mirror()).isEqualTo(0.5);
    assertThat(AugmentationSettings.of(View.HIP_AP)).isEqualTo(AugmentationSettings.STANDARD);
    assertThat(AugmentationSettings.of(View.LUMBAR_AP).mirroring(0.05))
        .isEqualTo(AugmentationSettings.STANDARD);
  }

  @Test
  void alongTheBodyAFilmLiesAnywhere() {
    AugmentationSettings shifting =
        new AugmentationSettings(0, 0, 9, 9, 55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    int films = 400;
    int far = 0;
    int aside = 0;
    for (long seed = 0; seed < films; seed++) {
      Example varied =
          Augmentation.vary(DrawnFilms.withMetal(5), shifting, new SplittableRandom(seed));
      double[] centre = metalCentre(varied);
      // The bar's centre is at row 47.5, column 48.5 of 3 mm.
      far += Math.abs(centre[0] - 47.5) * 3 > 30 ? 1 : 0;
      aside += Math.abs(centre[1] - 48.5) * 3 > 30 ? 1 : 0;
    }
    // Half the films are uniform within 55 mm, of which 45 % are beyond 30: 23 %, +- 2 %.
    assertThat((double) far / films).isBetween(0.16, 0.29);
    assertThat(aside).isLessThan(5);
  }

  private static double[] metalCentre(Example example) {
    double rows = 0;
    double columns = 0;
    int count = 0;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        if ((example.flags(r, c) & Example.METAL) != 0) {
          rows += r;
          columns += c;
          count++;
        }
      }
    }
    return new double[] {rows / count, columns / count};
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void samplesStayNearTheirRange(long seed) {
    Example varied = vary(DrawnFilms.example(2), seed);
    for (float sample : varied.image()) {
      assertThat(Math.abs((double) sample)).isLessThan(CanonicalView.LIMIT + 1);
    }
  }

  @Test
  void densitiesAreNeverChanged() {
    Example example = DrawnFilms.example(4);
    Example varied = vary(example, 9);
    for (org.trabecula.densitometry.Site site : org.trabecula.densitometry.Site.values()) {
      assertThat(varied.known(site)).isEqualTo(example.known(site));
      if (example.known(site)) {
        assertThat(varied.density(site)).isEqualTo(example.density(site));
      }
    }
  }

  @Test
  void withoutAVariationNothingChanges() {
    Example example = DrawnFilms.example(1);
    assertThat(Augmentation.vary(example, AugmentationSettings.NONE, new SplittableRandom(1)))
        .isEqualTo(example);
  }

  @Test
  void theWarpThatDoesNothingKeepsImageAndMap() {
    Example example = DrawnFilms.example(6);
    Warp still = new Warp(1, 0, 0, 0, 1, Curve.STRAIGHT);
    float[] image = still.image(example.image());
    assertThat((double) image[100 * 192 + 90]).isCloseTo(example.sample(100, 90), within(1e-6));
    assertThat(still.truth(example.truth()).map).isEqualTo(example.truth().map);
    assertThat(still.truth(example.truth()).flags).isEqualTo(example.truth().flags);
  }

  @Test
  void fourQuarterTurnsAreNone() {
    Example square = DrawnFilms.example(7);
    Example turned = Turned.of(Turned.of(square, 2), 2);
    assertThat(turned.sample(120, 90)).isEqualTo(square.sample(120, 90));
    assertThat(Turned.of(square, 1).sample(128, 96)).isEqualTo(square.sample(127, 96));
  }

  private static Example vary(Example example, long seed) {
    return Augmentation.vary(example, AugmentationSettings.STANDARD, new SplittableRandom(seed));
  }
}
