package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines at the edges of a chart (Liang and Barsky 1984, doi:10.1145/357332.357333). */
final class Clip {
  private Clip() {}

  /** The pieces of a line through values that lie within the axes, each of two values or more. */
  static List<List<Point>> within(List<Point> line, Axis x, Axis y) {
    List<List<Point>> pieces = new ArrayList<>();
    List<Point> piece = new ArrayList<>();
    for (int i = 1; i < line.size(); i++) {
      Point from = line.get(i - 1);
      Point to = line.get(i);
      double[] part = {0, 1};
      boolean seen =
          narrow(part, from.x(), to.x(), x.low(), x.high())
              && narrow(part, from.y(), to.y(), y.low(), y.high());
      if (!seen || part[0] > 0) {
        piece = closed(piece, pieces);
      }
      if (seen) {
        if (piece.isEmpty()) {
          piece.add(between(from, to, part[0]));
        }
        piece.add(between(from, to, part[1]));
        if (part[1] < 1) {
          piece = closed(piece, pieces);
        }
      }
    }
    closed(piece, pieces);
    return pieces;
  }

  private static List<Point> closed(List<Point> piece, List<List<Point>> pieces) {
    if (piece.size() > 1) {
      pieces.add(piece);
    }
    return new ArrayList<>();
  }

  /** Narrows the part [from, to] of a way to where it lies in [low, high]; false if nowhere. */
  private static boolean narrow(double[] part, double from, double to, double low, double high) {
    if (from == to) {
      return low <= from && from <= high;
    }
    double atLow = (low - from) / (to - from);
    double atHigh = (high - from) / (to - from);
    part[0] = Math.max(part[0], Math.min(atLow, atHigh));
    part[1] = Math.min(part[1], Math.max(atLow, atHigh));
    return part[0] <= part[1];
  }

  private static Point between(Point from, Point to, double part) {
    return new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
  }
}
