package org.trabecula.validation.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Two axes and what is drawn between them. All that a value makes lies within the frame: lines and
 * intervals are cut at its edge. Points given to this class are pairs of values.
 */
final class Chart {
  static final double WIDTH = 380;
  static final double LEFT = 58;
  static final double RIGHT = 368;
  static final double TOP = 28;
  static final double BOTTOM = 298;

  private static final double TICK_SIZE = 11;
  private static final double LABEL_SIZE = 12;
  private static final double LEGEND_LINE = 16;
  private static final double LEGEND_TOP = BOTTOM + 48;

  private final String title;
  private final Axis x;
  private final Axis y;
  private final List<Shape> grid = new ArrayList<>();
  private final List<Shape> marks = new ArrayList<>();
  private final List<Shape> legend = new ArrayList<>();
  private int legendLines;

  Chart(String title, Axis x, Axis y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /** Where a pair of values lies, in px; at the edge if it is beyond. */
  Point place(double valueX, double valueY) {
    return new Point(
        LEFT + x.share(x.within(valueX)) * (RIGHT - LEFT),
        BOTTOM - y.share(y.within(valueY)) * (BOTTOM - TOP));
  }

  Chart dots(List<Point> values, double radius, Ink ink) {
    if (!values.isEmpty()) {
      marks.add(
          new Shape.Dots(values.stream().map(v -> place(v.x(), v.y())).toList(), radius, ink));
    }
    return this;
  }

  Chart mark(Point value, Symbol symbol, Ink ink) {
    marks.add(symbol.at(place(value.x(), value.y()), 4, ink));
    return this;
  }

  /** A line through pairs of values, cut at the frame. */
  Chart line(List<Point> values, Pen pen) {
    for (List<Point> piece : Clip.within(values, x, y)) {
      marks.add(new Shape.Stroke(piece.stream().map(v -> place(v.x(), v.y())).toList(), pen));
    }
    return this;
  }

  /** The line y = intercept + slope · x, from edge to edge. */
  Chart straight(double intercept, double slope, Pen pen) {
    return line(
        List.of(
            new Point(x.low(), intercept + slope * x.low()),
            new Point(x.high(), intercept + slope * x.high())),
        pen);
  }

  Chart horizontal(double value, Pen pen) {
    return straight(value, 0, pen);
  }

  /** All between two values of y. */
  Chart band(double low, double high, Ink ink) {
    if (high >= y.low() && low <= y.high()) {
      Point upper = place(x.low(), high);
      Point lower = place(x.high(), low);
      marks.add(Shape.Fill.box(upper.x(), upper.y(), lower.x(), lower.y(), ink));
    }
    return this;
  }

  /** All between two curves over the same x. */
  Chart between(List<Point> lower, List<Point> upper, Ink ink) {
    if (lower.size() > 1) {
      List<Point> around = new ArrayList<>();
      upper.forEach(v -> around.add(place(v.x(), v.y())));
      lower.reversed().forEach(v -> around.add(place(v.x(), v.y())));
      marks.add(new Shape.Fill(around, ink));
    }
    return this;
  }

  /** An interval of y at a value of x. */
  Chart interval(double at, double low, double high, Pen pen) {
    if (x.holds(at) && high >= y.low() && low <= y.high()) {
      Point upper = place(at, high);
      Point lower = place(at, low);
      marks.add(new Shape.Stroke(List.of(lower, upper), pen));
      cap(upper, pen);
      cap(lower, pen);
    }
    return this;
  }

  private void cap(Point end, Pen pen) {
    marks.add(
        new Shape.Stroke(
            List.of(
                new Point(Math.max(LEFT, end.x() - 3), end.y()),
                new Point(Math.min(RIGHT, end.x() + 3), end.y())),
            pen));
  }

  /** Says in the middle of the frame why nothing is drawn. */
  Chart nothing(String reason) {
    List<String> lines = Lettering.lines(reason, TICK_SIZE, RIGHT - LEFT - 20);
    Point middle = new Point((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2);
    for (int i = 0; i < lines.size(); i++) {
      marks.add(
          label(lines.get(i), middle.plus(0, 15 * i), Shape.Anchor.MIDDLE, TICK_SIZE, Ink.GREY));
    }
    return this;
  }

  /** A line of the legend, below the chart, for a line. */
  Chart entry(Pen pen, String text) {
    Point left = legendPlace();
    legend.add(new Shape.Stroke(List.of(left, left.plus(24, 0)), pen));
    return entry(text);
  }

  /** A line of the legend for a mark. */
  Chart entry(Symbol symbol, Ink ink, String text) {
    legend.add(symbol.at(legendPlace().plus(12, 0), 4, ink));
    return entry(text);
  }

  /** A line of the legend for an area. */
  Chart entry(Ink area, String text) {
    Point left = legendPlace();
    legend.add(Shape.Fill.box(left.x(), left.y() - 4, left.x() + 24, left.y() + 4, area));
    return entry(text);
  }

  /** A line of the legend for what is not drawn. */
  Chart remark(String text) {
    return entry(text);
  }

  private Chart entry(String text) {
    double room = WIDTH - LEFT - 36;
    legend.add(
        label(
            Lettering.fitted(text, TICK_SIZE, room),
            legendPlace().plus(32, 4),
            Shape.Anchor.START,
            TICK_SIZE,
            Ink.BLACK));
    legendLines++;
    return this;
  }

  private Point legendPlace() {
    return new Point(LEFT, LEGEND_TOP + LEGEND_LINE * legendLines);
  }

  /** Shapes that values have made, all within the frame. */
  List<Shape> marks() {
    return List.copyOf(marks);
  }

  /** The whole chart. */
  Drawing drawing(Studied studied) {
    List<Shape> shapes = new ArrayList<>();
    shapes.addAll(Heading.shapes(title, studied, WIDTH));
    axes(shapes);
    shapes.addAll(marks);
    shapes.add(frame());
    shapes.addAll(legend);
    double height = legendLines == 0 ? BOTTOM + 44 : LEGEND_TOP + LEGEND_LINE * legendLines;
    return new Drawing(WIDTH, height, shapes);
  }

  private void axes(List<Shape> shapes) {
    Pen thin = Pen.solid(Ink.LIGHT, 0.8);
    for (BigDecimal tick : x.ticks().values()) {
      Point foot = new Point(LEFT + x.share(tick.doubleValue()) * (RIGHT - LEFT), BOTTOM);
      grid.add(new Shape.Stroke(List.of(foot, new Point(foot.x(), TOP)), thin));
      shapes.add(tickLabel(tick, foot.plus(0, 15), Shape.Anchor.MIDDLE));
    }
    for (BigDecimal tick : y.ticks().values()) {
      Point foot = new Point(LEFT, BOTTOM - y.share(tick.doubleValue()) * (BOTTOM - TOP));
      grid.add(new Shape.Stroke(List.of(foot, new Point(RIGHT, foot.y())), thin));
      shapes.add(tickLabel(tick, foot.plus(-6, 4), Shape.Anchor.END));
    }
    shapes.addAll(grid);
    shapes.add(
        label(
            x.label(),
            new Point((LEFT + RIGHT) / 2, BOTTOM + 33),
            Shape.Anchor.MIDDLE,
            LABEL_SIZE,
            Ink.BLACK));
    Point side = new Point(13, (TOP + BOTTOM) / 2);
    shapes.add(
        new Shape.Label(y.label(), side, Shape.Anchor.MIDDLE, LABEL_SIZE, false, true, Ink.BLACK));
  }

  private Shape frame() {
    return new Shape.Stroke(
        List.of(
            new Point(LEFT, TOP),
            new Point(RIGHT, TOP),
            new Point(RIGHT, BOTTOM),
            new Point(LEFT, BOTTOM),
            new Point(LEFT, TOP)),
        Pen.solid(Ink.GREY, 0.8));
  }

  private static Shape tickLabel(BigDecimal tick, Point at, Shape.Anchor anchor) {
    return label(Ticks.text(tick), at, anchor, TICK_SIZE, Ink.GREY);
  }

  static Shape label(String text, Point at, Shape.Anchor anchor, double size, Ink ink) {
    return new Shape.Label(text, at, anchor, size, false, false, ink);
  }
}
