package org.trabecula.densitometry;

/**
 * An estimated bone mineral density with its predictive distribution.
 *
 * @param site where
 * @param mean the estimate in g/cm², positive
 * @param sd standard deviation of the predictive distribution in g/cm², positive
 * @param low lower end of the prediction interval in g/cm², at most the mean
 * @param high upper end of the prediction interval in g/cm², at least the mean
 * @param level the share of intervals that are meant to hold the truth, in (0, 1)
 * @param scale the scanner scale on which the densities are expressed
 */
public record DensityEstimate(
    Site site, double mean, double sd, double low, double high, double level, ScannerScale scale) {

  public DensityEstimate {
    Require.positive(mean, "mean", "g/cm2");
    Require.positive(sd, "sd", "g/cm2");
    Require.openUnit(level, "level");
    if (!(low <= mean && mean <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "low %s, mean %s and high %s g/cm2 are not in order".formatted(low, mean, high));
    }
  }

  /** Returns the estimate whose interval is the central one of a normal distribution. */
  public static DensityEstimate normal(Site site, double mean, double sd, ScannerScale scale) {
    double level = 0.90;
    double half = sd * StandardNormal.quantile(0.5 + level / 2);
    return new DensityEstimate(site, mean, sd, mean - half, mean + half, level, scale);
  }

  /**
   * Returns this estimate on another scale. Its spread and its interval grow by the error of the
   * conversion, added in quadrature.
   */
  public DensityEstimate onScale(ScannerScale target) {
    if (target == scale) {
      return this;
    }
    ScaleConversion conversion = ScaleConversion.between(scale, target, site);
    ScaleConversion.Converted converted = conversion.apply(mean);
    double z = StandardNormal.quantile(0.5 + level / 2);
    double error = converted.standardError();
    double below = Math.hypot(conversion.slope() * (mean - low), z * error);
    double above = Math.hypot(conversion.slope() * (high - mean), z * error);
    return new DensityEstimate(
        site,
        converted.density(),
        Math.hypot(conversion.slope() * sd, error),
        converted.density() - below,
        converted.density() + above,
        level,
        target);
  }
}
