package org.trabecula.validation.figure;

/** A place in px from the upper left corner, or a pair of values where a method says so. */
public record Point(double x, double y) {
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("(%s, %s) is not finite".formatted(x, y));
    }
  }

  Point plus(double right, double down) {
    return new Point(x + right, y + down);
  }
}
