package org.trabecula.simulation.skeleton;

import java.util.Optional;

/**
 * A flat detector and where its rays come from.
 *
 * @param rows of pixels
 * @param columns of pixels
 * @param pitchMm between pixel centres
 * @param corner centre of pixel (0, 0)
 * @param right unit direction of growing columns
 * @param down unit direction of growing rows
 * @param source the focal spot, or none where all rays are perpendicular to the detector
 */
public record Camera(
    int rows,
    int columns,
    double pitchMm,
    Point corner,
    Point right,
    Point down,
    Optional<Point> source) {

  public Camera {
    if (rows < 1 || columns < 1 || !(pitchMm > 0)) {
      throw new IllegalArgumentException(
          "%d x %d pixels of %s mm".formatted(rows, columns, pitchMm));
    }
  }

  /** Unit direction from the detector to the tube. */
  public Point towardsTube() {
    return right.cross(down);
  }

  /** How many times larger than life a point's surroundings appear. */
  public double magnification(Point point) {
    if (source.isEmpty()) {
      return 1;
    }
    Point normal = towardsTube();
    Point from = source.get();
    return normal.dot(corner.minus(from)) / normal.dot(point.minus(from));
  }

  /** Where a point falls on the detector. */
  public Point onDetector(Point point) {
    if (source.isEmpty()) {
      return point;
    }
    Point from = source.get();
    return from.plus(point.minus(from).times(magnification(point)));
  }

  /** Row of a point's image, between pixel centres. */
  public double row(Point point) {
    return onDetector(point).minus(corner).dot(down) / pitchMm;
  }

  /** Column of a point's image, between pixel centres. */
  public double column(Point point) {
    return onDetector(point).minus(corner).dot(right) / pitchMm;
  }
}
