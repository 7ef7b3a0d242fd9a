package org.trabecula.simulation.anatomy;

/** Finds the pixels that triangles cover. */
final class TriangleRaster {
  /** Takes a pixel and the twice signed areas that it spans with each corner's opposite side. */
  @FunctionalInterface
  interface Sink {
    void accept(int row, int column, double first, double second, double third);
  }

  private TriangleRaster() {}

  /** Visits the pixels whose centres lie in a triangle of three columns x and rows y. */
  static void fill(double[] x, double[] y, int rows, int columns, Sink sink) {
    int first = (int) Math.max(0, Math.min(y[0], Math.min(y[1], y[2])));
    int last = (int) Math.min(rows - 1, Math.max(y[0], Math.max(y[1], y[2])) + 1);
    int left = (int) Math.max(0, Math.min(x[0], Math.min(x[1], x[2])));
    int right = (int) Math.min(columns - 1, Math.max(x[0], Math.max(x[1], x[2])) + 1);
    for (int row = first; row <= last; row++) {
      for (int column = left; column <= right; column++) {
        double third = turn(x, y, 0, 1, column, row);
        double one = turn(x, y, 1, 2, column, row);
        double second = turn(x, y, 2, 0, column, row);
        if (third >= 0 && one >= 0 && second >= 0 || third <= 0 && one <= 0 && second <= 0) {
          sink.accept(row, column, one, second, third);
        }
      }
    }
  }

  private static double turn(double[] x, double[] y, int i, int j, double px, double py) {
    return (x[j] - x[i]) * (py - y[i]) - (y[j] - y[i]) * (px - x[i]);
  }
}
