package org.trabecula.validation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

class AccuracyTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /**
   * Newcombe 1998 (Statistics in Medicine 17:857), worked examples, score method; the same by scipy
   * 1.17 binomtest(...).proportion_ci(method="wilson").
   */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilsonsIntervalIsThatOfNewcombe(int successes, int trials, double low, double high) {
    Estimate share = Proportion.wilson(successes, trials, 0.95);
    assertThat(share.low()).isCloseTo(low, within(5.1e-5));
    assertThat(share.high()).isCloseTo(high, within(5.1e-5));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void wilsonsIntervalIsMirroredWithTheShare(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int trials = random.nextInt(1, 300);
    int successes = random.nextInt(trials + 1);
    Estimate share = Proportion.wilson(successes, trials, 0.9);
    Estimate rest = Proportion.wilson(trials - successes, trials, 0.9);
    assertThat(rest.low()).isCloseTo(1 - share.high(), within(1e-12));
    assertThat(share.holds(share.value())).isTrue();
    assertThat(share.low()).isNotNegative();
  }

  /** The ends solve (p - share)² = z² p (1 - p) / n, which is how Wilson defines them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void wilsonsEndsSolveTheScoreEquation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int trials = random.nextInt(5, 300);
    int successes = random.nextInt(1, trials);
    Estimate share = Proportion.wilson(successes, trials, 0.95);
    double z2 = 3.8414588206941227;
    for (double p : new double[] {share.low(), share.high()}) {
      double off = p - share.value();
      assertThat(off * off).isCloseTo(z2 * p * (1 - p) / trials, within(1e-12));
    }
  }

  @Test
  void countsOutsideTheTrialsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.wilson(3, 2, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.wilson(0, 0, 0.95));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proportion.wilson(1, 2, 95))
        .withMessageContaining("level is 95.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Confusion(1, -1, 0, 0));
  }

  @Test
  void theFourFoldTableCountsTruthAndTest() {
    PairedValues scores =
        PairedValues.of(
            new double[] {-1.5, -1.5, -0.5, -0.5, -0.5, 0}, new double[] {-2, 0, -2, 0, 0, -1.0});
    Confusion table = Confusion.of(scores, score -> score < -1);
    assertThat(table).isEqualTo(new Confusion(1, 1, 1, 3));
    assertThat(table.size()).isEqualTo(6);
    assertThat(table.sensitivity(0.95).known().orElseThrow().value()).isEqualTo(0.5);
    assertThat(table.specificity(0.95).known().orElseThrow().value()).isEqualTo(0.75);
    assertThat(table.positivePredictiveValue(0.95).known().orElseThrow().value()).isEqualTo(0.5);
    assertThat(table.negativePredictiveValue(0.95).known().orElseThrow().value()).isEqualTo(0.75);
  }

  @Test
  void withoutAPositiveThereIsNoSensitivity() {
    Confusion healthy = new Confusion(0, 0, 0, 5);
    assertThat(healthy.sensitivity(0.95))
        .isEqualTo(Statistic.undefined("nobody is positive in truth"));
    assertThat(healthy.positivePredictiveValue(0.95).known()).isEmpty();
    assertThat(healthy.specificity(0.95).known()).isPresent();
    assertThat(new Confusion(3, 0, 0, 0).specificity(0.95).text(2))
        .isEqualTo("undefined: nobody is negative in truth");
  }

  /**
   * Hanley and McNeil 1982 (doi:10.1148/radiology.143.1.7063747), table I: ratings 1 to 5 of 58
   * healthy and 51 diseased; the paper prints an area of 0.893. DeLong's error by numpy over all 51
   * x 58 comparisons.
   */
  @Test
  void theAreaOfHanleyAndMcNeil() {
    double[] healthy = ratings(33, 6, 6, 11, 2);
    double[] diseased = ratings(3, 2, 2, 11, 33);
    Estimate area = RocArea.of(diseased, healthy, 0.95).known().orElseThrow();
    assertThat(area.value()).isCloseTo(0.8931710615280595, within(1e-12));
    assertThat(area.low()).isCloseTo(0.8329523276581718, within(1e-12));
    assertThat(area.high()).isCloseTo(0.9533897953979471, within(1e-12));
  }

  private static double[] ratings(int... counts) {
    double[] ratings = new double[Arrays.stream(counts).sum()];
    int filled = 0;
    for (int rating = 0; rating < counts.length; rating++) {
      Arrays.fill(ratings, filled, filled + counts[rating], rating + 1);
      filled += counts[rating];
    }
    return ratings;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void swappingTheGroupsMirrorsTheArea(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] a = random.ints(17, 0, 9).asDoubleStream().toArray();
    double[] b = random.ints(23, 2, 12).asDoubleStream().toArray();
    Estimate forth = RocArea.of(a, b, 0.95).known().orElseThrow();
    Estimate back = RocArea.of(b, a, 0.95).known().orElseThrow();
    assertThat(forth.value() + back.value()).isCloseTo(1, within(1e-12));
    assertThat(forth.low() + back.high()).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAreaIsTheShareOfPairsInOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] diseased = random.ints(14, 0, 9).asDoubleStream().toArray();
    double[] healthy = random.ints(11, 0, 8).asDoubleStream().toArray();
    double sum = 0;
    for (double d : diseased) {
      for (double h : healthy) {
        sum += d > h ? 1 : d == h ? 0.5 : 0;
      }
    }
    assertThat(RocArea.of(diseased, healthy, 0.95).known().orElseThrow().value())
        .isCloseTo(sum / (14 * 11), within(1e-12));
  }

  @Test
  void aPerfectTestStillHasAnInterval() {
    Estimate area =
        RocArea.of(new double[] {3, 4, 5}, new double[] {0, 1, 2, 2}, 0.95).known().orElseThrow();
    assertThat(area.value()).isEqualTo(1);
    // Wilson for 3 of 3: n / (n + z²).
    assertThat(area.low()).isCloseTo(3 / (3 + 3.8414588206941227), within(1e-12));
    assertThat(area.high()).isEqualTo(1);
    Estimate worst =
        RocArea.of(new double[] {0, 1}, new double[] {5, 6}, 0.95).known().orElseThrow();
    assertThat(worst.value()).isZero();
    assertThat(worst.high()).isGreaterThan(0.5);
  }

  @Test
  void oneClassHasNoArea() {
    assertThat(RocArea.of(new double[0], new double[] {1, 2}, 0.95))
        .isEqualTo(Statistic.undefined("fewer than two subjects in a group"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocArea.of(new double[] {Double.NaN, 1}, new double[] {1, 2}, 0.95))
        .withMessageContaining("diseased holds NaN");
  }

  @Test
  void aFigureIsPrintedWithItsInterval() {
    Estimate figure = new Estimate(0.0612, 0.0571, 0.0654, 0.95);
    assertThat(figure.text(3)).isEqualTo("0.061 (0.057 to 0.065)");
    assertThat(figure.times(-1)).isEqualTo(new Estimate(-0.0612, -0.0654, -0.0571, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 2, 0, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(Double.NaN, 0, 1, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> Statistic.undefined(" "));
  }
}
