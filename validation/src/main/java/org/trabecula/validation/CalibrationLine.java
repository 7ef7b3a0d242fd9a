package org.trabecula.validation;

/**
 * The line of least squares from estimate to truth: a calibrated estimate has slope 1 and, in the
 * large, no difference (Steyerberg 2019, Clinical Prediction Models, chapter 15).
 *
 * @param slope ± t(n-2) standard errors
 * @param intercept ± t(n-2) standard errors, in g/cm²
 * @param inTheLarge mean of truth less estimate, in g/cm²
 */
public record CalibrationLine(Statistic slope, Statistic intercept, Statistic inTheLarge) {

  /** Returns the line; slope and intercept are undefined below three pairs or without spread. */
  public static CalibrationLine of(PairedValues pairs, double level) {
    Statistic inTheLarge = Agreement.bias(pairs, level).map(bias -> bias.times(-1));
    Moments m = pairs.moments();
    if (m.n() < 3 || m.sxx() == 0) {
      Statistic none =
          Statistic.undefined(m.n() < 3 ? "fewer than three pairs" : "the estimates do not vary");
      return new CalibrationLine(none, none, inTheLarge);
    }
    double slope = m.sxy() / m.sxx();
    double intercept = m.meanY() - slope * m.meanX();
    double residual = Math.max(0, m.syy() - slope * m.sxy()) / (m.n() - 2);
    double t = Quantiles.student(level, m.n() - 2);
    double slopeError = Math.sqrt(residual / m.sxx());
    double interceptError = Math.sqrt(residual * (1.0 / m.n() + m.meanX() * m.meanX() / m.sxx()));
    return new CalibrationLine(
        Statistic.of(Estimate.symmetric(slope, t * slopeError, level)),
        Statistic.of(Estimate.symmetric(intercept, t * interceptError, level)),
        inTheLarge);
  }
}
