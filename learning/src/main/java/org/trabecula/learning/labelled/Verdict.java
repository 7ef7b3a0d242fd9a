package org.trabecula.learning.labelled;

import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** What a difference to a baseline shows. */
enum Verdict {
  /** The whole interval is on the better side. */
  BETTER,
  /** The interval holds 0, or there is none. */
  NOT_SHOWN,
  /** The whole interval is on the worse side. */
  WORSE;

  /** Of one difference, arm less baseline. */
  static Verdict of(Measure measure, Statistic difference) {
    return difference.known().map(d -> of(measure.isError() ? d.times(-1) : d)).orElse(NOT_SHOWN);
  }

  private static Verdict of(Estimate gain) {
    if (gain.low() > 0) {
      return BETTER;
    }
    return gain.high() < 0 ? WORSE : NOT_SHOWN;
  }

  /** Of the differences to all baselines: better only if better than each of them. */
  static Verdict ofAll(List<Verdict> verdicts) {
    if (!verdicts.isEmpty() && verdicts.stream().allMatch(v -> v == BETTER)) {
      return BETTER;
    }
    return verdicts.contains(WORSE) ? WORSE : NOT_SHOWN;
  }
}
