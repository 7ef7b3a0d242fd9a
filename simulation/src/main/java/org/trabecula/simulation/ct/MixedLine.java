package org.trabecula.simulation.ct;

import java.util.Arrays;

/**
 * The samples of a plane along nearly level lines: at every column the linear mean of the sample
 * below the line and the one above.
 *
 * <p>Lines of nearly the same slope follow each other. The plane is therefore laid out once along
 * that slope as {@link SlopedRows}: a line then meets two or three of the rows laid out, whatever
 * its slope, and these the virtual machine mixes many samples at a time.
 */
final class MixedLine {
  /** Room before the pair of column 0. */
  static final int BEFORE = SlopedRows.BEFORE;

  private static final int AT_ONCE = SlopedRows.AT_ONCE;

  private final SlopedRows rows;
  private final float[] pairs;
  // Of every value of a pair: its column.
  private final float[] columns;
  // Copies of the rows that are mixed.
  private final float[] below;
  private final float[] among;
  private final float[] above;
  private int low;
  private int high;

  /**
   * Makes room for lines.
   *
   * @param across columns of the grid
   * @param up rows of the grid
   */
  MixedLine(int across, int up) {
    rows = new SlopedRows(across, up);
    pairs = new float[2 * (across + 4 * BEFORE)];
    below = new float[pairs.length];
    among = new float[pairs.length];
    above = new float[pairs.length];
    columns = new float[pairs.length];
    for (int at = 0; at < columns.length; at++) {
      columns[at] = at / 2 - BEFORE;
    }
  }

  /** Lays out a plane for lines that lie between two nearly level ones, in place and slope. */
  void layOut(Plane plane, Line one, Line other) {
    rows.layOut(plane, one, other);
  }

  /**
   * Mixes the plane that is laid out along a line.
   *
   * @return whether anything is on the line
   */
  boolean mix(Line line) {
    int bottom = Math.max(rows.first(), rows.lowest(line)) - rows.first();
    int top = Math.min(rows.first() + rows.count() - 1, rows.highest(line)) - rows.first();
    low = rows.columns();
    high = 0;
    for (int row = bottom; row <= top; row++) {
      low = Math.min(low, rows.from(row));
      high = Math.max(high, rows.to(row));
    }
    if (low >= high) {
      return false;
    }
    bottom = Math.min(bottom, rows.count() - AT_ONCE);
    float height = (float) (line.height() - rows.first() - bottom);
    if (top - bottom < 2) {
      blendTwo(bottom, height, (float) line.slope());
    } else {
      blend(bottom, height, (float) line.slope());
    }
    for (int row = bottom + AT_ONCE; row <= top; row++) {
      bend(row - 1, height - (row - 1 - bottom), (float) line.slope());
    }
    Arrays.fill(pairs, 2 * (low - 1 + BEFORE), 2 * (low + BEFORE), 0);
    Arrays.fill(pairs, 2 * (high + BEFORE), 2 * (high + 1 + BEFORE), 0);
    return true;
  }

  /**
   * Mixes three rows: as many as a line meets that keeps the slope of the layout. Between the first
   * two the mean is linear; past the second it bends by their second difference. The outermost rows
   * are empty, so that nothing is drawn out beyond them.
   */
  private void blend(int row, float height, float rise) {
    float[] target = pairs;
    float[] a = copy(row, below);
    float[] b = copy(row + 1, among);
    float[] c = copy(row + 2, above);
    float[] column = columns;
    float[] by = rows.moved();
    int end = 2 * (high + BEFORE);
    for (int x = 2 * (low + BEFORE); x < end; x++) {
      float z = height + rise * column[x] - by[x];
      float past = 0.5f * (z - 1 + Math.abs(z - 1));
      target[x] = a[x] + z * (b[x] - a[x]) + past * (a[x] - 2 * b[x] + c[x]);
    }
  }

  /** Mixes the two rows that a level line lies between. */
  private void blendTwo(int row, float height, float rise) {
    float[] target = pairs;
    float[] a = copy(row, below);
    float[] b = copy(row + 1, above);
    float[] column = columns;
    float[] by = rows.moved();
    int end = 2 * (high + BEFORE);
    for (int x = 2 * (low + BEFORE); x < end; x++) {
      target[x] = a[x] + (height + rise * column[x] - by[x]) * (b[x] - a[x]);
    }
  }

  /** Lets the mean bend once more, at one more row. */
  private void bend(int row, float height, float rise) {
    float[] target = pairs;
    float[] a = copy(row - 1, below);
    float[] b = copy(row, among);
    float[] c = copy(row + 1, above);
    float[] column = columns;
    float[] by = rows.moved();
    int end = 2 * (high + BEFORE);
    for (int x = 2 * (low + BEFORE); x < end; x++) {
      float z = height + rise * column[x] - by[x];
      target[x] += 0.5f * (z + Math.abs(z)) * (a[x] - 2 * b[x] + c[x]);
    }
  }

  /** Loops are done many samples at a time only where all arrays have the same index. */
  private float[] copy(int row, float[] to) {
    rows.copy(row, low, high, to);
    return to;
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
