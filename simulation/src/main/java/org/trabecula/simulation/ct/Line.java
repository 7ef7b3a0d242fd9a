package org.trabecula.simulation.ct;

/** A line {@code z = height + slope * column} in a plane's rows and columns. */
record Line(double height, double slope) {
  /** Rise per column beyond which a line is not nearly level. */
  static final double STEEPEST = 0.5;

  double at(double column) {
    return height + slope * column;
  }

  /** Whether it runs across the body rather than along; one without a slope does not. */
  boolean nearlyLevel() {
    return Math.abs(slope) <= STEEPEST;
  }
}
