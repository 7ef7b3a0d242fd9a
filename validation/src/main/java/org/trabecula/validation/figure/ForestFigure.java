package org.trabecula.validation.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** A figure in subgroups, one under the other, beside that of all. */
public final class ForestFigure {
  static final double WIDTH = 780;
  static final double LEFT = 262;
  static final double RIGHT = 582;

  private static final double LABEL = 12;
  private static final double COUNT = 236;
  private static final double VALUE = 598;
  private static final double TOP = 48;
  private static final double LINE = 18;
  private static final double SIZE = 11.5;

  private ForestFigure() {}

  /**
   * What is shown.
   *
   * @param kind what tells the figure's name apart, for instance {@code forest mae}
   * @param title in print
   * @param quantity quantity and unit
   * @param decimals in print
   * @param marked where a line is drawn besides, for instance no bias
   * @param markedAs what that line is
   */
  public record Quantity(
      String kind,
      String title,
      String quantity,
      int decimals,
      OptionalDouble marked,
      String markedAs) {}

  /**
   * A subgroup.
   *
   * @param trait what the groups are made by, in print; the first row of a trait says it
   * @param label which one
   * @param n how many radiographs
   * @param value the figure
   */
  public record Row(String trait, String label, int n, Statistic value) {}

  /**
   * Draws the rows.
   *
   * @param all the figure of all, which is drawn last and as a line through the subgroups
   */
  public static Figure of(Studied studied, Quantity quantity, List<Row> rows, Row all) {
    String level =
        all.value().known().map(e -> Words.level(e.level()) + " intervals").orElse("no interval");
    String caption =
        "%s in subgroups, %s in all, %s. Dashed: the figure of all%s."
            .formatted(
                capital(quantity.quantity()),
                Words.count(all.n(), "radiograph"),
                level,
                quantity.marked().isPresent() ? "; solid line: " + quantity.markedAs() : "");
    return studied.figure(
        quantity.kind(), quantity.title(), caption, drawing(studied, quantity, rows, all));
  }

  static Drawing drawing(Studied studied, Quantity quantity, List<Row> rows, Row all) {
    List<Row> every = new ArrayList<>(rows);
    every.add(all);
    Axis axis = Axis.covering(quantity.quantity(), reach(quantity, every));
    double bottom = TOP + LINE * (every.size() + traits(every)) + 6;
    List<Shape> shapes = new ArrayList<>(Heading.shapes(quantity.title(), studied, WIDTH));
    scale(shapes, axis, bottom);
    quantity
        .marked()
        .ifPresent(at -> upright(shapes, x(axis, at), bottom, Pen.solid(Ink.BLACK, 1)));
    all.value()
        .known()
        .ifPresent(e -> upright(shapes, x(axis, e.value()), bottom, Pen.dashed(Ink.GREY, 1)));
    double y = TOP + LINE / 2;
    String trait = "";
    for (Row row : every) {
      if (!row.trait().equals(trait)) {
        trait = row.trait();
        shapes.add(bold(trait, new Point(LABEL, y + 4)));
        y += LINE;
      }
      row(shapes, axis, quantity, row, y);
      y += LINE;
    }
    return new Drawing(WIDTH, bottom + 40, shapes);
  }

  private static void scale(List<Shape> shapes, Axis axis, double bottom) {
    shapes.add(bold("n", new Point(COUNT - 8, TOP - 12)));
    shapes.add(bold("value (interval)", new Point(VALUE, TOP - 12)));
    for (BigDecimal tick : axis.ticks().values()) {
      double x = LEFT + axis.share(tick.doubleValue()) * (RIGHT - LEFT);
      upright(shapes, x, bottom, Pen.solid(Ink.LIGHT, 0.8));
      shapes.add(
          Chart.label(
              Ticks.text(tick), new Point(x, bottom + 14), Shape.Anchor.MIDDLE, 11, Ink.GREY));
    }
    shapes.add(
        Chart.label(
            axis.label(),
            new Point((LEFT + RIGHT) / 2, bottom + 31),
            Shape.Anchor.MIDDLE,
            12,
            Ink.BLACK));
  }

  private static void row(List<Shape> shapes, Axis axis, Quantity quantity, Row row, double y) {
    shapes.add(text(Lettering.fitted(row.label(), SIZE, 180), LABEL + 14, y, Shape.Anchor.START));
    shapes.add(text(Integer.toString(row.n()), COUNT, y, Shape.Anchor.END));
    switch (row.value()) {
      case Statistic.Known(Estimate e) -> {
        Pen pen = Pen.solid(Ink.BLUE, 1.6);
        shapes.add(
            new Shape.Stroke(
                List.of(new Point(x(axis, e.low()), y), new Point(x(axis, e.high()), y)), pen));
        Symbol symbol = row.trait().isEmpty() ? Symbol.DIAMOND : Symbol.SQUARE;
        shapes.add(symbol.at(new Point(x(axis, e.value()), y), size(row), Ink.BLUE));
        shapes.add(text(e.text(quantity.decimals()), VALUE, y, Shape.Anchor.START));
      }
      case Statistic.Undefined(String reason) ->
          shapes.add(text(Lettering.fitted(reason, SIZE, 170), VALUE, y, Shape.Anchor.START));
    }
  }

  private static double size(Row row) {
    return row.trait().isEmpty() ? 5 : 2.4 + Math.min(2.2, row.n() / 250.0);
  }

  private static double x(Axis axis, double value) {
    return LEFT + axis.share(axis.within(value)) * (RIGHT - LEFT);
  }

  private static void upright(List<Shape> shapes, double x, double bottom, Pen pen) {
    shapes.add(new Shape.Stroke(List.of(new Point(x, TOP - 6), new Point(x, bottom)), pen));
  }

  private static Shape bold(String text, Point at) {
    return new Shape.Label(text, at, Shape.Anchor.START, SIZE, true, false, Ink.BLACK);
  }

  private static Shape text(String text, double x, double y, Shape.Anchor anchor) {
    return Chart.label(text, new Point(x, y + 4), anchor, SIZE, Ink.BLACK);
  }

  /** An interval of a few subjects may be so wide that it would flatten all others. */
  private static double[] reach(Quantity quantity, List<Row> rows) {
    List<Estimate> known = rows.stream().flatMap(row -> row.value().known().stream()).toList();
    double spread =
        known.stream().mapToDouble(Estimate::value).max().orElse(0)
            - known.stream().mapToDouble(Estimate::value).min().orElse(0);
    double median = median(known.stream().mapToDouble(e -> e.high() - e.low()).toArray());
    double margin = Math.max(spread, 4 * median);
    DoubleStream ends =
        known.stream()
            .flatMapToDouble(e ->
                DoubleStream.of(
                    Math.max(e.low(), e.value() - margin), Math.min(e.high(), e.value() + margin)));
    return DoubleStream.concat(ends, quantity.marked().stream()).toArray();
  }

  private static double median(double[] values) {
    return DoubleStream.of(values).sorted().skip(values.length / 2).findFirst().orElse(0);
  }

  private static int traits(List<Row> rows) {
    return (int) rows.stream().map(Row::trait).distinct().filter(t -> !t.isEmpty()).count();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
