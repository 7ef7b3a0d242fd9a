package org.trabecula.simulation.ct;

import java.util.Arrays;

/**
 * The samples of a plane along a nearly level line: at every column the linear mean of the sample
 * below the line and the one above.
 */
final class MixedLine {
  /** Columns before the first that a plane may have, and as many after its last. */
  static final int BEFORE = 8;

  /** Rise per column beyond which a line is not nearly level. */
  static final double STEEPEST = 0.5;

  /** The mean over the columns between the samples then lies on one height as well as can be. */
  private static final double LEVEL = 1e-6;

  private final float[] pairs;
  private final float[] columns;
  private int low;
  private int high;

  MixedLine(int across) {
    pairs = new float[2 * (across + 2 * BEFORE)];
    columns = new float[pairs.length];
    for (int at = 0; at < columns.length; at++) {
      columns[at] = at / 2;
    }
  }

  /**
   * Mixes a plane along the line {@code z = height + slope * column}, in its rows and columns.
   *
   * @return whether anything is on the line
   */
  boolean mix(Plane plane, double height, double slope) {
    low = 0;
    high = -1;
    int end = plane.stride() / 2;
    int column = 0;
    while (column < end) {
      double z = height + slope * column;
      int row = (int) Math.floor(z);
      int until = end;
      if (Math.abs(slope) > LEVEL) {
        double edge = slope > 0 ? row + 1 : row;
        double steps = (edge - height) / slope;
        until = Math.min(end, Math.max(column + 1, (int) Math.min(end, Math.ceil(steps))));
      }
      if (row >= 0 && row < plane.rows() - 1) {
        run(
            plane,
            row,
            Math.max(column, plane.from(row)),
            Math.min(until, plane.to(row)),
            height - row,
            slope);
      }
      column = until;
    }
    if (high < 0) {
      return false;
    }
    clear(low - 1, low);
    clear(high, high + 1);
    return true;
  }

  private void run(Plane plane, int row, int from, int to, double height, double slope) {
    if (from >= to) {
      return;
    }
    if (high < 0) {
      low = from;
    } else {
      clear(high, from);
    }
    high = to;
    float w = (float) (height + slope * from);
    blend(
        plane.pairs(),
        row * plane.stride() + 2 * from,
        plane.stride(),
        2 * (from + BEFORE),
        2 * (to - from),
        w,
        (float) slope);
  }

  private void blend(float[] from, int below, int stride, int to, int n, float w, float slope) {
    float[] target = pairs;
    float[] column = columns;
    int above = below + stride;
    for (int x = 0; x < n; x++) {
      float a = from[below + x];
      target[to + x] = a + (w + slope * column[x]) * (from[above + x] - a);
    }
  }

  private void clear(int from, int to) {
    if (from < to) {
      Arrays.fill(pairs, 2 * (from + BEFORE), 2 * (to + BEFORE), 0);
    }
  }

  /** The mixed pairs; that of column 0 is number {@link #BEFORE}. */
  float[] pairs() {
    return pairs;
  }

  /** The last column before the first that is not empty. */
  int low() {
    return low - 1;
  }

  /** The first column after the last that is not empty. */
  int high() {
    return high;
  }
}
