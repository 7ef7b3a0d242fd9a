package org.trabecula.validation.planning;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.validation.NoncentralT;
import org.trabecula.validation.Quantiles;

/**
 * Limits of agreement of normal errors in g/cm², each with the exact interval of Carkeet 2015
 * (doi:10.1097/OPX.0000000000000513), as the study report prints it.
 *
 * @param sd standard deviation of the errors, g/cm²
 * @param width of the interval of one limit, g/cm²
 */
public record PlannedLimits(double sd, double width) implements PlannedFigure {
  private static final double SHARE_WITHIN = 0.95;

  public PlannedLimits {
    Positive.require(sd, "sd of the errors", "g/cm2");
    Positive.require(width, "width", "g/cm2");
  }

  @Override
  public String label() {
    return "limits of agreement";
  }

  /** How far the limits lie from the bias. */
  @Override
  public double expected() {
    return Quantiles.normal(SHARE_WITHIN) * sd;
  }

  @Override
  public String unit() {
    return "g/cm2";
  }

  @Override
  public String source() {
    return "Carkeet 2015, doi:10.1097/OPX.0000000000000513";
  }

  @Override
  public int least() {
    return 3;
  }

  @Override
  public SampleSize split(int subjects) {
    return new SampleSize(0, subjects);
  }

  @Override
  public double expectedWidth(int subjects, double level) {
    return perSd(subjects, level) * sd * SpreadOfNormal.expected(subjects);
  }

  private static double perSd(int subjects, double level) {
    double root = Math.sqrt(subjects);
    NoncentralT t = new NoncentralT(subjects - 1, Quantiles.normal(SHARE_WITHIN) * root);
    return (t.quantile((1 + level) / 2) - t.quantile((1 - level) / 2)) / root;
  }

  @Override
  public double chance(int subjects, double level) {
    double most = width / (perSd(subjects, level) * sd);
    return ChiSquaredDistribution.of(subjects - 1.0)
        .cumulativeProbability((subjects - 1) * most * most);
  }
}
