package org.trabecula.validation.diagnosis;

import java.util.List;
import org.trabecula.densitometry.Call;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

/**
 * How often the three-way call is made, and how often it is right.
 *
 * @param likelyLow how many were called likely low
 * @param unlikelyLow how many were called unlikely low
 * @param undetermined how many were left open
 * @param determined the share that was called
 * @param positivePredictiveValue the share of those called likely low who are low
 * @param negativePredictiveValue the share of those called unlikely low who are not
 */
public record CallAccuracy(
    int likelyLow,
    int unlikelyLow,
    int undetermined,
    Statistic determined,
    Statistic positivePredictiveValue,
    Statistic negativePredictiveValue) {

  /** A call beside the truth. */
  public record Case(Call call, boolean low) {}

  /** Returns the figures of some calls. */
  public static CallAccuracy of(List<Case> cases, double level) {
    int likely = count(cases, Call.LIKELY_LOW);
    int unlikely = count(cases, Call.UNLIKELY_LOW);
    int right = (int) cases.stream().filter(c -> c.call() == Call.LIKELY_LOW && c.low()).count();
    int rightNot =
        (int) cases.stream().filter(c -> c.call() == Call.UNLIKELY_LOW && !c.low()).count();
    return new CallAccuracy(
        likely,
        unlikely,
        count(cases, Call.UNDETERMINED),
        Proportion.of(likely + unlikely, cases.size(), level, "there is no call"),
        Proportion.of(right, likely, level, "nobody was called likely low"),
        Proportion.of(rightNot, unlikely, level, "nobody was called unlikely low"));
  }

  private static int count(List<Case> cases, Call call) {
    return (int) cases.stream().filter(c -> c.call() == call).count();
  }
}
