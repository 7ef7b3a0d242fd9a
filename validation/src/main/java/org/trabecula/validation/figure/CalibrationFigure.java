package org.trabecula.validation.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.CalibrationLine;

/** Mean DXA in groups of like estimate, with the intervals of the means. */
public final class CalibrationFigure {
  private static final String TITLE = "calibration";

  private CalibrationFigure() {}

  /** Draws the groups, in g/cm². */
  public static Figure of(
      Studied studied, List<CalibrationCurve.Point> groups, CalibrationLine line) {
    int n = groups.stream().mapToInt(CalibrationCurve.Point::n).sum();
    String level =
        groups.stream()
            .findFirst()
            .map(group -> ", bars: %s intervals".formatted(Words.level(group.meanTruth().level())))
            .orElse("");
    String caption =
        ("Mean DXA over mean estimate in %s of like estimate, %s%s. Line of least squares: slope"
                + " %s, intercept %s g/cm²; in the large %s g/cm².")
            .formatted(
                Words.count(groups.size(), "group"),
                Words.count(n, "pair"),
                level,
                Words.of(line.slope(), 3),
                Words.of(line.intercept(), 3),
                Words.of(line.inTheLarge(), 3));
    return studied.figure("calibration", TITLE, caption, chart(groups, line).drawing(studied));
  }

  static Chart chart(List<CalibrationCurve.Point> groups, CalibrationLine line) {
    double[] all =
        groups.stream()
            .flatMapToDouble(
                g -> DoubleStream.of(g.meanEstimate(), g.meanTruth().low(), g.meanTruth().high()))
            .toArray();
    Chart chart =
        new Chart(
            TITLE,
            Axis.covering("mean BMD estimated (g/cm²)", all),
            Axis.covering("mean BMD by DXA (g/cm²)", all));
    Pen identity = Pen.solid(Ink.BLACK, 1);
    chart.straight(0, 1, identity);
    if (line.slope() instanceof Statistic.Known(Estimate slope)
        && line.intercept() instanceof Statistic.Known(Estimate intercept)) {
      Pen pen = Pen.dashed(Ink.VERMILION, 1.6);
      chart.straight(intercept.value(), slope.value(), pen);
      chart.entry(pen, "least squares, slope " + slope.text(3));
    }
    for (CalibrationCurve.Point group : groups) {
      Estimate truth = group.meanTruth();
      chart.interval(group.meanEstimate(), truth.low(), truth.high(), Pen.solid(Ink.BLUE, 1.3));
      chart.mark(new Point(group.meanEstimate(), truth.value()), Symbol.DISC, Ink.BLUE);
    }
    chart.entry(identity, "identity");
    chart.entry(Symbol.DISC, Ink.BLUE, "groups of like estimate");
    return groups.isEmpty() ? chart.nothing("there are fewer than two pairs") : chart;
  }
}
