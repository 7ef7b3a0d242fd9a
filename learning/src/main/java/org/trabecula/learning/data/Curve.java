package org.trabecula.learning.data;

import org.trabecula.radiography.CanonicalFrame;

/**
 * A sideways curve of the body on the canonical grid, as scoliosis or a bent patient makes it: each
 * row is moved sideways by a sine, and near the midline turned to stay perpendicular to it.
 *
 * @param amplitude canonical pixels
 * @param radiansPerRow of the sine
 * @param phase of the sine at row 0, radians
 */
record Curve(double amplitude, double radiansPerRow, double phase) {
  /** No curve. */
  static final Curve STRAIGHT = new Curve(0, 0, 0);

  /** Beyond this distance from the midline the body no longer turns with the spine, mm. */
  private static final double REACH_MM = 30;

  /** How far right of its straight place a row lies, canonical pixels. */
  double right(double row) {
    return amplitude * Math.sin(radiansPerRow * row + phase);
  }

  /** By how much a turn moves a pixel down, canonical pixels. */
  static double lever(double fromMidline) {
    double reach = REACH_MM / CanonicalFrame.MM_PER_PIXEL;
    return reach * Math.tanh(fromMidline / reach);
  }

  /** The turn of a row that keeps it perpendicular to the curve, radians, if small. */
  double turn(double row) {
    return -amplitude * radiansPerRow * Math.cos(radiansPerRow * row + phase);
  }
}
