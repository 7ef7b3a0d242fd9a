package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;

/** The flow of participants (STARD 2015, figure 1): what came in, what was left out, what ended. */
public final class FlowFigure {
  private static final double WIDTH = 780;
  private static final double SIZE = 11.5;
  private static final double LINE = 15;
  private static final double PAD = 8;
  private static final double GAP = 22;
  private static final double MAIN_LEFT = 40;
  private static final double MAIN_RIGHT = 360;
  private static final double SIDE_LEFT = 430;
  private static final double SIDE_RIGHT = 770;
  private static final Pen PEN = Pen.solid(Ink.BLACK, 1);

  private FlowFigure() {}

  /**
   * A stage of the study.
   *
   * @param lines what the box says, its first line in bold
   * @param leftOut what did not go on from here, for each reason; perhaps none
   */
  public record Stage(List<String> lines, List<String> leftOut) {
    public Stage {
      lines = List.copyOf(lines);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Draws the flow.
   *
   * @param stages from the first to the last, at least one
   * @param endings boxes side by side below the last stage, for each result of the test; perhaps
   *     none
   */
  public static Figure of(
      Studied studied, String caption, List<Stage> stages, List<List<String>> endings) {
    return studied.figure(
        "flow", "flow of participants", caption, drawing(studied, stages, endings));
  }

  static Drawing drawing(Studied studied, List<Stage> stages, List<List<String>> endings) {
    List<Shape> shapes = new ArrayList<>(Heading.shapes("flow of participants", studied, WIDTH));
    double y = 34;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (i > 0) {
        arrow(shapes, new Point(middle(), y - GAP), new Point(middle(), y));
      }
      double bottom = box(shapes, stage.lines(), MAIN_LEFT, MAIN_RIGHT, y);
      if (!stage.leftOut().isEmpty()) {
        double side = y + 6;
        double sideBottom = box(shapes, stage.leftOut(), SIDE_LEFT, SIDE_RIGHT, side);
        double at = side + (Math.min(bottom, sideBottom) - side) / 2;
        arrow(shapes, new Point(MAIN_RIGHT, at), new Point(SIDE_LEFT, at));
        double longer = Math.max(bottom, sideBottom);
        if (longer > bottom && (i + 1 < stages.size() || !endings.isEmpty())) {
          stem(shapes, bottom, longer);
        }
        bottom = longer;
      }
      y = bottom + GAP;
    }
    double end = endings(shapes, endings, y);
    return new Drawing(WIDTH, end + 8, shapes);
  }

  private static double endings(List<Shape> shapes, List<List<String>> endings, double y) {
    if (endings.isEmpty()) {
      return y - GAP;
    }
    double width = (WIDTH - 20 - 14.0 * (endings.size() - 1)) / endings.size();
    double rail = y - GAP + 10;
    stem(shapes, y - GAP, rail);
    double bottom = y;
    double first = 10 + width / 2;
    double last = 10 + (endings.size() - 1) * (width + 14) + width / 2;
    shapes.add(
        new Shape.Stroke(
            List.of(
                new Point(Math.min(first, middle()), rail),
                new Point(Math.max(last, middle()), rail)),
            PEN));
    for (int i = 0; i < endings.size(); i++) {
      double left = 10 + i * (width + 14);
      arrow(shapes, new Point(left + width / 2, rail), new Point(left + width / 2, y + 8));
      bottom = Math.max(bottom, box(shapes, endings.get(i), left, left + width, y + 8));
    }
    return bottom;
  }

  private static double middle() {
    return (MAIN_LEFT + MAIN_RIGHT) / 2;
  }

  private static void stem(List<Shape> shapes, double from, double to) {
    shapes.add(new Shape.Stroke(List.of(new Point(middle(), from), new Point(middle(), to)), PEN));
  }

  /** Draws a box with its lines, broken where they are too long, and returns its lower edge. */
  private static double box(
      List<Shape> shapes, List<String> texts, double left, double right, double top) {
    List<Shape> labels = new ArrayList<>();
    double y = top + PAD;
    for (int i = 0; i < texts.size(); i++) {
      for (String line : Lettering.lines(texts.get(i), SIZE, right - left - 2 * PAD)) {
        y += LINE;
        labels.add(
            new Shape.Label(
                Lettering.fitted(line, SIZE, right - left - PAD),
                new Point(left + PAD, y - 4),
                Shape.Anchor.START,
                SIZE,
                i == 0,
                false,
                Ink.BLACK));
      }
    }
    double bottom = y + PAD - 2;
    shapes.add(
        new Shape.Stroke(
            List.of(
                new Point(left, top),
                new Point(right, top),
                new Point(right, bottom),
                new Point(left, bottom),
                new Point(left, top)),
            PEN));
    shapes.addAll(labels);
    return bottom;
  }

  private static void arrow(List<Shape> shapes, Point from, Point to) {
    shapes.add(new Shape.Stroke(List.of(from, to), PEN));
    boolean down = to.y() > from.y();
    shapes.add(
        new Shape.Fill(
            down
                ? List.of(to, to.plus(-4, -7), to.plus(4, -7))
                : List.of(to, to.plus(-7, -4), to.plus(-7, 4)),
            Ink.BLACK));
  }
}
