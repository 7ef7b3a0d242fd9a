package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.screening.ModelInput;

class SpoiledTest {
  static LongStream seeds() {
    return LongStream.range(0, 6);
  }

  @ParameterizedTest
  @EnumSource(ViewFaults.Kind.class)
  void theSameRandomNumbersGiveTheSameFaultAndLeaveTheFilm(ViewFaults.Kind kind) {
    Example film = DrawnFilms.example(1);
    Example spoiled = Spoiled.of(film, kind, new SplittableRandom(3));

    assertThat(spoiled).isEqualTo(Spoiled.of(film, kind, new SplittableRandom(3)));
    assertThat(film).isEqualTo(DrawnFilms.example(1));
    assertThat(spoiled.image()).isNotEqualTo(film.image());
    assertThat(spoiled.regionsKnown()).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsStarvedIsMostlyNoise(long seed) {
    Example film = DrawnFilms.example(2);
    Example starved = Spoiled.of(film, ViewFaults.Kind.STARVED, new SplittableRandom(seed));
    assertThat(roughness(starved)).isGreaterThan(2 * roughness(film));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void solarisedFilmsTurnAPartOfTheGreyScaleOver(long seed) {
    Example film = ramp();
    float[] image = Spoiled.of(film, ViewFaults.Kind.SOLARISED, new SplittableRandom(seed)).image();
    int rises = 0;
    int falls = 0;
    for (int row = 20; row < 235; row++) {
      float step = image[(row + 1) * 192 + 90] - image[row * 192 + 90];
      rises += step > 0 ? 1 : 0;
      falls += step < 0 ? 1 : 0;
    }
    assertThat(rises).isBetween(60, 155);
    assertThat(falls).isBetween(60, 155);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatLiesOutsideTheFieldStaysOutside(long seed) {
    float[] image = DrawnFilms.example(3).image();
    Arrays.fill(image, 0, 40 * 192, 0);
    Example film = new Example(image, new float[ModelInput.COVARIATE_COUNT], new Example.Truth());
    for (ViewFaults.Kind kind :
        new ViewFaults.Kind[] {ViewFaults.Kind.STARVED, ViewFaults.Kind.SOLARISED}) {
      float[] spoiled = Spoiled.of(film, kind, new SplittableRandom(seed)).image();
      assertThat(Arrays.copyOf(spoiled, 40 * 192)).containsOnly(0);
    }
  }

  @Test
  void anEmptyFilmStaysEmpty() {
    Example empty =
        new Example(
            new float[ModelInput.IMAGE_SIZE],
            new float[ModelInput.COVARIATE_COUNT],
            new Example.Truth());
    for (ViewFaults.Kind kind : ViewFaults.Kind.values()) {
      assertThat(Spoiled.of(empty, kind, new SplittableRandom(1)).image()).containsOnly(0);
    }
  }

  @Test
  void faultsComeAsOftenAsTheirShares() {
    ViewFaults faults = new ViewFaults(0.1, 0.2, 0.05, 0.3);
    SplittableRandom random = new SplittableRandom(1);
    Map<ViewFaults.Kind, Integer> counts = new EnumMap<>(ViewFaults.Kind.class);
    int films = 20_000;
    for (int i = 0; i < films; i++) {
      faults.draw(random).ifPresent(kind -> counts.merge(kind, 1, Integer::sum));
    }
    double[] shares = {0.1, 0.2, 0.05, 0.3};
    for (ViewFaults.Kind kind : ViewFaults.Kind.values()) {
      assertThat(counts.getOrDefault(kind, 0) / (double) films)
          .isCloseTo(shares[kind.ordinal()], within(0.012));
    }
    assertThat(ViewFaults.NONE.draw(random)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new ViewFaults(0.5, 0.5, 0.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ViewFaults(-0.1, 0.5, 0.1, 0));
  }

  private static Example ramp() {
    float[] image = new float[ModelInput.IMAGE_SIZE];
    for (int i = 0; i < image.length; i++) {
      image[i] = (i / 192 - 127.3f) / 100;
    }
    return new Example(image, new float[ModelInput.COVARIATE_COUNT], new Example.Truth());
  }

  /** Mean size of the steps between neighbours in a row. */
  private static double roughness(Example example) {
    double sum = 0;
    for (int row = 0; row < 256; row++) {
      for (int column = 0; column < 60; column++) {
        sum += Math.abs(example.sample(row, column + 1) - example.sample(row, column));
      }
    }
    return sum / (256 * 60);
  }
}
