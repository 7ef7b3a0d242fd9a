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
  private final float[] rows;
  private final float[] below;
  private final float[] above;
  private int low;
  private int high;

  MixedLine(int across) {
    pairs = new float[2 * (across + 2 * BEFORE)];
    rows = new float[pairs.length];
    below = new float[pairs.length];
    above = new float[pairs.length];
    columns = new float[pairs.length];
    for (int at = 0; at < columns.length; at++) {
      columns[at] = at / 2 - BEFORE;
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
        run(plane, row, Math.max(column, plane.from(row)), Math.min(until, plane.to(row)));
      }
      column = until;
    }
    if (high < 0) {
      return false;
    }
    blend((float) height, (float) slope);
    Arrays.fill(pairs, 2 * (low - 1 + BEFORE), 2 * (low + BEFORE), 0);
    Arrays.fill(pairs, 2 * (high + BEFORE), 2 * (high + 1 + BEFORE), 0);
    return true;
  }

  /** Sets out the samples below and above the line where it stays between two rows. */
  private void run(Plane plane, int row, int from, int to) {
    if (from >= to) {
      return;
    }
    if (high < 0) {
      low = from;
    } else {
      clear(high, from);
    }
    high = to;
    int start = row * plane.stride() + 2 * from;
    int at = 2 * (from + BEFORE);
    int n = 2 * (to - from);
    System.arraycopy(plane.pairs(), start, below, at, n);
    System.arraycopy(plane.pairs(), start + plane.stride(), above, at, n);
    Arrays.fill(rows, at, at + n, row);
  }

  /** One loop over all runs, as short loops cost more than they do. */
  private void blend(float height, float slope) {
    float[] a = below;
    float[] b = above;
    float[] target = pairs;
    float[] column = columns;
    float[] row = rows;
    int end = 2 * (high + BEFORE);
    for (int x = 2 * (low + BEFORE); x < end; x++) {
      target[x] = a[x] + (height + slope * column[x] - row[x]) * (b[x] - a[x]);
    }
  }

  private void clear(int from, int to) {
    if (from < to) {
      Arrays.fill(below, 2 * (from + BEFORE), 2 * (to + BEFORE), 0);
      Arrays.fill(above, 2 * (from + BEFORE), 2 * (to + BEFORE), 0);
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
