package org.trabecula.validation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Statistic;

/** Ranks, and areas whose difference is known by hand. */
class AreasTest {
  private static final double LEVEL = 0.9;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** R: {@code rank(c(10, 20, 20, 5, 0, -0, 20))}. */
  @Test
  void ranksAreThoseOfR() {
    assertThat(Ranks.midRanks(new double[] {10, 20, 20, 5, 0.0, -0.0, 20}))
        .containsExactly(4, 6, 6, 3, 1.5, 1.5, 6);
    assertThat(Ranks.midRanks(new double[0])).isEmpty();
  }

  /** Ranks are the number below, half the number alike, and one half. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ranksCountWhatIsBelow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.ints(random.nextInt(1, 60), -5, 6).asDoubleStream().toArray();
    double[] ranks = Ranks.midRanks(values);
    for (int i = 0; i < values.length; i++) {
      double own = values[i];
      double below = Arrays.stream(values).filter(v -> v < own).count();
      double alike = Arrays.stream(values).filter(v -> v == own).count();
      assertThat(ranks[i]).isEqualTo(below + alike / 2 + 0.5);
    }
  }

  /**
   * The error of DeLong et al. 1988 as they print it: S10/m + S01/n of the placements, counted pair
   * by pair, ties as one half.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIntervalIsThatOfAllComparisons(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] diseased = random.ints(random.nextInt(2, 30), 0, 9).asDoubleStream().toArray();
    double[] healthy = random.ints(random.nextInt(2, 30), -2, 7).asDoubleStream().toArray();
    double variance =
        variance(placements(diseased, healthy)) / diseased.length
            + variance(placements(healthy, diseased)) / healthy.length;
    Estimate area = RocArea.of(diseased, healthy, LEVEL).known().orElseThrow();
    if (area.value() < 1 && area.value() > 0) {
      double half = Quantiles.normal(LEVEL) * Math.sqrt(variance);
      assertThat(area.low()).isCloseTo(Math.max(0, area.value() - half), within(1e-12));
      assertThat(area.high()).isCloseTo(Math.min(1, area.value() + half), within(1e-12));
    }
  }

  private static double[] placements(double[] of, double[] among) {
    return Arrays.stream(of)
        .map(x ->
            Arrays.stream(among).map(y -> 0.5 + Math.signum(x - y) / 2).average().orElseThrow())
        .toArray();
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  private static ScoredSubjects interlaced(int each, boolean diseasedFirst) {
    double[] scores = new double[2 * each];
    boolean[] positive = new boolean[2 * each];
    for (int i = 0; i < each; i++) {
      positive[i] = true;
      scores[i] = 2 * i + (diseasedFirst ? 0 : 1);
      scores[each + i] = 2 * i + (diseasedFirst ? 1 : 0);
    }
    return ScoredSubjects.of(scores, positive);
  }

  /** Each of the diseased passes one of the healthy: the areas differ by 1/n, all alike. */
  @Test
  void aDifferenceThatAllShareHasNoStandardError() {
    for (int each = 2; each <= 60; each++) {
      RocDifference moved =
          RocDifference.of(interlaced(each, false), interlaced(each, true), LEVEL);
      assertThat(moved.difference())
          .as("%d of each kind", each)
          .isEqualTo(Statistic.undefined("the difference has no standard error"));
      assertThat(
              moved.first().known().orElseThrow().value()
                  - moved.second().known().orElseThrow().value())
          .isCloseTo(1.0 / each, within(1e-12));
      assertThat(moved.pValue()).isEqualTo(1);
    }
  }

  @Test
  void twoPerfectScoresDoNotDiffer() {
    boolean[] truths = {true, true, false, false};
    ScoredSubjects a = ScoredSubjects.of(new double[] {4, 3, 2, 1}, truths);
    ScoredSubjects b = ScoredSubjects.of(new double[] {9, 8, 0, 0}, truths);
    RocDifference none = RocDifference.of(a, b, LEVEL);
    assertThat(none.difference())
        .isEqualTo(Statistic.undefined("the difference has no standard error"));
    assertThat(none.pValue()).isEqualTo(1);
    assertThat(none.first().known().orElseThrow().value()).isEqualTo(1);
  }

  /** Two neighbours change places: of n² pairs, one turns round. Its error is √2/n². */
  @Test
  void onePairOfAMillionIsSeen() {
    int each = 1000;
    double[] scores = new double[2 * each];
    boolean[] positive = new boolean[2 * each];
    for (int i = 0; i < 2 * each; i++) {
      scores[i] = i;
      positive[i] = i % 2 == 0;
    }
    ScoredSubjects before = ScoredSubjects.of(scores, positive);
    scores[500] = 501;
    scores[501] = 500;
    ScoredSubjects after = ScoredSubjects.of(scores, positive);
    Estimate gain = RocDifference.of(after, before, LEVEL).difference().known().orElseThrow();
    assertThat(gain.value()).isCloseTo(1e-6, within(1e-12));
    double error = Math.sqrt(2) * 1e-6;
    assertThat(gain.high() - gain.value())
        .isCloseTo(Quantiles.normal(LEVEL) * error, within(1e-10));
  }

  @Test
  void whatIsNoNumberIsRefusedInEitherGroup() {
    double[] fine = {1, 2};
    double[] bad = {1, Double.POSITIVE_INFINITY};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocArea.of(fine, bad, LEVEL))
        .withMessage("healthy holds Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocArea.of(bad, fine, LEVEL))
        .withMessage("diseased holds Infinity");
  }

  @Test
  void oneSubjectInAGroupHasNoInterval() {
    Statistic none = Statistic.undefined("fewer than two subjects in a group");
    assertThat(RocArea.of(new double[] {1}, new double[] {0, 2}, LEVEL)).isEqualTo(none);
    assertThat(RocArea.of(new double[] {0, 2}, new double[] {1}, LEVEL)).isEqualTo(none);
  }

  /** All scores alike: a coin, and the placements do not scatter. */
  @Test
  void scoresThatAreAllAlikeAreWorthOneHalf() {
    double[] alike = IntStream.range(0, 5).mapToDouble(i -> 0.3).toArray();
    assertThat(RocArea.of(alike, alike, LEVEL))
        .isEqualTo(Statistic.of(new Estimate(0.5, 0.5, 0.5, LEVEL)));
  }
}
