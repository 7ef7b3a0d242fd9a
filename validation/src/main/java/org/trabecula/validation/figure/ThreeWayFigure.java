package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.diagnosis.ThreeWayTable;

/** The three-way call in those who are low by DXA and in the others, as bars. */
public final class ThreeWayFigure {
  private static final double LEFT = 12;
  private static final double RIGHT = 768;
  private static final double WIDTH = 780;
  private static final double BAR = 26;
  private static final Ink LIKELY = Ink.VERMILION;
  private static final Ink OPEN = Ink.LIGHT;
  private static final Ink UNLIKELY = Ink.SKY;

  private ThreeWayFigure() {}

  /**
   * Draws the bars.
   *
   * @param condition what is called, for instance {@code T < -1}
   */
  public static Figure of(Studied studied, String condition, ThreeWayTable table) {
    String caption =
        ("Calls for %s, %s: of those with it by DXA %d likely, %d undetermined, %d unlikely; of the"
                + " others %d, %d and %d.")
            .formatted(
                condition,
                Words.count(table.size(), "radiograph"),
                table.low().likely(),
                table.low().undetermined(),
                table.low().unlikely(),
                table.notLow().likely(),
                table.notLow().undetermined(),
                table.notLow().unlikely());
    return studied.figure(
        "calls " + condition,
        "three-way call, " + condition,
        caption,
        drawing(studied, condition, table));
  }

  static Drawing drawing(Studied studied, String condition, ThreeWayTable table) {
    List<Shape> shapes =
        new ArrayList<>(Heading.shapes("three-way call, " + condition, studied, WIDTH));
    bar(shapes, condition + " by DXA", table.low(), 44);
    bar(shapes, "not " + condition + " by DXA", table.notLow(), 96);
    double y = 146;
    double x = LEFT;
    x = entry(shapes, LIKELY, "called likely low", x, y);
    x = entry(shapes, OPEN, "undetermined", x, y);
    entry(shapes, UNLIKELY, "called unlikely low", x, y);
    return new Drawing(WIDTH, 156, shapes);
  }

  private static void bar(
      List<Shape> shapes, String name, ThreeWayTable.Answers answers, double top) {
    shapes.add(
        Chart.label(
            name + ", n = " + answers.size(),
            new Point(LEFT, top - 4),
            Shape.Anchor.START,
            11.5,
            Ink.BLACK));
    double x = LEFT;
    x = part(shapes, answers.likely(), answers.size(), LIKELY, x, top);
    x = part(shapes, answers.undetermined(), answers.size(), OPEN, x, top);
    part(shapes, answers.unlikely(), answers.size(), UNLIKELY, x, top);
    shapes.add(
        new Shape.Stroke(
            List.of(
                new Point(LEFT, top),
                new Point(RIGHT, top),
                new Point(RIGHT, top + BAR),
                new Point(LEFT, top + BAR),
                new Point(LEFT, top)),
            Pen.solid(Ink.GREY, 0.8)));
  }

  private static double part(
      List<Shape> shapes, int count, int of, Ink ink, double left, double top) {
    if (count == 0) {
      return left;
    }
    double right = Math.min(RIGHT, left + (RIGHT - LEFT) * count / of);
    shapes.add(Shape.Fill.box(left, top, right, top + BAR, ink));
    shapes.add(
        new Shape.Stroke(
            List.of(new Point(right, top), new Point(right, top + BAR)),
            Pen.solid(Ink.WHITE, 1.5)));
    String whole = "%d (%d %%)".formatted(count, Math.round(100.0 * count / of));
    double room = right - left - 6;
    String text = Lettering.width(whole, 11.5) < room ? whole : Integer.toString(count);
    if (Lettering.width(text, 11.5) < room) {
      shapes.add(
          Chart.label(
              text,
              new Point((left + right) / 2, top + 17),
              Shape.Anchor.MIDDLE,
              11.5,
              ink.equals(LIKELY) ? Ink.WHITE : Ink.BLACK));
    }
    return right;
  }

  private static double entry(List<Shape> shapes, Ink ink, String text, double x, double y) {
    shapes.add(Shape.Fill.box(x, y - 9, x + 16, y + 1, ink));
    shapes.add(Chart.label(text, new Point(x + 22, y), Shape.Anchor.START, 11.5, Ink.BLACK));
    return x + 22 + Lettering.width(text, 11.5) + 26;
  }
}
