package org.trabecula.validation.figure;

import java.util.List;

/** What a drawing is made of. All places in px. */
public sealed interface Shape {

  /** A line through places, at least two. */
  record Stroke(List<Point> through, Pen pen) implements Shape {
    public Stroke {
      through = List.copyOf(through);
      if (through.size() < 2) {
        throw new IllegalArgumentException("A line through %d places".formatted(through.size()));
      }
    }
  }

  /** A filled polygon, at least three corners. */
  record Fill(List<Point> corners, Ink ink) implements Shape {
    public Fill {
      corners = List.copyOf(corners);
      if (corners.size() < 3) {
        throw new IllegalArgumentException("A polygon of %d corners".formatted(corners.size()));
      }
    }

    /** A rectangle. */
    static Fill box(double left, double top, double right, double bottom, Ink ink) {
      return new Fill(
          List.of(
              new Point(left, top),
              new Point(right, top),
              new Point(right, bottom),
              new Point(left, bottom)),
          ink);
    }
  }

  /** Many equal discs, which show how many lie on each other if the ink is faint. */
  record Dots(List<Point> centres, double radius, Ink ink) implements Shape {
    public Dots {
      centres = List.copyOf(centres);
    }
  }

  /**
   * One line of text.
   *
   * @param at where it starts, ends or has its middle, on the base line
   * @param size of the letters, in px
   * @param upright whether it runs from below upwards
   */
  record Label(
      String text, Point at, Anchor anchor, double size, boolean bold, boolean upright, Ink ink)
      implements Shape {}

  /** Which part of a text its place is. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
