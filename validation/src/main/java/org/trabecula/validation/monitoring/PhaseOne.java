package org.trabecula.validation.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.trabecula.densitometry.StandardNormal;

/**
 * What the baseline periods have in common: they are cleaned and asked whether they follow each
 * other at random (phase I; Montgomery 2013, Introduction to Statistical Quality Control, 6.2.2).
 */
final class PhaseOne {
  /** Fewer periods or films than these cannot tell what is usual. */
  static final int LEAST_PERIODS = 10;

  static final int LEAST_FILMS = 60;

  /** More periods than this share are not outliers; the baseline itself is not in control. */
  private static final double MOST_LEFT_OUT = 0.25;

  private static final double ERROR = 0.05;

  /** Of one in a thousand sequences at random. */
  private static final double DEPENDENT = 3.09;

  private PhaseOne() {}

  /** How a period among others is told from the rest, in standard deviations. */
  interface Unlikeness {
    double of(Group group, List<Group> others);
  }

  /**
   * Leaves out the period least like the others as long as it is too far from them for the whole
   * baseline to err in one of twenty cases (Bonferroni). Empty if more than a quarter goes.
   */
  static Optional<List<Group>> cleaned(List<Group> groups, Unlikeness unlikeness) {
    List<Group> kept = new ArrayList<>(groups);
    double limit = -StandardNormal.quantile(ERROR / 2 / Math.max(1, groups.size()));
    while (kept.size() > 2) {
      int worst = -1;
      double far = limit;
      for (int i = 0; i < kept.size(); i++) {
        List<Group> others = new ArrayList<>(kept);
        Group group = others.remove(i);
        double unlike = Math.abs(unlikeness.of(group, others));
        if (unlike > far) {
          far = unlike;
          worst = i;
        }
      }
      if (worst < 0) {
        break;
      }
      kept.remove(worst);
    }
    return groups.size() - kept.size() > MOST_LEFT_OUT * groups.size()
        ? Optional.empty()
        : Optional.of(kept);
  }

  /** The correlation of each value with the next; 0 if they do not vary. */
  static double autocorrelation(int n, IntToDoubleFunction value) {
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += value.applyAsDouble(i) / n;
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      double off = value.applyAsDouble(i) - mean;
      squares += off * off;
      products += i + 1 < n ? off * (value.applyAsDouble(i + 1) - mean) : 0;
    }
    return squares < 1e-20 ? 0 : products / squares;
  }

  /** Why so many periods and films are not enough, if they are not. */
  static Optional<String> tooFew(int films, int periods, Period period) {
    if (films < LEAST_FILMS) {
      return Optional.of(
          "%d films in the baseline, at least %d are needed".formatted(films, LEAST_FILMS));
    }
    if (periods < LEAST_PERIODS) {
      return Optional.of(
          "%d %ss in the baseline, at least %d are needed"
              .formatted(periods, period.name().toLowerCase(java.util.Locale.ROOT), LEAST_PERIODS));
    }
    return Optional.empty();
  }

  /** Why the baseline cannot judge although it is large enough, if it cannot. */
  static Optional<String> dependent(double autocorrelation, int periods) {
    return autocorrelation > DEPENDENT / Math.sqrt(periods)
        ? Optional.of(
            ("Neighbouring periods of the baseline depend on each other (correlation %.2f over %d"
                    + " periods); limits would give false alarms far too often")
                .formatted(autocorrelation, periods))
        : Optional.empty();
  }
}
