package org.trabecula.validation.agreement;

import java.util.Arrays;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/**
 * Deming's line, estimate = intercept + slope · truth, where both are measured with error (Deming
 * 1943, Statistical Adjustment of Data). Unlike least squares it does not flatten.
 */
public final class Deming {
  private Deming() {}

  /**
   * Returns the line: with centred sums and λ the ratio of variances, slope (s_yy - λ s_xx +
   * √((s_yy - λ s_xx)² + 4λ s_xy²)) / 2 s_xy. Intervals by the jackknife, ± t(n-2) standard errors
   * (Linnet 1990, doi:10.1002/sim.4780091210). Undefined below four pairs, or where estimate and
   * truth do not correlate, all pairs or all but one.
   *
   * @param errorRatio λ, variance of the estimate's error over that of the truth's, positive; 1 for
   *     orthogonal regression
   */
  public static Line of(PairedValues pairs, double errorRatio, double level) {
    Require.level(level);
    if (!(errorRatio > 0 && Double.isFinite(errorRatio))) {
      throw new IllegalArgumentException("errorRatio is %s, not positive".formatted(errorRatio));
    }
    int n = pairs.size();
    if (n < 4) {
      return Line.undefined("fewer than four pairs");
    }
    double[] slopes = new double[n];
    double[] intercepts = new double[n];
    for (int left = 0; left < n; left++) {
      Moments less = without(pairs, left);
      if (less.sxy() == 0) {
        return Line.undefined("the values do not correlate");
      }
      slopes[left] = slope(less, errorRatio);
      intercepts[left] = less.meanY() - slopes[left] * less.meanX();
    }
    Moments all = Moments.of(pairs.truths(), pairs.estimates());
    if (all.sxy() == 0) {
      return Line.undefined("the values do not correlate");
    }
    double slope = slope(all, errorRatio);
    return new Line(
        jackknife(slope, slopes, level),
        jackknife(all.meanY() - slope * all.meanX(), intercepts, level));
  }

  /** The standard error of n pseudo-values is (n - 1)/√n times the spread of what is left. */
  private static Statistic jackknife(double value, double[] without, double level) {
    int n = without.length;
    double error = (n - 1) * Moments.standardDeviation(without) / Math.sqrt(n);
    return Statistic.of(
        Estimate.symmetric(value, Quantiles.student(level, n - 2.0) * error, level));
  }

  private static double slope(Moments m, double ratio) {
    double excess = m.syy() - ratio * m.sxx();
    return (excess + Math.sqrt(excess * excess + 4 * ratio * m.sxy() * m.sxy())) / (2 * m.sxy());
  }

  private static Moments without(PairedValues pairs, int left) {
    return Moments.of(without(pairs.truths(), left), without(pairs.estimates(), left));
  }

  private static double[] without(double[] values, int left) {
    double[] rest = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, left + 1, rest, left, rest.length - left);
    return rest;
  }
}
