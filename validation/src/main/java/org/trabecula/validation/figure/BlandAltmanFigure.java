package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.agreement.BlandAltman;

/** Differences over means, with the bias, the limits of agreement and the interval of each. */
public final class BlandAltmanFigure {
  private static final String TITLE = "Bland-Altman";

  private BlandAltmanFigure() {}

  /** Draws the pairs, in g/cm². */
  public static Figure of(Studied studied, PairedValues pairs, Optional<BlandAltman> limits) {
    String caption =
        "Difference of estimate and DXA over the mean of both, %s. %s"
            .formatted(
                Words.count(pairs.size(), "pair"),
                limits
                    .map(BlandAltmanFigure::words)
                    .orElse("No limits of agreement: fewer than two pairs."));
    return studied.figure("bland-altman", TITLE, caption, chart(pairs, limits).drawing(studied));
  }

  private static String words(BlandAltman limits) {
    return ("Solid: bias %s; dashed: limits of agreement %s and %s g/cm²; shaded: their %s"
            + " intervals.")
        .formatted(
            limits.bias().text(3),
            limits.lower().text(3),
            limits.upper().text(3),
            Words.level(limits.bias().level()));
  }

  static Chart chart(PairedValues pairs, Optional<BlandAltman> limits) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      points.add(new Point((pairs.estimate(i) + pairs.truth(i)) / 2, pairs.error(i)));
    }
    DoubleStream ends =
        limits.stream().flatMapToDouble(l -> DoubleStream.of(l.lower().low(), l.upper().high()));
    double[] errors = DoubleStream.concat(DoubleStream.of(pairs.errors()), ends).toArray();
    Chart chart =
        new Chart(
            TITLE,
            Axis.covering(
                "mean of estimate and DXA (g/cm²)",
                points.stream().mapToDouble(Point::x).toArray()),
            Axis.covering("estimate \u2212 DXA (g/cm²)", errors));
    limits.ifPresent(
        l -> List.of(l.lower(), l.bias(), l.upper()).forEach(interval -> shade(chart, interval)));
    chart.dots(points, AgreementFigure.DOT, Ink.BLUE.faint(0.35));
    chart.horizontal(0, Pen.dotted(Ink.BLACK, 1));
    limits.ifPresent(l -> lines(chart, l));
    return points.isEmpty() ? chart.nothing("there is no pair") : chart;
  }

  private static void shade(Chart chart, Estimate interval) {
    chart.band(interval.low(), interval.high(), Ink.AMBER.faint(0.35));
  }

  private static void lines(Chart chart, BlandAltman limits) {
    Pen bias = Pen.solid(Ink.VERMILION, 2);
    Pen limit = Pen.dashed(Ink.VERMILION, 1.6);
    chart.horizontal(limits.bias().value(), bias);
    chart.horizontal(limits.lower().value(), limit);
    chart.horizontal(limits.upper().value(), limit);
    chart.entry(bias, "bias " + limits.bias().text(3));
    chart.entry(
        limit,
        "limits %s and %s"
            .formatted(
                Words.number(limits.lower().value(), 3), Words.number(limits.upper().value(), 3)));
    chart.entry(Ink.AMBER.faint(0.35), Words.level(limits.bias().level()) + " intervals of these");
  }
}
