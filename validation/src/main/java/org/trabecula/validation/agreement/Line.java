package org.trabecula.validation.agreement;

import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/**
 * A straight line y = intercept + slope · x.
 *
 * @param slope with its interval
 * @param intercept with its interval, in the unit of y
 */
public record Line(Statistic slope, Statistic intercept) {

  /** Neither slope nor intercept, for one reason. */
  public static Line undefined(String reason) {
    return new Line(Statistic.undefined(reason), Statistic.undefined(reason));
  }

  /**
   * Returns the line of least squares, slope and intercept ± t(n-2) standard errors (Draper and
   * Smith 1998, Applied Regression Analysis, section 1.4). Undefined below three points or where x
   * does not vary.
   *
   * @throws IllegalArgumentException if there are not equally many
   */
  public static Line of(double[] x, double[] y, double level) {
    Require.level(level);
    Require.sameLength(x.length, y.length, "x", "y");
    if (x.length < 3) {
      return undefined("fewer than three pairs");
    }
    Moments m = Moments.of(x, y);
    if (m.sxx() == 0) {
      return undefined("the values do not vary");
    }
    double slope = m.sxy() / m.sxx();
    double residual = Math.max(0, m.syy() - slope * m.sxy()) / (m.n() - 2);
    double t = Quantiles.student(level, m.n() - 2);
    double slopeError = Math.sqrt(residual / m.sxx());
    double interceptError = Math.sqrt(residual * (1.0 / m.n() + m.meanX() * m.meanX() / m.sxx()));
    return new Line(
        Statistic.of(Estimate.symmetric(slope, t * slopeError, level)),
        Statistic.of(Estimate.symmetric(m.meanY() - slope * m.meanX(), t * interceptError, level)));
  }
}
