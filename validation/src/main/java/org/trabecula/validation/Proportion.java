package org.trabecula.validation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Shares with Wilson's interval, or that of resampled subjects. */
public final class Proportion {
  private Proportion() {}

  /**
   * Returns {@code successes / trials} with the score interval of Wilson 1927
   * (doi:10.1080/01621459.1927.10502953): (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
   *
   * @param successes in [0, trials]
   * @param trials at least 1
   */
  public static Estimate wilson(int successes, int trials, double level) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException("%d successes of %d".formatted(successes, trials));
    }
    double n = trials;
    double p = successes / n;
    double z = Quantiles.normal(level);
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    // At 0 and n the exact ends are 0 and 1; rounding must not move them inwards.
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == trials ? 1 : Math.min(1, centre + half);
    return new Estimate(p, low, high, level);
  }

  /**
   * Returns the share of rows that succeed with the interval of resampled subjects, for several
   * rows of one subject. Undefined without a row. Where all rows succeed or none does, resampling
   * knows no scatter: then the interval is Wilson's for as many trials as there are subjects.
   *
   * @param subjects the subject of each row
   * @param successes whether each row succeeds
   */
  public static Statistic clustered(
      List<String> subjects, boolean[] successes, Bootstrap bootstrap) {
    Require.sameLength(subjects.size(), successes.length, "subjects", "successes");
    int all = count(IntStream.range(0, successes.length).toArray(), successes);
    if (successes.length > 0 && (all == 0 || all == successes.length)) {
      int distinct = (int) subjects.stream().distinct().count();
      return Statistic.of(wilson(all == 0 ? 0 : distinct, distinct, bootstrap.level()));
    }
    return bootstrap.of(
        subjects, rows -> OptionalDouble.of((double) count(rows, successes) / rows.length));
  }

  private static int count(int[] rows, boolean[] successes) {
    int sum = 0;
    for (int row : rows) {
      sum += successes[row] ? 1 : 0;
    }
    return sum;
  }

  /** Returns Wilson's share, undefined without a trial. */
  public static Statistic of(int successes, int trials, double level, String reasonIfNone) {
    Require.level(level);
    return trials == 0
        ? Statistic.undefined(reasonIfNone)
        : Statistic.of(wilson(successes, trials, level));
  }
}
