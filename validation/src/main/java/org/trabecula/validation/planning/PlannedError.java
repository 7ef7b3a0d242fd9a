package org.trabecula.validation.planning;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.Quantiles;

/**
 * The mean error, with Student's interval, or the mean absolute error, with a normal one, of normal
 * errors in g/cm². For the latter, |e| has mean σ√(2/π), variance σ²(1 - 2/π) and excess kurtosis
 * 8(π - 3)/(π - 2)² (half-normal distribution: Johnson, Kotz and Balakrishnan 1994, Continuous
 * Univariate Distributions 1, section 13.10.1).
 *
 * @param kind which of them
 * @param sd standard deviation σ of the errors, estimate less truth, g/cm²
 * @param width g/cm²
 */
public record PlannedError(Kind kind, double sd, double width) implements PlannedFigure {
  private static final double HALF_NORMAL_MEAN = Math.sqrt(2 / Math.PI);
  private static final double HALF_NORMAL_SD = Math.sqrt(1 - 2 / Math.PI);
  private static final double HALF_NORMAL_KURTOSIS =
      3 + 8 * (Math.PI - 3) / ((Math.PI - 2) * (Math.PI - 2));

  /** Which error. */
  public enum Kind {
    BIAS("bias"),
    MEAN_ABSOLUTE("MAE");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  public PlannedError {
    Positive.require(sd, "sd of the errors", "g/cm2");
    Positive.require(width, "width", "g/cm2");
  }

  @Override
  public String label() {
    return kind.label;
  }

  /** 0 for the bias; for the mean absolute error, what normal errors without bias have. */
  @Override
  public double expected() {
    return kind == Kind.BIAS ? 0 : sd * HALF_NORMAL_MEAN;
  }

  @Override
  public String unit() {
    return "g/cm2";
  }

  @Override
  public String source() {
    return kind == Kind.BIAS
        ? "Student's interval of a mean"
        : "normal interval of a mean of half-normal errors (Johnson, Kotz and Balakrishnan 1994)";
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
    return kind == Kind.BIAS
        ? perSd(subjects, level) * sd * SpreadOfNormal.expected(subjects)
        : 2 * Quantiles.normal(level) * sd * HALF_NORMAL_SD / Math.sqrt(subjects);
  }

  private static double perSd(int subjects, double level) {
    return 2 * Quantiles.student(level, subjects - 1) / Math.sqrt(subjects);
  }

  @Override
  public double chance(int subjects, double level) {
    if (kind == Kind.BIAS) {
      double most = width / (perSd(subjects, level) * sd);
      return ChiSquaredDistribution.of(subjects - 1.0)
          .cumulativeProbability((subjects - 1) * most * most);
    }
    // A sample's standard deviation scatters by √((κ - 1)/4n) of its size.
    double spared = width / expectedWidth(subjects, level) - 1;
    return StandardNormal.cdf(
        spared * 2 * Math.sqrt(subjects) / Math.sqrt(HALF_NORMAL_KURTOSIS - 1));
  }
}
