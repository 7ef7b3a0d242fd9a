package org.trabecula.learning.data;

import org.trabecula.radiography.CanonicalFrame;

/**
 * A similarity of the canonical grid about its centre, and a curve of the body on it: the same for
 * image and truth.
 *
 * @param cos scale times cosine of the rotation
 * @param sin scale times sine of the rotation
 * @param down shift, canonical pixels
 * @param right shift, canonical pixels
 * @param side -1 to mirror, else 1
 * @param curve of the body
 */
record Warp(double cos, double sin, double down, double right, int side, Curve curve) {
  private static final int ROWS = CanonicalFrame.ROWS;
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  /** Where a pixel comes from: row and column on a grid of the given coarseness. */
  private double sourceRow(double r, double c, int coarse) {
    double y = r - centre(ROWS / coarse);
    double x = side * (c - centre(COLUMNS / coarse));
    return cos * y - sin * x - down / coarse + centre(ROWS / coarse);
  }

  private double sourceColumn(double r, double c, int coarse) {
    double y = r - centre(ROWS / coarse);
    double x = side * (c - centre(COLUMNS / coarse));
    return sin * y + cos * x - right / coarse + centre(COLUMNS / coarse);
  }

  private static double centre(int length) {
    return (length - 1) / 2.0;
  }

  /** The image under this warp; 0 where it came from outside the field. */
  float[] image(float[] from) {
    float[] to = new float[from.length];
    float dRow = (float) (sourceRow(0, 1, 1) - sourceRow(0, 0, 1));
    float dColumn = (float) (sourceColumn(0, 1, 1) - sourceColumn(0, 0, 1));
    float[] lever = lever(COLUMNS, 1);
    for (int r = 0; r < ROWS; r++) {
      float row = (float) sourceRow(r, 0, 1);
      float column = (float) (sourceColumn(r, 0, 1) - curve.right(r));
      float turn = (float) curve.turn(r);
      for (int c = 0; c < COLUMNS; c++) {
        to[r * COLUMNS + c] = sampled(from, row + c * dRow - turn * lever[c], column + c * dColumn);
      }
    }
    return to;
  }

  /** The curve's lever by column, pixels of a grid of the given coarseness. */
  private static float[] lever(int columns, int coarse) {
    float[] lever = new float[columns];
    for (int c = 0; c < columns; c++) {
      lever[c] = (float) (Curve.lever(coarse * (c - centre(columns))) / coarse);
    }
    return lever;
  }

  private static float sampled(float[] from, float row, float column) {
    int r = (int) Math.floor(row);
    int c = (int) Math.floor(column);
    if (r < 0 || c < 0 || r >= ROWS - 1 || c >= COLUMNS - 1) {
      return 0;
    }
    int i = r * COLUMNS + c;
    float a = from[i];
    float b = from[i + 1];
    float d = from[i + COLUMNS];
    float e = from[i + COLUMNS + 1];
    if (a == 0 || b == 0 || d == 0 || e == 0) {
      return 0;
    }
    float y = row - r;
    float x = column - c;
    float top = a + x * (b - a);
    return top + y * (d + x * (e - d) - top);
  }

  /** The truth under this warp; what came from outside is outside the field. */
  Example.Truth truth(Example.Truth from) {
    Example.Truth to = from.withoutMaps();
    float[] lever = lever(Example.HALF_COLUMNS, 2);
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      double sideways = curve.right(2 * r + 0.5) / 2;
      double turn = curve.turn(2 * r + 0.5);
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        double row = sourceRow(r, c, 2) - turn * lever[c];
        double column = sourceColumn(r, c, 2) - sideways;
        int nearestRow = (int) Math.floor(row + 0.5);
        int nearestColumn = (int) Math.floor(column + 0.5);
        if (nearestRow >= 0
            && nearestColumn >= 0
            && nearestRow < Example.HALF_ROWS
            && nearestColumn < Example.HALF_COLUMNS) {
          int i = r * Example.HALF_COLUMNS + c;
          to.flags[i] = from.flags[nearestRow * Example.HALF_COLUMNS + nearestColumn];
          to.map[i] = (short) mineral(from.map, row, column);
        }
      }
    }
    return to;
  }

  private static int mineral(short[] map, double row, double column) {
    int r = (int) Math.clamp(Math.floor(row), 0, Example.HALF_ROWS - 2);
    int c = (int) Math.clamp(Math.floor(column), 0, Example.HALF_COLUMNS - 2);
    double y = Math.clamp(row - r, 0, 1);
    double x = Math.clamp(column - c, 0, 1);
    int i = r * Example.HALF_COLUMNS + c;
    double top = (map[i] & 0xFFFF) * (1 - x) + (map[i + 1] & 0xFFFF) * x;
    int below = i + Example.HALF_COLUMNS;
    double bottom = (map[below] & 0xFFFF) * (1 - x) + (map[below + 1] & 0xFFFF) * x;
    return (int) Math.round(top * (1 - y) + bottom * y);
  }
}
