package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;

/** What every figure says at its top, for it may be copied out of the report. */
final class Heading {
  private static final double SIZE = 12.5;
  private static final double BASE = 16;
  private static final String TAG = "SYNTHETIC";

  private Heading() {}

  static List<Shape> shapes(String title, Studied studied, double width) {
    List<Shape> shapes = new ArrayList<>();
    double room = width - 20;
    if (studied.synthetic()) {
      double tag = Lettering.width(TAG, 9) + 12;
      room -= tag + 6;
      shapes.add(Shape.Fill.box(width - 12 - tag, 4, width - 12, 20, Ink.BLACK));
      shapes.add(
          new Shape.Label(
              TAG,
              new Point(width - 12 - tag / 2, 15.5),
              Shape.Anchor.MIDDLE,
              9,
              true,
              false,
              Ink.WHITE));
    }
    String whole = studied.of() + ": " + title;
    shapes.add(
        new Shape.Label(
            Lettering.fitted(whole, 1.06 * SIZE, room),
            new Point(8, BASE),
            Shape.Anchor.START,
            SIZE,
            true,
            false,
            Ink.BLACK));
    return shapes;
  }
}
