package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Faint discs must be painted one after the other to darken where they lie on each other, yet an
 * element for each would make a file three times as large. So discs that don't touch share one.
 */
public final class Layers {
  private Layers() {}

  /** The discs in layers, in each of which none touches another. */
  public static List<List<Point>> of(Shape.Dots dots) {
    double cell = 2 * dots.radius();
    List<List<Point>> layers = new ArrayList<>();
    List<Set<Long>> taken = new ArrayList<>();
    for (Point centre : dots.centres()) {
      long column = Math.round(centre.x() / cell);
      long row = Math.round(centre.y() / cell);
      int layer = 0;
      while (layer < taken.size() && isNear(taken.get(layer), column, row)) {
        layer++;
      }
      if (layer == layers.size()) {
        layers.add(new ArrayList<>());
        taken.add(new HashSet<>());
      }
      layers.get(layer).add(centre);
      taken.get(layer).add(key(column, row));
    }
    return layers;
  }

  private static boolean isNear(Set<Long> taken, long column, long row) {
    for (long c = column - 1; c <= column + 1; c++) {
      for (long r = row - 1; r <= row + 1; r++) {
        if (taken.contains(key(c, r))) {
          return true;
        }
      }
    }
    return false;
  }

  private static long key(long column, long row) {
    return (column << 32) ^ (row & 0xffffffffL);
  }
}
