package org.trabecula.validation.planning;

import org.apache.commons.statistics.distribution.FDistribution;
import org.trabecula.validation.Quantiles;

/**
 * The calibration slope of a continuous outcome, truth on estimate by least squares: its standard
 * error is λ √((1 - R²)/(R² (n - 1))) (Archer et al. 2021, doi:10.1002/sim.8766, criterion 3); the
 * interval is Student's with n - 2 degrees of freedom, as the study report prints it. If both are
 * normal, the square of the width scatters like Fisher's F with n - 2 and n - 1 degrees.
 *
 * @param expected slope λ, positive
 * @param correlation r of truth and estimate, in (0, 1)
 * @param width positive
 */
public record PlannedSlope(double expected, double correlation, double width)
    implements PlannedFigure {
  public PlannedSlope {
    Positive.require(expected, "slope", "");
    Positive.require(width, "width", "");
    if (!(correlation > 0 && correlation < 1)) {
      throw new IllegalArgumentException("r is %s, not within (0, 1)".formatted(correlation));
    }
  }

  @Override
  public String label() {
    return "calibration slope";
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String source() {
    return "Archer et al. 2021, doi:10.1002/sim.8766, criterion 3, with Student's interval";
  }

  @Override
  public int least() {
    return 4;
  }

  @Override
  public SampleSize split(int subjects) {
    return new SampleSize(0, subjects);
  }

  @Override
  public double expectedWidth(int subjects, double level) {
    double square = correlation * correlation;
    return 2
        * Quantiles.student(level, subjects - 2)
        * expected
        * Math.sqrt((1 - square) / (square * (subjects - 1)));
  }

  @Override
  public double chance(int subjects, double level) {
    double ratio = width / expectedWidth(subjects, level);
    return FDistribution.of(subjects - 2.0, subjects - 1.0).cumulativeProbability(ratio * ratio);
  }
}
