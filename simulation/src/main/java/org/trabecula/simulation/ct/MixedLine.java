package org.trabecula.simulation.ct;

import java.util.Arrays;

/**
 * The samples of a plane along nearly level lines: at every column the linear mean of the sample
 * below the line and the one above.
 *
 * <p>Lines of nearly the same slope follow each other. The plane is therefore laid out once along
 * that slope, each column moved down by whole samples, so that a line meets two or three of the
 * rows laid out, from end to end, whatever its slope: these the virtual machine mixes many samples
 * at a time.
 */
final class MixedLine {
  /** Room before a plane's first column; a plane is wider than the grid by less than twice this. */
  static final int BEFORE = 8;

  /** Rise per column beyond which a line is not nearly level. */
  private static final double STEEPEST = 0.5;

  /** Rows that a line meets which keeps the slope of the layout. */
  private static final int AT_ONCE = 3;

  private final float[] pairs;
  // Of every value of a pair: its column, and by how many rows that was moved.
  private final float[] columns;
  private final float[] moved;
  // Copies of the rows that are mixed.
  private final float[] below;
  private final float[] among;
  private final float[] above;
  // First column of every run of columns that are moved alike.
  private final int[] begins;
  // Of every row laid out: the columns that are not empty.
  private final int[] from;
  private final int[] to;
  // The layout: its pairs, slope, middle column, first row, number of rows.
  private float[] rows = {};
  private double slope;
  private double middle;
  private int stride;
  private int runs;
  private int first;
  private int count;
  private int low;
  private int high;

  /**
   * Makes room for lines.
   *
   * @param across columns of the grid
   * @param up rows of the grid
   */
  MixedLine(int across, int up) {
    pairs = new float[2 * (across + 4 * BEFORE)];
    moved = new float[pairs.length];
    below = new float[pairs.length];
    among = new float[pairs.length];
    above = new float[pairs.length];
    columns = new float[pairs.length];
    for (int at = 0; at < columns.length; at++) {
      columns[at] = at / 2 - BEFORE;
    }
    int most = up + 2 * BEFORE + (int) (STEEPEST * pairs.length / 2) + AT_ONCE;
    begins = new int[across + 2 * BEFORE + 1];
    from = new int[most];
    to = new int[most];
  }

  /** A line {@code z = height + slope * column} in a plane's rows and columns. */
  record Line(double height, double slope) {
    double at(double column) {
      return height + slope * column;
    }

    /** Whether it runs across the body rather than along; one without a slope does not. */
    boolean nearlyLevel() {
      return Math.abs(slope) <= STEEPEST;
    }
  }

  /** Lays out a plane for lines that lie between two nearly level ones, in place and slope. */
  void layOut(Plane plane, Line one, Line other) {
    stride = plane.stride();
    int across = stride / 2;
    middle = (across - 1) / 2.0;
    double mean = (one.slope() + other.slope()) / 2;
    // What rises by less than a sample needs no moving.
    slope = Math.abs(mean) * across < 1 ? 0 : mean;
    runs = 0;
    for (int column = 0; column < across; column++) {
      int by = (int) Math.floor(slope * (column - middle));
      int at = 2 * (column + BEFORE);
      if (column == 0 || by != moved[at - 1]) {
        begins[runs++] = column;
      }
      moved[at] = by;
      moved[at + 1] = by;
    }
    begins[runs] = across;
    int least = Math.min(by(0), by(runs - 1));
    int most = Math.max(by(0), by(runs - 1));
    first = Math.max(-most, Math.min(lowest(one), lowest(other)));
    int last = Math.min(plane.rows() - 1 - least, Math.max(highest(one), highest(other)));
    count = Math.max(AT_ONCE, last - first + 1);
    if (rows.length < count * stride) {
      rows = new float[count * stride];
    }
    for (int row = 0; row < count; row++) {
      layOut(plane, row);
    }
  }

  private void layOut(Plane plane, int row) {
    int start = row * stride;
    Arrays.fill(rows, start, start + stride, 0);
    from[row] = stride / 2;
    to[row] = 0;
    for (int run = 0; run < runs; run++) {
      int k = first + row + by(run);
      if (k >= 0 && k < plane.rows()) {
        int begin = Math.max(begins[run], plane.begin(k));
        int end = Math.min(begins[run + 1], plane.end(k));
        if (begin < end) {
          int n = 2 * (end - begin);
          System.arraycopy(plane.pairs(), k * stride + 2 * begin, rows, start + 2 * begin, n);
          from[row] = Math.min(from[row], begin);
          to[row] = Math.max(to[row], end);
        }
      }
    }
  }

  /** How far up the columns of a run lie that share a row of the layout. */
  private int by(int run) {
    return (int) moved[2 * (begins[run] + BEFORE)];
  }

  /** The lowest row, as laid out, that a line needs. */
  private int lowest(Line line) {
    return (int) Math.floor(line.at(middle) - drift(line));
  }

  /** The highest row, as laid out, that a line needs. */
  private int highest(Line line) {
    return (int) Math.floor(line.at(middle) + drift(line) + (slope == 0 ? 0 : 1)) + 1;
  }

  /** How far a line leaves the slope of the layout within the plane. */
  private double drift(Line line) {
    return Math.abs(line.slope() - slope) * middle;
  }

  /**
   * Mixes the plane that is laid out along a line.
   *
   * @return whether anything is on the line
   */
  boolean mix(Line line) {
    int bottom = Math.max(first, lowest(line)) - first;
    int top = Math.min(first + count - 1, highest(line)) - first;
    low = stride / 2;
    high = 0;
    for (int row = bottom; row <= top; row++) {
      low = Math.min(low, from[row]);
      high = Math.max(high, to[row]);
    }
    if (low >= high) {
      return false;
    }
    bottom = Math.min(bottom, count - AT_ONCE);
    float height = (float) (line.height() - first - bottom);
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
    float[] by = moved;
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
    float[] by = moved;
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
    float[] by = moved;
    int end = 2 * (high + BEFORE);
    for (int x = 2 * (low + BEFORE); x < end; x++) {
      float z = height + rise * column[x] - by[x];
      target[x] += 0.5f * (z + Math.abs(z)) * (a[x] - 2 * b[x] + c[x]);
    }
  }

  /** Loops are done many samples at a time only where all arrays have the same index. */
  private float[] copy(int row, float[] to) {
    System.arraycopy(rows, row * stride + 2 * low, to, 2 * (low + BEFORE), 2 * (high - low));
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
