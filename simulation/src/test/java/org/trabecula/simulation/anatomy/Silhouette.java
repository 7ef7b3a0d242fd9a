package org.trabecula.simulation.anatomy;

/**
 * A proximal femur seen from the front, as dark pixels: outwards to the right, down to the bottom;
 * and what can be measured on it. The same measure for bones of any origin.
 */
final class Silhouette {
  static final double PITCH = 0.5;
  private static final int WIDE = 360;
  private static final int HIGH = 420;

  /** Where the head's centre is expected. */
  private static final int COLUMN = 90;

  private static final int ROW = 120;

  private final boolean[] bone = new boolean[WIDE * HIGH];
  private double headColumn = COLUMN;
  private double headRow = ROW;
  private double headRadius = 20 / PITCH;

  /**
   * What is measured, in mm, mm² and degrees.
   *
   * @param head diameter
   * @param neck least width
   * @param neckShaft angle between neck and shaft
   * @param offset distance of the head's centre from the shaft's axis
   * @param area of the first 100 mm from the top
   */
  record Measures(double head, double neck, double neckShaft, double offset, double area) {}

  int columns() {
    return WIDE;
  }

  int rows() {
    return HIGH;
  }

  double outwards(int column) {
    return (column - COLUMN) * PITCH;
  }

  double downwards(int row) {
    return (row - ROW) * PITCH;
  }

  void set(int row, int column) {
    bone[row * WIDE + column] = true;
  }

  /** Fills the triangle of three places, outwards and downwards from where the head should be. */
  void fill(double[] outwards, double[] downwards) {
    double[] x = new double[3];
    double[] y = new double[3];
    for (int i = 0; i < 3; i++) {
      x[i] = COLUMN + outwards[i] / PITCH;
      y[i] = ROW + downwards[i] / PITCH;
    }
    TriangleRaster.fill(x, y, HIGH, WIDE, (row, column, a, b, c) -> set(row, column));
  }

  Measures measures() {
    for (int i = 0; i < 20; i++) {
      fitHead();
    }
    double[] shaft = shaft();
    double[] neck = neck(shaft);
    double axis = shaft[0] + shaft[1] * headRow;
    double offset = (axis - headColumn) / Math.hypot(1, shaft[1]);
    return new Measures(2 * headRadius * PITCH, neck[0] * PITCH, neck[1], offset * PITCH, area());
  }

  /**
   * Least width across a line from the head's centre that has as much bone above as below it, and
   * the angle between that line and the shaft.
   */
  private double[] neck(double[] shaft) {
    double[] least = {Double.POSITIVE_INFINITY, 0};
    for (int degrees = 20; degrees <= 65; degrees++) {
      double c = Math.cos(Math.toRadians(degrees));
      double s = Math.sin(Math.toRadians(degrees));
      for (double t = 0.8 * headRadius; t < 1.8 * headRadius; t++) {
        double x = headColumn + t * c;
        double y = headRow + t * s;
        double above = reach(x, y, s, -c);
        double below = reach(x, y, -s, c);
        if (Math.abs(above - below) < 0.1 * (above + below) && above + below < least[0]) {
          double cosine = (-c * shaft[1] - s) / Math.hypot(1, shaft[1]);
          least = new double[] {above + below, Math.toDegrees(Math.acos(cosine))};
        }
      }
    }
    return least;
  }

  /** Moves the head's circle towards its rim, from its inner side over its top. */
  private void fitHead() {
    double sum = 0;
    double x = 0;
    double y = 0;
    int count = 0;
    for (int degrees = 60; degrees <= 200; degrees += 5) {
      double c = Math.cos(Math.toRadians(degrees));
      double s = -Math.sin(Math.toRadians(degrees));
      double r = reach(headColumn, headRow, c, s);
      sum += r;
      x += (r - headRadius) * c;
      y += (r - headRadius) * s;
      count++;
    }
    headColumn += x / count;
    headRow += y / count;
    headRadius = sum / count;
  }

  /** Distance to the rim in a direction, pixels. */
  private double reach(double x, double y, double dx, double dy) {
    double t = 0;
    while (t < 200 && isBone(x + t * dx, y + t * dy)) {
      t += 0.1;
    }
    return t;
  }

  private boolean isBone(double x, double y) {
    int column = (int) Math.round(x);
    int row = (int) Math.round(y);
    return column >= 0 && column < WIDE && row >= 0 && row < HIGH && bone[row * WIDE + column];
  }

  /**
   * The line through the middles of the shaft 75 to 110 mm below the head: column of row 0, lean.
   */
  private double[] shaft() {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxy = 0;
    double syy = 0;
    for (int row = (int) (headRow + 75 / PITCH); row < headRow + 110 / PITCH; row++) {
      double sum = 0;
      int count = 0;
      for (int column = 0; column < WIDE; column++) {
        if (bone[row * WIDE + column]) {
          sum += column;
          count++;
        }
      }
      double middle = sum / count;
      n++;
      sx += middle;
      sy += row;
      sxy += row * middle;
      syy += (double) row * row;
    }
    double lean = (n * sxy - sx * sy) / (n * syy - sy * sy);
    return new double[] {(sx - lean * sy) / n, lean};
  }

  private double area() {
    int top = 0;
    while (!rowHasBone(top)) {
      top++;
    }
    int count = 0;
    for (int i = top * WIDE; i < (top + 100 / PITCH) * WIDE; i++) {
      count += bone[i] ? 1 : 0;
    }
    return count * PITCH * PITCH;
  }

  private boolean rowHasBone(int row) {
    for (int column = 0; column < WIDE; column++) {
      if (bone[row * WIDE + column]) {
        return true;
      }
    }
    return false;
  }
}
