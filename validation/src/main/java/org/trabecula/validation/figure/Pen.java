package org.trabecula.validation.figure;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param width in px
 * @param dashes lengths of dash and gap in turn, in px; none for a whole line
 */
public record Pen(Ink ink, double width, List<Double> dashes) {
  public Pen {
    dashes = List.copyOf(dashes);
  }

  static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, List.of());
  }

  static Pen dashed(Ink ink, double width) {
    return new Pen(ink, width, List.of(6.0, 3.0));
  }

  static Pen dotted(Ink ink, double width) {
    return new Pen(ink, width, List.of(1.5, 2.5));
  }

  static Pen dashDotted(Ink ink, double width) {
    return new Pen(ink, width, List.of(8.0, 2.5, 1.5, 2.5));
  }
}
