package org.trabecula.validation;

/** Shares with Wilson's interval. */
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

  /** The same, undefined without a trial. */
  public static Statistic of(int successes, int trials, double level, String reasonIfNone) {
    return trials == 0
        ? Statistic.undefined(reasonIfNone)
        : Statistic.of(wilson(successes, trials, level));
  }
}
