package org.trabecula.validation.figure;

import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.RiskCalibration;

/** The share that is positive in groups of like predicted probability. */
public final class RiskCalibrationFigure {
  private RiskCalibrationFigure() {}

  /**
   * Draws the groups.
   *
   * @param condition what the probability is of, for instance {@code T < -1}
   * @param groups of like probability, with the share that is positive as their mean truth
   */
  public static Figure of(
      Studied studied,
      String condition,
      List<CalibrationCurve.Point> groups,
      RiskCalibration calibration) {
    String caption =
        ("Share of %s over predicted probability in %s, %s; bars: intervals of the shares."
                + " Slope %s, in the large %s (log odds), Brier score %s.")
            .formatted(
                condition,
                Words.count(groups.size(), "group"),
                Words.count(groups.stream().mapToInt(CalibrationCurve.Point::n).sum(), "subject"),
                Words.of(calibration.slope(), 2),
                Words.of(calibration.inTheLarge(), 2),
                Words.of(calibration.brier(), 3));
    return studied.figure(
        "risk calibration " + condition,
        "calibration of risk, " + condition,
        caption,
        chart(condition, groups).drawing(studied));
  }

  static Chart chart(String condition, List<CalibrationCurve.Point> groups) {
    Chart chart =
        new Chart(
            "calibration of risk, " + condition,
            Axis.share("predicted probability of " + condition),
            Axis.share("observed share"));
    Pen identity = Pen.solid(Ink.BLACK, 1);
    chart.straight(0, 1, identity);
    for (CalibrationCurve.Point group : groups) {
      Estimate observed = group.meanTruth();
      chart.interval(
          group.meanEstimate(), observed.low(), observed.high(), Pen.solid(Ink.BLUE, 1.3));
      chart.mark(new Point(group.meanEstimate(), observed.value()), Symbol.SQUARE, Ink.BLUE);
    }
    chart.entry(identity, "perfect calibration");
    chart.entry(Symbol.SQUARE, Ink.BLUE, "groups of like probability");
    return groups.isEmpty() ? chart.nothing("there is no predicted probability") : chart;
  }
}
