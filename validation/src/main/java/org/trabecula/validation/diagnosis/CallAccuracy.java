package org.trabecula.validation.diagnosis;

import java.util.List;
import java.util.function.IntPredicate;
import org.trabecula.densitometry.Call;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

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

  /** Returns the figures of some calls, one for each subject. */
  public static CallAccuracy of(List<Case> cases, double level) {
    return of(cases, SubjectRows.distinct(cases.size(), new Bootstrap(100, 1, level)));
  }

  /**
   * Returns the figures of some calls. Where a subject has several, intervals are those of
   * resampled subjects.
   *
   * @param rows the subject of each call
   */
  public static CallAccuracy of(List<Case> cases, SubjectRows rows) {
    Require.sameLength(rows.size(), cases.size(), "subjects", "calls");
    IntPredicate likely = i -> cases.get(i).call() == Call.LIKELY_LOW;
    IntPredicate unlikely = i -> cases.get(i).call() == Call.UNLIKELY_LOW;
    IntPredicate low = i -> cases.get(i).low();
    return new CallAccuracy(
        count(cases, Call.LIKELY_LOW),
        count(cases, Call.UNLIKELY_LOW),
        count(cases, Call.UNDETERMINED),
        rows.share(i -> true, likely.or(unlikely), "there is no call"),
        rows.share(likely, low, "nobody was called likely low"),
        rows.share(unlikely, low.negate(), "nobody was called unlikely low"));
  }

  private static int count(List<Case> cases, Call call) {
    return (int) cases.stream().filter(c -> c.call() == call).count();
  }
}
