package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallPolicyTest {
  private static final ReferenceValue NECK =
      new ReferenceValue(
          0.858,
          0.120,
          ScannerScale.HOLOGIC,
          new Evidence(Evidence.Strength.VERIFIED, "Looker 1998"));

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static CallPolicy.Judgement judge(double mean) {
    return CallPolicy.DEFAULT.judge(
        DensityEstimate.normal(Site.FEMORAL_NECK, mean, 0.06, ScannerScale.HOLOGIC), NECK);
  }

  /** At the cut point, 0.738, either is as likely; 1.2816 standard deviations off it is 90 %. */
  @Test
  void theCallFollowsTheProbabilityOfALowDensity() {
    assertThat(judge(0.738).probabilityLow()).isCloseTo(0.5, within(1e-12));
    assertThat(judge(0.738).call()).isEqualTo(Call.UNDETERMINED);
    assertThat(judge(0.738 - 1.2815 * 0.06).call()).isEqualTo(Call.UNDETERMINED);
    assertThat(judge(0.738 - 1.2816 * 0.06).call()).isEqualTo(Call.LIKELY_LOW);
    assertThat(judge(0.738 + 1.2815 * 0.06).call()).isEqualTo(Call.UNDETERMINED);
    assertThat(judge(0.738 + 1.2816 * 0.06).call()).isEqualTo(Call.UNLIKELY_LOW);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lessDensityIsNeverLessLikelyLow(long seed) {
    double mean = new SplittableRandom(seed).nextDouble(0.4, 1.2);
    assertThat(judge(mean - 0.01).probabilityLow()).isGreaterThan(judge(mean).probabilityLow());
    assertThat(judge(mean - 0.01).call()).isLessThanOrEqualTo(judge(mean).call());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aStricterPolicyOnlyTakesCallsBack(long seed) {
    double low = new SplittableRandom(seed).nextDouble();
    Call strict = new CallPolicy(0.95, 0.95, -1).call(low);
    assertThat(strict).isIn(CallPolicy.DEFAULT.call(low), Call.UNDETERMINED);
  }

  /** If the probabilities are true, the calls are right at least as often as the targets say. */
  @Test
  void calibratedProbabilitiesKeepTheTargets() {
    SplittableRandom random = new SplittableRandom(5);
    CallPolicy policy = new CallPolicy(0.8, 0.9, -1);
    int[] called = new int[3];
    int[] right = new int[3];
    for (int i = 0; i < 100_000; i++) {
      double probability = random.nextDouble();
      boolean low = random.nextDouble() < probability;
      Call call = policy.call(probability);
      called[call.ordinal()]++;
      right[call.ordinal()] += (low == (call == Call.LIKELY_LOW)) ? 1 : 0;
    }
    assertThat((double) right[0] / called[0]).isCloseTo(0.90, within(0.01));
    assertThat((double) right[2] / called[2]).isCloseTo(0.95, within(0.01));
    assertThat(called[1] / 100_000.0).isCloseTo(0.7, within(0.01));
  }

  @Test
  void withoutAReferenceThereIsNoCall() {
    DensityEstimate trochanter =
        DensityEstimate.normal(Site.TROCHANTER, 0.6, 0.05, ScannerScale.HOLOGIC);
    ReferencePopulation nhanes = ReferencePopulation.preset("nhanes-iii");
    assertThat(CallPolicy.DEFAULT.judge(trochanter, nhanes, Subject.UNKNOWN)).isEmpty();
    DensityEstimate neck =
        DensityEstimate.normal(Site.FEMORAL_NECK, 0.5, 0.05, ScannerScale.HOLOGIC);
    assertThat(CallPolicy.DEFAULT.judge(neck, nhanes, Subject.UNKNOWN))
        .map(CallPolicy.Judgement::call)
        .contains(Call.LIKELY_LOW);
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void noCallRulesDiseaseOutOrSpeaksOfNormal(Call call) {
    assertThat(call.sentence()).containsIgnoringCase("rule").containsIgnoringCase("osteoporosis");
    assertThat(call.sentence()).containsAnyOf("does not rule out", "nor rules out");
    assertThat(call.sentence() + call.label()).doesNotContainIgnoringCase("normal");
  }

  @Test
  void targetsAboveOneHalfKeepTheCallsApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallPolicy(0.5, 0.9, -1))
        .withMessageContaining("targetPpv is 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallPolicy(0.9, 1, -1))
        .withMessageContaining("targetNpv is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallPolicy.DEFAULT.call(1.2))
        .withMessageContaining("probabilityLow is 1.2");
  }
}
