package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttenuationTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Golden value: xraylib 4.0. The others are in {@link AttenuationTableTest}. */
  @ParameterizedTest
  @CsvSource("TUNGSTEN, 60, 3.713")
  void tabulatedValuesAreMetWithinAThousandth(Substance substance, double kev, double expected) {
    assertThat(Attenuation.massCoefficient(substance, kev))
        .isCloseTo(expected, withPercentage(0.1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoSlabsAttenuateLikeOneOfTheirSum(long seed) {
    var random = new SplittableRandom(seed);
    double a = random.nextDouble(0, 5);
    double b = random.nextDouble(0, 5);
    double kev = random.nextDouble(20, 120);
    for (Substance substance : Substance.values()) {
      double product =
          Attenuation.transmission(substance, a, kev) * Attenuation.transmission(substance, b, kev);
      assertThat(Attenuation.transmission(substance, a + b, kev))
          .isCloseTo(product, withPercentage(1e-6))
          .isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Substance.class,
      names = {"CAESIUM_IODIDE", "TUNGSTEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void attenuationFallsWithEnergyWhereThereIsNoEdge(Substance substance) {
    for (double kev = 10; kev < 149; kev += 0.5) {
      assertThat(Attenuation.massCoefficient(substance, kev + 0.5))
          .isLessThan(Attenuation.massCoefficient(substance, kev));
    }
  }

  @Test
  void attenuationJumpsUpAtTheEdges() {
    assertThat(jump(Substance.CAESIUM_IODIDE, 33.169)).isBetween(2.5, 3.5);
    assertThat(jump(Substance.CAESIUM_IODIDE, 35.98)).isBetween(1.5, 2.0);
    assertThat(jump(Substance.TUNGSTEN, 69.525)).isBetween(4.0, 4.6);
  }

  private static double jump(Substance substance, double kev) {
    return Attenuation.massCoefficient(substance, kev + 0.01)
        / Attenuation.massCoefficient(substance, kev - 0.01);
  }

  @Test
  void energiesOutsideTheTablesAreRefused() {
    assertThatThrownBy(() -> Attenuation.massCoefficient(Substance.WATER, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keV");
    assertThatThrownBy(() -> Attenuation.transmission(Substance.WATER, -1, 60))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Attenuation.transmission(Substance.WATER, Double.NaN, 60))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
