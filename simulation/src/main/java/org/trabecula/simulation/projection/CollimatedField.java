package org.trabecula.simulation.projection;

import org.trabecula.simulation.skeleton.Camera;

/**
 * The rectangle that the collimator leaves open, in pixels of the areal-mass grid.
 *
 * @param centreRow between pixel centres
 * @param centreColumn between pixel centres
 * @param height in pixels, along the rows when not rotated
 * @param width in pixels
 * @param rotationDegrees clockwise as seen on the film
 */
public record CollimatedField(
    double centreRow, double centreColumn, double height, double width, double rotationDegrees) {
  public CollimatedField {
    if (!(height > 0 && width > 0)) {
      throw new IllegalArgumentException(
          "A field of %s x %s pixels is not open".formatted(height, width));
    }
  }

  /** The field of an exposure, in the middle of its image. */
  public static CollimatedField of(Camera camera, Positioning positioning) {
    return new CollimatedField(
        (camera.rows() - 1) / 2.0,
        (camera.columns() - 1) / 2.0,
        positioning.fieldHeightMm() / camera.pitchMm(),
        positioning.fieldWidthMm() / camera.pitchMm(),
        positioning.collimatorDegrees());
  }

  /** Whether a point of the grid is inside. */
  public boolean contains(double row, double column) {
    double angle = Math.toRadians(rotationDegrees);
    double x = column - centreColumn;
    double y = row - centreRow;
    double across = x * Math.cos(angle) + y * Math.sin(angle);
    double down = y * Math.cos(angle) - x * Math.sin(angle);
    return Math.abs(across) <= width / 2 && Math.abs(down) <= height / 2;
  }
}
