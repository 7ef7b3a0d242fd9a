package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.StandardNormal;

class QuantilesTest {
  private static final double Z = 1.959963984540054;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @Test
  void theQuantilesAreThoseOfR() {
    Golden.assertSame(
        DoubleStream.of(1, 2, 16, 58.5, 1000).map(df -> Quantiles.student(0.95, df)).toArray(),
        "quantile.student");
    Golden.assertSame(
        DoubleStream.concat(
                DoubleStream.of(1, 5, 30).map(df -> Quantiles.chiSquared(0.025, df)),
                DoubleStream.of(1, 5, 30).map(df -> Quantiles.chiSquared(0.975, df)))
            .toArray(),
        "quantile.chisq");
    Golden.assertSame(
        new double[] {
          Quantiles.fisher(0.975, 59, 2.7),
          Quantiles.fisher(0.975, 2.7, 59),
          Quantiles.fisher(0.95, 10, 300.25)
        },
        "quantile.f");
    assertThat(Quantiles.normal(0.95)).isCloseTo(Z, within(1e-14));
  }

  @Test
  void offTheCentreTheyAreThoseOfR() {
    Golden.assertSame(
        new double[] {
          new NoncentralT(5, 1).cdf(2),
          new NoncentralT(16, 8).cdf(10),
          new NoncentralT(3, 0.5).cdf(-1),
          new NoncentralT(1, 2).cdf(3),
          new NoncentralT(200, 28).cdf(30)
        },
        "noncentral.cdf");
    Golden.assertSame(
        new double[] {
          new NoncentralT(16, Z * Math.sqrt(17)).quantile(0.025),
          new NoncentralT(16, Z * Math.sqrt(17)).quantile(0.975),
          new NoncentralT(1, Z * Math.sqrt(2)).quantile(0.975),
          new NoncentralT(59, -4).quantile(0.5)
        },
        "noncentral.quantile");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void atTheCentreItIsStudents(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int degrees = random.nextInt(1, 2000);
    double level = random.nextDouble(0.5, 0.99);
    NoncentralT central = new NoncentralT(degrees, 0);
    double t = Quantiles.student(level, degrees);
    assertThat(central.quantile(0.5 + level / 2)).isCloseTo(t, within(1e-10 * t));
    assertThat(central.quantile(0.5 - level / 2)).isCloseTo(-t, within(1e-10 * t));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itIsMirroredWithItsShiftAndTheQuantileUndoesTheShare(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int degrees = random.nextInt(1, 500);
    double shift = random.nextDouble(-30, 30);
    double p = random.nextDouble(0.01, 0.99);
    NoncentralT shifted = new NoncentralT(degrees, shift);
    double t = shifted.quantile(p);
    assertThat(shifted.cdf(t)).isCloseTo(p, within(1e-11));
    assertThat(new NoncentralT(degrees, -shift).cdf(-t)).isCloseTo(1 - p, within(1e-11));
  }

  @Test
  void ofManyDegreesItIsNormal() {
    NoncentralT wide = new NoncentralT(1_000_000, 2);
    assertThat(wide.cdf(3)).isCloseTo(StandardNormal.cdf(1), within(1e-5));
  }

  @Test
  void whatHasNoMeaningIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NoncentralT(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoncentralT(3, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoncentralT(3, 1).quantile(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoncentralT(3, 1).quantile(1));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.normal(1));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.student(0, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moments.variance(new double[] {1}))
        .withMessageContaining("1 values");
  }

  @Test
  void valuesThatDoNotVaryHaveExactlyNoVariance() {
    // The plain sum of three times 0.1 is not 0.3.
    double[] flat = {0.1, 0.1, 0.1};
    assertThat(Moments.mean(flat)).isEqualTo(0.1);
    assertThat(Moments.variance(flat)).isZero();
    assertThat(Moments.mean(new double[0])).isZero();
    assertThat(Moments.variance(new double[] {1, 3})).isEqualTo(2);
  }

  /** Closed forms: t of one and two degrees, χ² of one (z²) and two, F of one in one, two above. */
  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.1, 0.5, 0.8, 0.95, 0.99, 0.999})
  void closedFormsAreMet(double level) {
    double p = 0.5 + level / 2;
    assertClose(Quantiles.student(level, 1), Math.tan(Math.PI * level / 2), 1e-12);
    assertClose(Quantiles.student(level, 2), level * Math.sqrt(2 / (1 - level * level)), 1e-12);
    for (double share : new double[] {p, 1 - p}) {
      assertClose(Quantiles.chiSquared(share, 2), -2 * Math.log1p(-share), 1e-12);
      double z = Quantiles.normal(share);
      assertClose(Quantiles.chiSquared(share, 1), z * z, 1e-11);
      double half = Math.tan(Math.PI * share / 2);
      assertClose(Quantiles.fisher(share, 1, 1), half * half, 1e-9);
      for (double below : new double[] {1, 4, 57.5}) {
        double f = below / 2 * Math.expm1(-2 / below * Math.log1p(-share));
        assertClose(Quantiles.fisher(share, 2, below), f, 1e-11);
      }
    }
  }

  private static void assertClose(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theShareBelowRisesAlsoThroughZero(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double shift = random.nextDouble(-3, 3);
    NoncentralT shifted = new NoncentralT(random.nextInt(1, 60), shift);
    // At zero it is the share of the normal below -δ, whatever the scatter.
    assertThat(shifted.cdf(0)).isCloseTo(StandardNormal.cdf(-shift), within(1e-13));
    assertThat(shifted.cdf(1e-9)).isCloseTo(shifted.cdf(0), within(1e-8));
    assertThat(shifted.cdf(-1e-9)).isCloseTo(shifted.cdf(0), within(1e-8));
    assertThat(shifted.cdf(1e-3)).isGreaterThan(shifted.cdf(-1e-3));
  }
}
