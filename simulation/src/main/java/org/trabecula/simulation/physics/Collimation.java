package org.trabecula.simulation.physics;

/**
 * The field that the collimator leaves open: a rectangle on the detector.
 *
 * @param centreXMm from the film's centre, positive to the right of the image, mm
 * @param centreYMm from the film's centre, positive downwards, mm
 * @param widthMm of the open field, mm
 * @param heightMm of the open field, mm
 * @param rotationDegrees of the collimator, clockwise
 */
public record Collimation(
    double centreXMm, double centreYMm, double widthMm, double heightMm, double rotationDegrees) {
  public Collimation {
    if (!(widthMm > 0) || !(heightMm > 0)) {
      throw new IllegalArgumentException(
          "The field is %s x %s mm".formatted(widthMm, heightMm));
    }
  }

  /** The whole of a film. */
  public static Collimation open(int rows, int columns, double pitchMm) {
    return new Collimation(0, 0, columns * pitchMm, rows * pitchMm, 0);
  }

  /** Distance into the field from its nearest edge, mm; negative outside. */
  public double depthMm(double xMm, double yMm) {
    double angle = Math.toRadians(rotationDegrees);
    double dx = xMm - centreXMm;
    double dy = yMm - centreYMm;
    double u = dx * Math.cos(angle) + dy * Math.sin(angle);
    double v = -dx * Math.sin(angle) + dy * Math.cos(angle);
    return Math.min(widthMm / 2 - Math.abs(u), heightMm / 2 - Math.abs(v));
  }

  /** {@link #depthMm} at the centre of every pixel of a film, row-major. */
  public float[] depths(int rows, int columns, double pitchMm) {
    float[] depths = new float[rows * columns];
    for (int r = 0; r < rows; r++) {
      double y = (r - (rows - 1) / 2.0) * pitchMm;
      for (int c = 0; c < columns; c++) {
        depths[r * columns + c] = (float) depthMm((c - (columns - 1) / 2.0) * pitchMm, y);
      }
    }
    return depths;
  }
}
