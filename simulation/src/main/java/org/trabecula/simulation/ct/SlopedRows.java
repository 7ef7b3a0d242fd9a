package org.trabecula.simulation.ct;

import java.util.Arrays;

/**
 * A plane of samples laid out along the slope of the lines that will be read from it: each column
 * is moved down by whole samples, so that a line of nearly that slope meets two or three of the
 * rows laid out, from end to end.
 */
final class SlopedRows {
  /** Room before a plane's first column; a plane is wider than the grid by less than twice this. */
  static final int BEFORE = 8;

  /** Rows that a line meets which keeps the slope of the layout; there are never fewer. */
  static final int AT_ONCE = 3;

  // Of every value of a pair: by how many rows its column was moved.
  private final float[] moved;
  // First column of every run of columns that are moved alike.
  private final int[] begins;
  // Of every row laid out: the columns that are not empty.
  private final int[] from;
  private final int[] to;
  private float[] rows = {};
  private double slope;
  private double middle;
  private int stride;
  private int runs;
  private int first;
  private int count;

  /**
   * Makes room for planes.
   *
   * @param across columns of the grid
   * @param up rows of the grid
   */
  SlopedRows(int across, int up) {
    moved = new float[2 * (across + 4 * BEFORE)];
    begins = new int[across + 2 * BEFORE + 1];
    int most = up + 2 * BEFORE + (int) (Line.STEEPEST * moved.length / 2) + AT_ONCE;
    from = new int[most];
    to = new int[most];
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
  int lowest(Line line) {
    return (int) Math.floor(line.at(middle) - drift(line));
  }

  /** The highest row, as laid out, that a line needs. */
  int highest(Line line) {
    return (int) Math.floor(line.at(middle) + drift(line) + (slope == 0 ? 0 : 1)) + 1;
  }

  /** How far a line leaves the slope of the layout within the plane. */
  private double drift(Line line) {
    return Math.abs(line.slope() - slope) * middle;
  }

  /** The row laid out that is number 0, in rows of the plane. */
  int first() {
    return first;
  }

  /** How many rows are laid out. */
  int count() {
    return count;
  }

  /** Columns of the plane. */
  int columns() {
    return stride / 2;
  }

  /** The first column of a row laid out that is not empty. */
  int from(int row) {
    return from[row];
  }

  /** The column after the last of a row laid out that is not empty. */
  int to(int row) {
    return to[row];
  }

  /** Of every value of a pair, from {@link #BEFORE} on: by how many rows it was moved. */
  float[] moved() {
    return moved;
  }

  /** Copies the pairs of a row laid out, from column {@code low} to before {@code high}. */
  void copy(int row, int low, int high, float[] to) {
    System.arraycopy(rows, row * stride + 2 * low, to, 2 * (low + BEFORE), 2 * (high - low));
  }
}
