package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;

/** A mark for a single value; the form tells series apart where colours cannot. */
enum Symbol {
  DISC,
  SQUARE,
  DIAMOND,
  TRIANGLE;

  /** The mark around a place. */
  Shape at(Point centre, double radius, Ink ink) {
    return switch (this) {
      case DISC -> new Shape.Dots(List.of(centre), radius, ink);
      case SQUARE -> polygon(centre, radius, 4, Math.PI / 4, ink);
      case DIAMOND -> polygon(centre, 1.15 * radius, 4, 0, ink);
      case TRIANGLE -> polygon(centre, 1.2 * radius, 3, -Math.PI / 2, ink);
    };
  }

  private static Shape polygon(Point centre, double radius, int corners, double from, Ink ink) {
    List<Point> outline = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = from + 2 * Math.PI * i / corners;
      outline.add(centre.plus(1.15 * radius * Math.cos(angle), 1.15 * radius * Math.sin(angle)));
    }
    return new Shape.Fill(outline, ink);
  }
}
