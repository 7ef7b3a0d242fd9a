package org.trabecula.validation.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLengthTest {

  /** Textbook: three standard deviations err once in 370; a shift of one is found after 44. */
  @Test
  void threeSigmaLimits() {
    assertThat(RunLength.shewhart(3, 0)).isCloseTo(370.4, within(0.05));
    assertThat(RunLength.shewhart(3, 1)).isCloseTo(43.9, within(0.05));
    assertThat(RunLength.shewhartLimit(370.398)).isCloseTo(3, within(1e-4));
  }

  /**
   * Lucas and Saccucci 1990 (doi:10.1080/00401706.1990.10484583), table 3 as Montgomery 2013 prints
   * it in table 9.11; [M], both recalled, not read here.
   */
  @ParameterizedTest(name = "weight {0}, limit {1}, shift {2}: {3}")
  @CsvSource({
    "0.4, 3.054, 0, 500",
    "0.4, 3.054, 1, 14.3",
    "0.25, 2.998, 0, 500",
    "0.25, 2.998, 0.5, 48.2",
    "0.2, 2.962, 0, 500",
    "0.2, 2.962, 0.25, 150",
    "0.2, 2.962, 1, 10.5",
    "0.1, 2.814, 0, 500",
    "0.1, 2.814, 0.5, 31.3",
    "0.1, 2.814, 1, 10.3",
    "0.1, 2.814, 2, 4.36"
  })
  void theEwmaOfLucasAndSaccucci(double weight, double limit, double shift, double length) {
    assertThat(RunLength.ewma(weight, limit, shift))
        .isCloseTo(length, Percentage.withPercentage(1));
  }

  /** Montgomery 2013, table 9.3, k = 1/2, which is of the two-sided chart; [M], recalled. */
  @ParameterizedTest(name = "limit {0}, shift {1}: {2}")
  @CsvSource({
    "4, 0, 168",
    "4, 0.25, 74.2",
    "4, 0.5, 26.6",
    "4, 1, 8.38",
    "4, 2, 3.34",
    "5, 0, 465",
    "5, 0.25, 139",
    "5, 0.5, 38.0",
    "5, 1, 10.4",
    "5, 3, 2.57"
  })
  void theCusumOfMontgomery(double limit, double shift, double length) {
    assertThat(RunLength.cusum(0.5, limit, shift)).isCloseTo(length, Percentage.withPercentage(1));
  }

  @ParameterizedTest(name = "run length {0}")
  @CsvSource({"100", "500", "3000", "20000"})
  void limitsHaveTheRunLengthThatTheyWereMadeFor(double length) {
    assertThat(RunLength.ewma(0.1, RunLength.ewmaLimit(0.1, length), 0))
        .isCloseTo(length, Percentage.withPercentage(0.001));
    assertThat(RunLength.cusum(0.5, RunLength.cusumLimit(0.5, length), 0))
        .isCloseTo(length, Percentage.withPercentage(0.001));
    assertThat(RunLength.shewhart(RunLength.shewhartLimit(length), 0))
        .isCloseTo(length, Percentage.withPercentage(0.001));
  }

  /** Champ and Woodall 1987 (doi:10.1080/00401706.1987.10488266): 91.75 for rules 1 to 4. */
  @Test
  void theRulesOfWesternElectricErrOncein92() {
    RuleSet.ChartLimits limits = new RuleSet.ChartLimits(370, 3, 3, 5);
    RuleSet rules = new RuleSet(EnumSet.of(Rule.LIMIT, Rule.RUN), 0.1, 0.5, 1);
    Random random = new Random(3);
    double sum = 0;
    int runs = 1500;
    for (int i = 0; i < runs; i++) {
      sum += length(random, rules, limits, 0);
    }
    // A run length scatters like its mean.
    assertThat(sum / runs).isCloseTo(91.75, within(3.1 * 91.75 / Math.sqrt(runs)));
  }

  /** The EWMA as it runs, with exact limits from the first period, against the integral. */
  @ParameterizedTest(name = "shift {0}")
  @CsvSource({"0", "0.5", "1"})
  void theChartRunsAsLongAsTheIntegralSays(double shift) {
    RuleSet rules = new RuleSet(EnumSet.of(Rule.EWMA), 0.1, 0.5, 1);
    double limit = RunLength.ewmaLimit(0.1, 200);
    RuleSet.ChartLimits limits = new RuleSet.ChartLimits(200, 3, limit, 5);
    Random random = new Random(5);
    int runs = 800;
    double sum =
        IntStream.range(0, runs).mapToDouble(i -> length(random, rules, limits, shift)).sum();
    double expected = RunLength.ewma(0.1, limit, shift);
    // Narrow limits at the start find shifts up to three periods earlier.
    assertThat(sum / runs).isBetween(expected * 0.8 - 3, expected * 1.1);
  }

  @Test
  void theCusumRunsAsLongAsTheIntegralSays() {
    RuleSet rules = new RuleSet(EnumSet.of(Rule.CUSUM), 0.1, 0.5, 1);
    RuleSet.ChartLimits limits = new RuleSet.ChartLimits(168, 3, 3, 4);
    Random random = new Random(6);
    int runs = 800;
    double sum = IntStream.range(0, runs).mapToDouble(i -> length(random, rules, limits, 0)).sum();
    assertThat(sum / runs).isCloseTo(168, within(3.1 * 168 / Math.sqrt(runs)));
  }

  private static int length(
      Random random, RuleSet rules, RuleSet.ChartLimits limits, double shift) {
    int chunk = 1500;
    List<Score> scores =
        IntStream.range(0, chunk)
            .mapToObj(i -> score(shift + random.nextGaussian(), limits.single()))
            .toList();
    List<ChartPoint> points = ChartRun.of(scores, rules, limits, false);
    for (int i = 0; i < chunk; i++) {
      if (!points.get(i).fired().isEmpty()) {
        return i + 1;
      }
    }
    return chunk;
  }

  private static Score score(double score, double limit) {
    return new Score(
        java.time.LocalDate.of(2026, 1, 5),
        20,
        score,
        score,
        0,
        OptionalDouble.of(-limit),
        OptionalDouble.of(limit));
  }

  @Test
  void noLimitHasARunLengthOfOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> RunLength.ewmaLimit(0.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> RunLength.ewma(1, 3, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleSet(EnumSet.noneOf(Rule.class), 0.1, 0.5, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleSet(EnumSet.of(Rule.EWMA), 0.1, 0.5, 0));
  }
}
