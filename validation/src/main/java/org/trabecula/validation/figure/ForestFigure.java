package org.trabecula.validation.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** Several figures in subgroups, one under the other in panels side by side, above that of all. */
public final class ForestFigure {
  static final double WIDTH = 780;
  static final double LEFT = 196;

  private static final double RIGHT = 772;
  private static final double GAP = 34;
  private static final double LABEL = 10;
  private static final double COUNT = 184;
  private static final double TOP = 58;
  private static final double LINE = 16;
  private static final double SIZE = 11;
  private static final int MOST_STEPS = 3;

  private ForestFigure() {}

  /**
   * What a panel shows.
   *
   * @param title in print, short
   * @param unit of its axis, perhaps empty
   * @param marked where a whole line is drawn, for instance no bias
   * @param markedAs what that line is
   */
  public record Panel(String title, String unit, OptionalDouble marked, String markedAs) {}

  /**
   * A subgroup.
   *
   * @param trait what the groups are made by, in print; empty for all
   * @param label which one
   * @param n how many radiographs
   * @param values one for each panel
   */
  public record Row(String trait, String label, int n, List<Statistic> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * Draws the panels.
   *
   * @param part tells the figures of one site apart, for instance {@code forest}
   * @param all the row of all, which is drawn last and as a line through the subgroups
   * @throws IllegalArgumentException if a row has not one value for each panel
   */
  public static Figure of(
      Studied studied, String part, List<Panel> panels, List<Row> rows, Row all) {
    List<Row> every = new ArrayList<>(rows);
    every.add(all);
    for (Row row : every) {
      if (row.values().size() != panels.size()) {
        throw new IllegalArgumentException(
            "%d values for %d panels".formatted(row.values().size(), panels.size()));
      }
    }
    String level =
        all.values().stream()
            .flatMap(value -> value.known().stream())
            .findFirst()
            .map(e -> Words.level(e.level()) + " intervals")
            .orElse("no interval");
    String marked =
        panels.stream()
            .filter(panel -> panel.marked().isPresent())
            .map(Panel::markedAs)
            .collect(Collectors.joining(" or "));
    String caption =
        "%s in subgroups of %s, %s; a gap: not defined. Dashed: the figure of all%s."
            .formatted(
                capital(panels.stream().map(Panel::title).collect(Collectors.joining(", "))),
                Words.count(all.n(), "radiograph"),
                level,
                marked.isEmpty() ? "" : "; whole line: " + marked);
    return studied.figure(part, "subgroups", caption, drawing(studied, panels, every));
  }

  private static Drawing drawing(Studied studied, List<Panel> panels, List<Row> rows) {
    List<Shape> shapes = new ArrayList<>(Heading.shapes("subgroups", studied, WIDTH));
    double bottom = TOP + LINE * (rows.size() + headings(rows)) + 6;
    shapes.add(bold("n", new Point(COUNT, TOP - 12), Shape.Anchor.END));
    for (int i = 0; i < panels.size(); i++) {
      panel(shapes, panels.get(i), axis(panels.get(i), rows, i), span(i, panels.size()), bottom);
    }
    double y = TOP + LINE / 2;
    String trait = "";
    for (Row row : rows) {
      if (!row.trait().equals(trait)) {
        trait = row.trait();
        if (!trait.isEmpty()) {
          shapes.add(
              bold(
                  Lettering.fitted(trait, SIZE, COUNT),
                  new Point(LABEL, y + 4),
                  Shape.Anchor.START));
        }
        y += LINE;
      }
      row(shapes, panels, rows, row, y);
      y += LINE;
    }
    return new Drawing(WIDTH, bottom + 36, shapes);
  }

  /** From where to where a panel reaches, in px. */
  private record Span(double from, double to) {
    double at(Axis axis, double value) {
      return from + axis.share(axis.within(value)) * (to - from);
    }
  }

  private static Span span(int index, int panels) {
    double width = (RIGHT - LEFT - GAP * (panels - 1)) / panels;
    double from = LEFT + index * (width + GAP);
    return new Span(from, from + width);
  }

  private static void panel(List<Shape> shapes, Panel panel, Axis axis, Span span, double bottom) {
    double middle = (span.from() + span.to()) / 2;
    shapes.add(bold(panel.title(), new Point(middle, TOP - 12), Shape.Anchor.MIDDLE));
    for (BigDecimal tick : axis.ticks().values()) {
      double x = span.at(axis, tick.doubleValue());
      upright(shapes, x, bottom, Pen.solid(Ink.LIGHT, 0.8));
      shapes.add(
          Chart.label(
              Ticks.text(tick), new Point(x, bottom + 13), Shape.Anchor.MIDDLE, 9.5, Ink.GREY));
    }
    shapes.add(
        Chart.label(
            panel.unit(), new Point(middle, bottom + 28), Shape.Anchor.MIDDLE, 10.5, Ink.BLACK));
    panel
        .marked()
        .ifPresent(at -> upright(shapes, span.at(axis, at), bottom, Pen.solid(Ink.BLACK, 1)));
  }

  private static void row(
      List<Shape> shapes, List<Panel> panels, List<Row> rows, Row row, double y) {
    double room = COUNT - LABEL - 56;
    shapes.add(
        Chart.label(
            Lettering.fitted(row.label(), SIZE, room),
            new Point(LABEL + 12, y + 4),
            Shape.Anchor.START,
            SIZE,
            Ink.BLACK));
    shapes.add(
        Chart.label(
            Integer.toString(row.n()), new Point(COUNT, y + 4), Shape.Anchor.END, SIZE, Ink.BLACK));
    for (int i = 0; i < panels.size(); i++) {
      Axis axis = axis(panels.get(i), rows, i);
      Span span = span(i, panels.size());
      if (row.values().get(i) instanceof Statistic.Known(Estimate e)) {
        mark(shapes, axis, span, row, e, y);
      }
    }
  }

  private static void mark(
      List<Shape> shapes, Axis axis, Span span, Row row, Estimate e, double y) {
    shapes.add(
        new Shape.Stroke(
            List.of(new Point(span.at(axis, e.low()), y), new Point(span.at(axis, e.high()), y)),
            Pen.solid(Ink.BLUE, 1.5)));
    boolean all = row.trait().isEmpty();
    Point at = new Point(span.at(axis, e.value()), y);
    shapes.add(
        all
            ? Symbol.DIAMOND.at(at, 4.5, Ink.BLUE)
            : Symbol.SQUARE.at(at, 2.2 + Math.min(1.6, row.n() / 400.0), Ink.BLUE));
    if (all) {
      upright(shapes, at.x(), y, Pen.dashed(Ink.GREY, 1));
    }
  }

  private static void upright(List<Shape> shapes, double x, double bottom, Pen pen) {
    shapes.add(new Shape.Stroke(List.of(new Point(x, TOP - 6), new Point(x, bottom)), pen));
  }

  private static Shape bold(String text, Point at, Shape.Anchor anchor) {
    return new Shape.Label(text, at, anchor, SIZE, true, false, Ink.BLACK);
  }

  private static Axis axis(Panel panel, List<Row> rows, int index) {
    double[] reach =
        reach(
            panel, rows.stream().flatMap(row -> row.values().get(index).known().stream()).toList());
    return reach.length == 0
        ? Axis.share(panel.unit())
        : new Axis(
            panel.unit(),
            Ticks.covering(
                DoubleStream.of(reach).min().orElseThrow(),
                DoubleStream.of(reach).max().orElseThrow(),
                MOST_STEPS));
  }

  /** An interval of a few subjects may be so wide that it would flatten all others. */
  private static double[] reach(Panel panel, List<Estimate> known) {
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
    return DoubleStream.concat(ends, panel.marked().stream()).toArray();
  }

  private static double median(double[] values) {
    return DoubleStream.of(values).sorted().skip(values.length / 2).findFirst().orElse(0);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Lines that hold no values: the name of each trait, and a gap above all. */
  private static int headings(List<Row> rows) {
    return (int) rows.stream().map(Row::trait).distinct().count();
  }
}
