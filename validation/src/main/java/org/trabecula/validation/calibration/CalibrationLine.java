package org.trabecula.validation.calibration;

import java.util.List;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.Line;

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
    Line line = Line.of(pairs.estimates(), pairs.truths(), level);
    Statistic inTheLarge = Agreement.bias(pairs, level).map(bias -> bias.times(-1));
    return new CalibrationLine(line.slope(), line.intercept(), inTheLarge);
  }

  /** Returns the line where a subject may have several pairs: intervals of resampled subjects. */
  public static CalibrationLine of(PairedValues pairs, SubjectRows rows) {
    List<Statistic> figures =
        rows.figures(some -> {
          CalibrationLine line = of(pairs.rows(some), rows.level());
          return List.of(line.slope, line.intercept, line.inTheLarge);
        });
    return new CalibrationLine(figures.get(0), figures.get(1), figures.get(2));
  }
}
