package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.Line;

/** Estimates against DXA, with the line of identity and those of Deming and Passing-Bablok. */
public final class AgreementFigure {
  static final double DOT = 1.6;

  private AgreementFigure() {}

  /**
   * Draws the pairs.
   *
   * @param pairs in g/cm², the truths by DXA
   */
  public static Figure of(Studied studied, PairedValues pairs, Line deming, Line passingBablok) {
    Chart chart = chart(pairs, deming, passingBablok);
    String caption =
        "Estimate against DXA, %s. Deming: %s. Passing-Bablok: %s."
            .formatted(Words.count(pairs.size(), "pair"), words(deming), words(passingBablok));
    return studied.figure("agreement", "estimate and DXA", caption, chart.drawing(studied));
  }

  static Chart chart(PairedValues pairs, Line deming, Line passingBablok) {
    double[] all =
        DoubleStream.concat(DoubleStream.of(pairs.truths()), DoubleStream.of(pairs.estimates()))
            .toArray();
    Chart chart =
        new Chart(
            "estimate and DXA",
            Axis.covering("BMD by DXA (g/cm²)", all),
            Axis.covering("BMD estimated (g/cm²)", all));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      points.add(new Point(pairs.truth(i), pairs.estimate(i)));
    }
    Pen identity = Pen.solid(Ink.BLACK, 1);
    chart.dots(points, DOT, Ink.BLUE.faint(0.35)).straight(0, 1, identity);
    chart.entry(identity, "identity");
    line(chart, deming, "Deming", Pen.solid(Ink.VERMILION, 2));
    line(chart, passingBablok, "Passing-Bablok", Pen.dashed(Ink.GREEN, 2));
    return points.isEmpty() ? chart.nothing("there is no pair") : chart;
  }

  private static void line(Chart chart, Line line, String name, Pen pen) {
    if (line.slope() instanceof Statistic.Known(Estimate slope)
        && line.intercept() instanceof Statistic.Known(Estimate intercept)) {
      chart.straight(intercept.value(), slope.value(), pen);
      chart.entry(
          pen,
          "%s: %s + %s · DXA"
              .formatted(name, Words.number(intercept.value(), 3), Words.number(slope.value(), 3)));
    } else {
      chart.entry(pen, name + ": not defined");
    }
  }

  private static String words(Line line) {
    return switch (line.slope()) {
      case Statistic.Known(Estimate slope) ->
          "slope %s, intercept %s g/cm², %s intervals"
              .formatted(slope.text(3), Words.of(line.intercept(), 3), Words.level(slope.level()));
      case Statistic.Undefined(String reason) -> "not defined (" + reason + ")";
    };
  }
}
