package org.trabecula.simulation.ct.files;

import java.util.List;
import org.trabecula.simulation.ct.VoxelGrid;
import org.trabecula.simulation.skeleton.Point;

/**
 * How a file's voxel axes lie in the body: each is given to the body axis that it follows most,
 * turned round where it runs the other way. Nothing is resampled.
 */
final class Orientation {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private final VoxelGrid grid;
  // By file axis and index: what it adds to the plane and to the place in the plane.
  private final int[][] planes = new int[3][];
  private final int[][] places = new int[3][];

  /**
   * Finds the axes.
   *
   * @param counts voxels along the file's axes
   * @param origin centre of the file's first voxel, in body coordinates
   * @param steps along the file's axes, in body coordinates
   * @throws IllegalArgumentException if steps are missing or lie in a plane
   */
  Orientation(int[] counts, Point origin, List<Point> steps) {
    int[] order = order(steps);
    Point first = origin;
    Point[] along = new Point[3];
    int[] size = new int[3];
    boolean[] turned = new boolean[3];
    for (int axis = 0; axis < 3; axis++) {
      Point step = steps.get(axis);
      turned[axis] = component(step, order[axis]) < 0;
      if (turned[axis]) {
        first = first.plus(step.times(counts[axis] - 1.0));
        step = step.times(-1);
      }
      along[order[axis]] = step;
      size[order[axis]] = counts[axis];
    }
    grid = new VoxelGrid(size[0], size[1], size[2], first, along[0], along[1], along[2]);
    for (int axis = 0; axis < 3; axis++) {
      planes[axis] = new int[counts[axis]];
      places[axis] = new int[counts[axis]];
      for (int n = 0; n < counts[axis]; n++) {
        int index = turned[axis] ? counts[axis] - 1 - n : n;
        switch (order[axis]) {
          case 0 -> places[axis][n] = index;
          case 1 -> planes[axis][n] = index;
          default -> places[axis][n] = index * size[0];
        }
      }
    }
  }

  private static int[] order(List<Point> steps) {
    int[] best = ORDERS[0];
    double most = -1;
    for (int[] order : ORDERS) {
      double sum = 0;
      for (int axis = 0; axis < 3; axis++) {
        sum += Math.abs(component(steps.get(axis).unit(), order[axis]));
      }
      if (sum > most + 1e-9) {
        most = sum;
        best = order;
      }
    }
    return best;
  }

  private static double component(Point point, int axis) {
    return switch (axis) {
      case 0 -> point.x();
      case 1 -> point.y();
      default -> point.z();
    };
  }

  VoxelGrid grid() {
    return grid;
  }

  /** The plane from back to front in which a voxel of the file lies. */
  int plane(int a, int b, int c) {
    return planes[0][a] + planes[1][b] + planes[2][c];
  }

  /** Its place in that plane. */
  int place(int a, int b, int c) {
    return places[0][a] + places[1][b] + places[2][c];
  }
}
