package org.trabecula.validation.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

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
    return of(pairs, errorRatio, SubjectRows.distinct(pairs.size(), new Bootstrap(100, 1, level)));
  }

  /**
   * Returns the line of pairs of which a subject may have several. Then the jackknife leaves out
   * one subject at a time, and the degrees of freedom are those of the subjects.
   *
   * @param rows the subject of each pair
   */
  public static Line of(PairedValues pairs, double errorRatio, SubjectRows rows) {
    if (!(errorRatio > 0 && Double.isFinite(errorRatio))) {
      throw new IllegalArgumentException("errorRatio is %s, not positive".formatted(errorRatio));
    }
    if (rows.distinct() < 4) {
      return Line.undefined("fewer than four pairs");
    }
    Moments all = Moments.of(pairs.truths(), pairs.estimates());
    List<Moments> without = without(pairs, rows, all);
    if (all.sxy() == 0 || without.stream().anyMatch(less -> less.sxy() == 0)) {
      return Line.undefined("the values do not correlate");
    }
    return new Line(
        jackknife(all, without, less -> slope(less, errorRatio), rows.level()),
        jackknife(all, without, less -> intercept(less, errorRatio), rows.level()));
  }

  /** The standard error of n pseudo-values is (n - 1)/√n times the spread of what is left. */
  private static Statistic jackknife(
      Moments all, List<Moments> without, ToDoubleFunction<Moments> of, double level) {
    int n = without.size();
    double[] left = without.stream().mapToDouble(of).toArray();
    double error = (n - 1) * Moments.standardDeviation(left) / Math.sqrt(n);
    return Statistic.of(
        Estimate.symmetric(
            of.applyAsDouble(all), Quantiles.student(level, n - 2.0) * error, level));
  }

  private static double slope(Moments m, double ratio) {
    double excess = m.syy() - ratio * m.sxx();
    return (excess + Math.sqrt(excess * excess + 4 * ratio * m.sxy() * m.sxy())) / (2 * m.sxy());
  }

  private static double intercept(Moments m, double ratio) {
    return m.meanY() - slope(m, ratio) * m.meanX();
  }

  /** The sums without each subject in turn. */
  private static List<Moments> without(PairedValues pairs, SubjectRows rows, Moments all) {
    Map<String, Moments> left = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      Moments before = left.getOrDefault(rows.subjects().get(i), all);
      left.put(rows.subjects().get(i), before.without(pairs.truth(i), pairs.estimate(i)));
    }
    return List.copyOf(left.values());
  }
}
