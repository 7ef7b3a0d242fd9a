package org.trabecula.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.trabecula.radiography.CanonicalFrame;

/**
 * Outlines of a mask, between its pixels where the probability crosses one half (marching squares,
 * Lorensen and Cline 1987 in the plane). Diagonal neighbours count as apart. The same mask gives
 * the same points in the same order.
 */
final class MarchingSquares {
  /** The grid has a rim of one pixel outside, so that every outline closes. */
  private static final int ROWS = CanonicalFrame.ROWS + 2;

  private static final int COLUMNS = CanonicalFrame.COLUMNS + 2;
  private static final int NONE = -1;

  /** Keeps a crossing off the pixels' centres, so that no two points coincide. */
  private static final double MARGIN = 0.02;

  private final double[] level;
  private final int[] next;

  private MarchingSquares(BitSet mask, PixelMap probability) {
    level = new double[ROWS * COLUMNS];
    Arrays.fill(level, -RegionMask.CUT);
    for (int row = 0; row < CanonicalFrame.ROWS; row++) {
      for (int column = 0; column < CanonicalFrame.COLUMNS; column++) {
        double p = probability.at(row, column) - RegionMask.CUT;
        boolean inside = mask.get(row * CanonicalFrame.COLUMNS + column);
        // A pixel of the mask may be less likely than one beside it that belongs to a neighbour.
        level[(row + 1) * COLUMNS + column + 1] =
            inside ? Math.max(p, MARGIN) : p >= 0 ? -MARGIN : Math.min(p, -MARGIN);
      }
    }
    next = new int[2 * ROWS * COLUMNS];
    Arrays.fill(next, NONE);
  }

  /** Returns the outlines on the radiograph, longest first; of equals, the uppermost first. */
  static List<Outline> outlines(BitSet mask, PixelMap probability, CanonicalFrame frame) {
    MarchingSquares squares = new MarchingSquares(mask, probability);
    squares.link();
    return squares.trace(frame).stream()
        .sorted(Comparator.comparingInt((Outline o) -> o.points().size()).reversed())
        .toList();
  }

  /** Joins the crossings of each cell, the inside to the left of the way. */
  private void link() {
    for (int row = 0; row < ROWS - 1; row++) {
      for (int column = 0; column < COLUMNS - 1; column++) {
        cell(row * COLUMNS + column);
      }
    }
  }

  private void cell(int corner) {
    int top = 2 * corner;
    int bottom = 2 * (corner + COLUMNS);
    int left = 2 * corner + 1;
    int right = 2 * (corner + 1) + 1;
    int inside =
        bit(corner, 1)
            | bit(corner + 1, 2)
            | bit(corner + COLUMNS + 1, 4)
            | bit(corner + COLUMNS, 8);
    switch (inside) {
      case 1 -> next[top] = left;
      case 2 -> next[right] = top;
      case 3 -> next[right] = left;
      case 4 -> next[bottom] = right;
      case 5 -> {
        next[top] = left;
        next[bottom] = right;
      }
      case 6 -> next[bottom] = top;
      case 7 -> next[bottom] = left;
      case 8 -> next[left] = bottom;
      case 9 -> next[top] = bottom;
      case 10 -> {
        next[right] = top;
        next[left] = bottom;
      }
      case 11 -> next[right] = bottom;
      case 12 -> next[left] = right;
      case 13 -> next[top] = right;
      case 14 -> next[left] = top;
      default -> {
        // All in or all out: nothing crosses.
      }
    }
  }

  private int bit(int pixel, int value) {
    return level[pixel] > 0 ? value : 0;
  }

  private List<Outline> trace(CanonicalFrame frame) {
    List<Outline> outlines = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      List<Outline.Point> points = new ArrayList<>();
      for (int edge = start; next[edge] != NONE; ) {
        points.add(crossing(edge, frame));
        int following = next[edge];
        next[edge] = NONE;
        edge = following;
      }
      if (points.size() >= 3) {
        outlines.add(new Outline(points));
      }
    }
    return outlines;
  }

  /** Where the level crosses zero on an edge: even edges lead to the right, odd ones down. */
  private Outline.Point crossing(int edge, CanonicalFrame frame) {
    int from = edge / 2;
    boolean down = edge % 2 == 1;
    double a = level[from];
    double b = level[from + (down ? COLUMNS : 1)];
    double share = a / (a - b);
    double row = from / COLUMNS - 1 + (down ? share : 0);
    double column = from % COLUMNS - 1 + (down ? 0 : share);
    return new Outline.Point(frame.row(row), frame.column(column));
  }
}
