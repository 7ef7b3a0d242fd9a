package org.trabecula.screening;

import java.util.List;

/**
 * A closed polygon around a region, in the radiograph's pixels; the last point joins the first.
 *
 * @param points at least three
 */
public record Outline(List<Point> points) {

  /**
   * A point counted between pixel centres: (0, 0) is the centre of the first pixel.
   *
   * @param row downwards
   * @param column to the right
   */
  public record Point(double row, double column) {}

  public Outline {
    points = List.copyOf(points);
    if (points.size() < 3) {
      throw new IllegalArgumentException("An outline of %d points".formatted(points.size()));
    }
  }
}
