package org.trabecula.validation.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.NoncentralT;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/**
 * Limits of agreement: between them lie 95 % of the differences of estimate and truth, if these are
 * normal and there is one pair for each subject (Bland and Altman 1986,
 * doi:10.1016/S0140-6736(86)90837-8).
 *
 * <p>The intervals of the limits are the exact ones of Carkeet 2015
 * (doi:10.1097/OPX.0000000000000513): d̄ + t s/√n with t the quantiles of Student's distribution
 * with n - 1 degrees of freedom and noncentrality ±1.96 √n. They reach further outwards than
 * inwards; the symmetric ones of 1986, ± t √(3/n) s, are their limit for large n.
 *
 * @param n how many pairs
 * @param bias mean difference, d̄ ± t s/√n
 * @param sd standard deviation s of the differences
 * @param lower d̄ - 1.96 s
 * @param upper d̄ + 1.96 s
 * @param proportionalBias slope of the difference over the mean of both, by least squares ± t(n-2)
 *     standard errors (Bland and Altman 1999, doi:10.1177/096228029900800204, section 3.2): 0 where
 *     the bias is the same at every size
 */
public record BlandAltman(
    int n, Estimate bias, double sd, Estimate lower, Estimate upper, Statistic proportionalBias) {
  private static final double SHARE_WITHIN = 0.95;

  /** Returns the limits of agreement; empty below two pairs. */
  public static Optional<BlandAltman> of(PairedValues pairs, double level) {
    int n = pairs.size();
    if (n < 2) {
      return Optional.empty();
    }
    double[] errors = pairs.errors();
    double mean = Moments.mean(errors);
    double sd = Moments.standardDeviation(errors);
    double z = Quantiles.normal(SHARE_WITHIN);
    double error = sd / Math.sqrt(n);
    NoncentralT distribution = new NoncentralT(n - 1, z * Math.sqrt(n));
    double near = error * distribution.quantile((1 - level) / 2);
    double far = error * distribution.quantile((1 + level) / 2);
    return Optional.of(
        new BlandAltman(
            n,
            Estimate.symmetric(mean, Quantiles.student(level, n - 1) * error, level),
            sd,
            new Estimate(mean - z * sd, mean - far, mean - near, level),
            new Estimate(mean + z * sd, mean + near, mean + far, level),
            proportionalBias(pairs, level)));
  }

  /**
   * Returns the limits of agreement of pairs of which a subject may have several. Then the
   * intervals are those of resampled subjects. Empty below two pairs, and where resamples of very
   * few subjects do not define an interval.
   *
   * @param rows the subject of each pair
   */
  public static Optional<BlandAltman> of(PairedValues pairs, SubjectRows rows) {
    if (!rows.repeated()) {
      return of(pairs, rows.level());
    }
    double[] errors = pairs.errors();
    double z = Quantiles.normal(SHARE_WITHIN);
    Optional<Estimate> bias = resampled(rows, errors, 0);
    Optional<Estimate> lower = resampled(rows, errors, -z);
    Optional<Estimate> upper = resampled(rows, errors, z);
    if (bias.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BlandAltman(
            errors.length,
            bias.get(),
            Moments.standardDeviation(errors),
            lower.get(),
            upper.get(),
            rows.figure(some -> proportionalBias(pairs.rows(some), rows.level()))));
  }

  /** Mean and so many standard deviations of the errors. */
  private static Optional<Estimate> resampled(SubjectRows rows, double[] errors, double times) {
    return rows.bootstrap()
        .of(
            rows.subjects(),
            some -> {
              double[] drawn = Arrays.stream(some).mapToDouble(i -> errors[i]).toArray();
              return drawn.length < 2
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(
                      Moments.mean(drawn) + times * Moments.standardDeviation(drawn));
            })
        .known();
  }

  private static Statistic proportionalBias(PairedValues pairs, double level) {
    double[] means = new double[pairs.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = (pairs.estimate(i) + pairs.truth(i)) / 2;
    }
    return Line.of(means, pairs.errors(), level).slope();
  }
}
