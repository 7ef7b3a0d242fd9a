package org.trabecula.validation.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.trabecula.validation.monitoring.Alarm;
import org.trabecula.validation.monitoring.ChartPoint;
import org.trabecula.validation.monitoring.ControlChart;
import org.trabecula.validation.monitoring.Rule;

/**
 * A control chart: above, what each period brought, within its limits; below, the weighted mean of
 * the scores so far, within its own.
 */
public final class ControlChartFigure {
  private static final double LEFT = 58;
  private static final double TOP = 28;
  private static final double GAP = 12;
  private static final double VALUES = 108;
  private static final double DRIFT = 46;
  private static final double SIZE = 10.5;

  private final ControlChart chart;
  private final TimeAxis days;
  private final double right;
  private final List<Shape> shapes = new ArrayList<>();

  private ControlChartFigure(ControlChart chart, TimeAxis days, double width) {
    this.chart = chart;
    this.days = days;
    this.right = width - 12;
  }

  /**
   * Draws a chart.
   *
   * @param studied the device, and whether its films are simulated
   * @param from first day of the axis
   * @param to last day of the axis
   * @param wide whether it has a row of the page to itself
   */
  public static Figure of(
      ControlChart chart, Studied studied, LocalDate from, LocalDate to, boolean wide) {
    double width = wide ? 780 : 380;
    ControlChartFigure figure = new ControlChartFigure(chart, TimeAxis.covering(from, to), width);
    String period = chart.period().name().toLowerCase(Locale.ROOT);
    // Alone, a chart says its device; among the charts of a device, there is no room and no need.
    Studied of = wide ? studied : new Studied(chart.quantity().label(), studied.synthetic());
    String title = wide ? chart.quantity().label() : "by " + period;
    figure.shapes.addAll(Heading.shapes(title, of, width));
    figure.values();
    figure.drift();
    double height = TOP + VALUES + GAP + DRIFT + 22;
    return of.figure(
        wide ? chart.quantity().id() + " wide" : chart.device() + " " + chart.quantity().id(),
        title,
        caption(chart, wide),
        new Drawing(width, height, figure.shapes));
  }

