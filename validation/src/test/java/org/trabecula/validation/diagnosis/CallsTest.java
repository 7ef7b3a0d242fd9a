package org.trabecula.validation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Call;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

/** Three-way calls, and T-scores against their limits. */
class CallsTest {
  private static final double LEVEL = 0.9;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Statistic wilson(int successes, int trials) {
    return Statistic.of(Proportion.wilson(successes, trials, LEVEL));
  }

  private static List<CallAccuracy.Case> cases(int count, Call call, boolean low) {
    return Collections.nCopies(count, new CallAccuracy.Case(call, low));
  }

  @Test
  void callsAreCountedAgainstTheTruth() {
    List<CallAccuracy.Case> cases =
        List.of(
                cases(7, Call.LIKELY_LOW, true),
                cases(2, Call.LIKELY_LOW, false),
                cases(3, Call.UNLIKELY_LOW, true),
                cases(11, Call.UNLIKELY_LOW, false),
                cases(5, Call.UNDETERMINED, true),
                cases(1, Call.UNDETERMINED, false))
            .stream()
            .flatMap(List::stream)
            .toList();
    assertThat(CallAccuracy.of(cases, LEVEL))
        .isEqualTo(new CallAccuracy(9, 14, 6, wilson(23, 29), wilson(7, 9), wilson(11, 14)));
  }

  @Test
  void withoutACallThereIsNoFigureOfIt() {
    CallAccuracy none = CallAccuracy.of(List.of(), LEVEL);
    assertThat(none.determined()).isEqualTo(Statistic.undefined("there is no call"));
    CallAccuracy open = CallAccuracy.of(cases(3, Call.UNDETERMINED, true), LEVEL);
    assertThat(open.determined()).isEqualTo(wilson(0, 3));
    assertThat(open.positivePredictiveValue())
        .isEqualTo(Statistic.undefined("nobody was called likely low"));
    assertThat(open.negativePredictiveValue())
        .isEqualTo(Statistic.undefined("nobody was called unlikely low"));
  }

  static List<ThresholdAccuracy.Threshold> limits() {
    return ThresholdAccuracy.Threshold.WHO;
  }

  /** WHO 1994 (TRS 843): osteoporosis at -2.5 or lower, low bone mass below -1 only. */
  @ParameterizedTest
  @CsvSource({
    "0, -1, false", "0, -1.0001, true", "0, -0.9999, false",
    "1, -2.5, true", "1, -2.5001, true", "1, -2.4999, false"
  })
  void theLimitsAreThoseOfTheWho(int limit, double tScore, boolean holds) {
    ThresholdAccuracy.Threshold threshold = limits().get(limit);
    assertThat(threshold.holds(tScore)).isEqualTo(holds);
    // The label says the same: with the limit itself or without.
    assertThat(threshold.label().contains("=")).isEqualTo(threshold.holds(threshold.score()));
    assertThat(threshold.label()).endsWith(Double.toString(threshold.score()).replace(".0", ""));
  }

  /** A limit between the WHO's counts itself, and at -1 it is the WHO's. */
  @Test
  void anyOtherLimitCounts() {
    assertThat(ThresholdAccuracy.Threshold.of(-1)).isEqualTo(ThresholdAccuracy.Threshold.LOW);
    assertThat(ThresholdAccuracy.Threshold.of(-2.5))
        .isEqualTo(ThresholdAccuracy.Threshold.OSTEOPOROTIC);
    ThresholdAccuracy.Threshold two = ThresholdAccuracy.Threshold.of(-2);
    assertThat(two.holds(-2)).isTrue();
    assertThat(two.label()).isEqualTo("T <= -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThresholdAccuracy.Threshold.of(Double.NaN))
        .withMessageContaining("NaN is not finite");
  }

  /** What finds the low is the lower score, and every figure is that of the table and the area. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAccuracyOfScoresIsThatOfTheirTableAndArea(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] truths = IntStream.range(0, 40).mapToDouble(i -> random.nextInt(-4, 2)).toArray();
    double[] estimates =
        IntStream.range(0, 40).mapToDouble(i -> truths[i] + random.nextInt(3) - 1).toArray();
    PairedValues scores = PairedValues.of(estimates, truths);
    for (ThresholdAccuracy.Threshold threshold : limits()) {
      ThresholdAccuracy accuracy = ThresholdAccuracy.of(threshold, scores, LEVEL);
      boolean[] low = new boolean[40];
      IntStream.range(0, 40).forEach(i -> low[i] = threshold.holds(truths[i]));
      ScoredSubjects signs =
          ScoredSubjects.of(IntStream.range(0, 40).mapToDouble(i -> -estimates[i]).toArray(), low);
      Confusion table = Confusion.of(scores, threshold::holds);
      assertThat(accuracy)
          .isEqualTo(
              new ThresholdAccuracy(
                  threshold,
                  table,
                  table.sensitivity(LEVEL),
                  table.specificity(LEVEL),
                  table.positivePredictiveValue(LEVEL),
                  table.negativePredictiveValue(LEVEL),
                  RocArea.of(signs.scores(true), signs.scores(false), LEVEL)));
      assertThat(accuracy.rocArea().known().orElseThrow().value()).isGreaterThan(0.8);
    }
  }

  @ParameterizedTest
  @MethodSource("limits")
  void withoutALowScoreThereIsNoSensitivity(ThresholdAccuracy.Threshold threshold) {
    double[] healthy = {0.5, 1, 0};
    ThresholdAccuracy accuracy =
        ThresholdAccuracy.of(threshold, PairedValues.of(healthy, healthy), LEVEL);
    assertThat(accuracy.sensitivity().known()).isEmpty();
    assertThat(accuracy.rocArea().known()).isEmpty();
    assertThat(accuracy.specificity()).isEqualTo(wilson(3, 3));
  }
}
