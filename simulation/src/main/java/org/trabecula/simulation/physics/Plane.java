package org.trabecula.simulation.physics;

/**
 * The pixel grid of a detector.
 *
 * @param pitchMm distance between pixels on the detector, mm
 */
public record Plane(int rows, int columns, double pitchMm) {
  public Plane {
    if (rows < 1 || columns < 1 || !(pitchMm > 0)) {
      throw new IllegalArgumentException(
          "%d rows x %d columns, pitchMm %s mm".formatted(rows, columns, pitchMm));
    }
  }

  /** Number of pixels. */
  public int size() {
    return rows * columns;
  }
}