  private static String caption(ControlChart chart, boolean wide) {
    String period = chart.period().name().toLowerCase(Locale.ROOT);
    String counts =
        "%s, judged by %s in %s. %s"
            .formatted(
                Words.count(chart.points().stream().mapToInt(ChartPoint::films).sum(), "film"),
                Words.count(chart.baseline().films(), "film"),
                Words.count(chart.baseline().periods(), period),
                chart.alarms().isEmpty()
                    ? "No alarm."
                    : Words.count(chart.alarms().size(), "alarm") + ".");
    return wide
        ? ("%s by %s: above, what each brought, its limits (black) and the baseline (dashed); below,"
                + " the weighted mean of the scores (EWMA, in standard deviations). %s")
            .formatted(capital(chart.quantity().label()), period, counts)
        : counts;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private double x(LocalDate day) {
    return LEFT + days.share(day) * (right - LEFT);
  }

  /** Where a value lies in a strip. */
  private static double y(Axis axis, double value, double top, double height) {
    return top + height * (1 - axis.share(axis.within(value)));
  }

  private void values() {
    boolean share = chart.quantity().isShare();
    double factor = share ? 100 : 1;
    double[] all =
        chart.points().stream()
            .flatMapToDouble(p ->
                DoubleStream.concat(
                    DoubleStream.of(p.value()),
                    DoubleStream.concat(stream(p.lower()), stream(p.upper()))))
            .toArray();
    double[] shown =
        DoubleStream.concat(DoubleStream.of(chart.centre()), DoubleStream.of(all))
            .map(v -> v * factor)
            .toArray();
    String unit = share ? "%" : chart.quantity().unit();
    Axis axis = Axis.covering(unit.isEmpty() ? "index" : unit, shown);
    frame(axis, TOP, VALUES);
    level(axis, chart.centre() * factor, TOP, VALUES, Pen.dashed(Ink.GREY, 1));
    steps(axis, ChartPoint::lower, factor);
    steps(axis, ChartPoint::upper, factor);
    for (Alarm alarm : chart.alarms()) {
      double at = x(alarm.begun());
      shapes.add(
          new Shape.Stroke(
              List.of(new Point(at, TOP), new Point(at, TOP + VALUES)),
              Pen.dotted(Ink.VERMILION, 1)));
    }
    List<Point> line = new ArrayList<>();
    for (ChartPoint point : chart.points()) {
      line.add(new Point(x(point.from()), y(axis, point.value() * factor, TOP, VALUES)));
    }
    if (line.size() > 1) {
      shapes.add(new Shape.Stroke(line, Pen.solid(Ink.SKY, 1)));
    }
    for (int i = 0; i < line.size(); i++) {
      boolean alarm = !chart.points().get(i).fired().isEmpty();
      boolean single = chart.points().get(i).fired().contains(Rule.LIMIT);
      shapes.add(
          (single ? Symbol.DIAMOND : Symbol.DISC)
              .at(line.get(i), single ? 4 : 2, alarm ? Ink.VERMILION : Ink.BLUE));
    }
  }

  private static DoubleStream stream(OptionalDouble value) {
    return value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty();
  }

  /** A limit as a step for each period that has one. */
  private void steps(Axis axis, Function<ChartPoint, OptionalDouble> limit, double factor) {
    List<ChartPoint> points = chart.points();
    double half = points.size() > 1 ? (x(points.get(1).from()) - x(points.get(0).from())) / 2 : 6;
    for (ChartPoint point : points) {
      OptionalDouble value = limit.apply(point);
      if (value.isPresent()) {
        double at = y(axis, value.getAsDouble() * factor, TOP, VALUES);
        double middle = x(point.from());
        shapes.add(
            new Shape.Stroke(
                List.of(
                    new Point(Math.max(LEFT, middle - half), at),
                    new Point(Math.min(right, middle + half), at)),
                Pen.solid(Ink.BLACK, 0.9)));
      }
    }
  }

  private void drift() {
    double top = TOP + VALUES + GAP;
    double[] all =
        chart.points().stream()
            .flatMapToDouble(p -> DoubleStream.of(p.ewma(), p.ewmaLimit(), -p.ewmaLimit(), 0))
            .toArray();
    Axis axis = new Axis("EWMA", Ticks.covering(min(all), max(all), 2));
    frame(axis, top, DRIFT);
    level(axis, 0, top, DRIFT, Pen.dashed(Ink.GREY, 1));
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    for (ChartPoint point : chart.points()) {
      double at = x(point.from());
      upper.add(new Point(at, y(axis, point.ewmaLimit(), top, DRIFT)));
      lower.add(new Point(at, y(axis, -point.ewmaLimit(), top, DRIFT)));
      line.add(new Point(at, y(axis, point.ewma(), top, DRIFT)));
    }
    if (line.size() > 1) {
      shapes.add(new Shape.Stroke(upper, Pen.solid(Ink.BLACK, 0.9)));
      if (!chart.quantity().isOnlyARiseAlarming()) {
        shapes.add(new Shape.Stroke(lower, Pen.solid(Ink.BLACK, 0.9)));
      }
      shapes.add(new Shape.Stroke(line, Pen.solid(Ink.BLUE, 1.6)));
    }
    List<Point> fired = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      var rules = chart.points().get(i).fired();
      if (rules.contains(Rule.EWMA) || rules.contains(Rule.CUSUM) || rules.contains(Rule.RUN)) {
        fired.add(line.get(i));
      }
    }
    if (!fired.isEmpty()) {
      shapes.add(new Shape.Dots(fired, 2.4, Ink.VERMILION));
    }
    for (LocalDate tick : days.ticks(right > 400 ? 10 : 5)) {
      shapes.add(
          Chart.label(
              TimeAxis.text(tick),
              new Point(x(tick), top + DRIFT + 14),
              Shape.Anchor.MIDDLE,
              SIZE,
              Ink.GREY));
    }
  }

  private static double min(double[] values) {
    return DoubleStream.of(values).min().orElse(-1);
  }

  private static double max(double[] values) {
    return DoubleStream.of(values).max().orElse(1);
  }

  /** The strip's edge, its ticks and the name of its axis. */
  private void frame(Axis axis, double top, double height) {
    Pen thin = Pen.solid(Ink.LIGHT, 0.8);
    for (BigDecimal tick : axis.ticks().values()) {
      double at = y(axis, tick.doubleValue(), top, height);
      shapes.add(new Shape.Stroke(List.of(new Point(LEFT, at), new Point(right, at)), thin));
      shapes.add(
          Chart.label(
              Ticks.text(tick), new Point(LEFT - 5, at + 3.5), Shape.Anchor.END, SIZE, Ink.GREY));
    }
    for (LocalDate tick : days.ticks(right > 400 ? 10 : 5)) {
      shapes.add(
          new Shape.Stroke(
              List.of(new Point(x(tick), top), new Point(x(tick), top + height)), thin));
    }
    shapes.add(
        new Shape.Stroke(
            List.of(
                new Point(LEFT, top),
                new Point(right, top),
                new Point(right, top + height),
                new Point(LEFT, top + height),
                new Point(LEFT, top)),
            Pen.solid(Ink.GREY, 0.8)));
    shapes.add(
        new Shape.Label(
            axis.label(),
            new Point(13, top + height / 2),
            Shape.Anchor.MIDDLE,
            SIZE,
            false,
            true,
            Ink.BLACK));
  }

  private void level(Axis axis, double value, double top, double height, Pen pen) {
    double at = y(axis, value, top, height);
    shapes.add(new Shape.Stroke(List.of(new Point(LEFT, at), new Point(right, at)), pen));
  }
}
