package org.trabecula.validation.planning;

import java.util.function.IntPredicate;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;

/**
 * How many subjects a study needs.
 *
 * @param positives who are positive in truth
 * @param negatives who are not
 */
public record SampleSize(int positives, int negatives) {
  private static final int MOST = 1 << 29;

  public SampleSize {
    if (positives < 0 || negatives < 0) {
      throw new IllegalArgumentException("%d and %d subjects".formatted(positives, negatives));
    }
  }

  /** How many subjects in all. */
  public int total() {
    return positives + negatives;
  }

  /**
   * Returns the fewest trials whose Wilson interval is at most so wide. The interval is that of the
   * expected share itself, as if successes could be fractions (width of Wilson 1927,
   * doi:10.1080/01621459.1927.10502953).
   *
   * @param share expected, in (0, 1)
   * @param width upper less lower end, in (0, 1)
   */
  public static int ofShare(double share, double width, double level) {
    Require.openUnit(share, "share");
    Require.openUnit(width, "width");
    double z = Quantiles.normal(level);
    return fewest(1, n -> wilsonWidth(share, n, z) <= width);
  }

  /**
   * Returns the size for a sensitivity: enough positives for the width, and with them as many
   * negatives as come along in a population (Buderer 1996, doi:10.1111/j.1553-2712.1996.tb03538.x,
   * with Wilson's width).
   *
   * @param sensitivity expected, in (0, 1)
   * @param prevalence share of the positive among those who are recruited, in (0, 1)
   */
  public static SampleSize ofSensitivity(
      double sensitivity, double width, double prevalence, double level) {
    Require.openUnit(prevalence, "prevalence");
    int positives = ofShare(sensitivity, width, level);
    double negatives = Math.ceil(positives * (1 / prevalence - 1) - 1e-9);
    if (negatives > MOST) {
      throw new IllegalArgumentException(
          "No study is large enough for such a width at a prevalence of " + prevalence);
    }
    return new SampleSize(positives, (int) negatives);
  }

  /**
   * Returns the fewest subjects for an area with an interval of at most the width, 2 z standard
   * errors of Hanley and McNeil 1982 (doi:10.1148/radiology.143.1.7063747), at least two of each
   * kind.
   *
   * @param area expected, in [0.5, 1)
   * @param width in (0, 1)
   * @param prevalence share of the positive among those who are recruited, in (0, 1)
   */
  public static SampleSize ofArea(double area, double width, double prevalence, double level) {
    requireArea(area, width, prevalence);
    double z = Quantiles.normal(level);
    int total =
        fewest(
            4,
            n -> {
              SampleSize size = split(n, prevalence);
              return size.positives >= 2
                  && size.negatives >= 2
                  && 2 * z * Math.sqrt(areaVariance(area, size)) <= width;
            });
    return split(total, prevalence);
  }

  static void requireArea(double area, double width, double prevalence) {
    if (!(area >= 0.5 && area < 1)) {
      throw new IllegalArgumentException("area is %s, not in [0.5, 1)".formatted(area));
    }
    Require.openUnit(width, "width");
    Require.openUnit(prevalence, "prevalence");
  }

  static SampleSize split(int total, double prevalence) {
    int positives = (int) Math.ceil(total * prevalence - 1e-9);
    return new SampleSize(positives, total - positives);
  }

  static double areaVariance(double area, SampleSize size) {
    double q1 = area / (2 - area);
    double q2 = 2 * area * area / (1 + area);
    double square = area * area;
    return (area * (1 - area)
            + (size.positives - 1) * (q1 - square)
            + (size.negatives - 1) * (q2 - square))
        / ((double) size.positives * size.negatives);
  }

  static double wilsonWidth(double p, double n, double z) {
    return 2 * z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  }

  /** Doubles, then bisects: an interval never widens with one subject more, of whichever kind. */
  private static int fewest(int least, IntPredicate enough) {
    int high = least;
    while (!enough.test(high)) {
      if (high > MOST) {
        throw new IllegalArgumentException("No study is large enough for such a width");
      }
      high *= 2;
    }
    int low = Math.max(least, high / 2);
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
