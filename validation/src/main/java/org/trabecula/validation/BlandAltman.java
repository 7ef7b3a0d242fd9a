package org.trabecula.validation;

import java.util.Optional;

/**
 * Limits of agreement: between them lie 95 % of the differences of estimate and truth, if these are
 * normal (Bland and Altman 1986, doi:10.1016/S0140-6736(86)90837-8).
 *
 * @param n how many pairs
 * @param bias mean difference, d̄ ± t s/√n
 * @param sd standard deviation s of the differences
 * @param lower d̄ - 1.96 s, ± t √(3/n) s
 * @param upper d̄ + 1.96 s, ± t √(3/n) s
 */
public record BlandAltman(int n, Estimate bias, double sd, Estimate lower, Estimate upper) {
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
    double reach = Quantiles.normal(SHARE_WITHIN) * sd;
    double t = Quantiles.student(level, n - 1);
    double half = t * Math.sqrt(3.0 / n) * sd;
    return Optional.of(
        new BlandAltman(
            n,
            Estimate.symmetric(mean, t * sd / Math.sqrt(n), level),
            sd,
            Estimate.symmetric(mean - reach, half, level),
            Estimate.symmetric(mean + reach, half, level)));
  }
}
