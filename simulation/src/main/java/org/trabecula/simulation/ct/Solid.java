package org.trabecula.simulation.ct;

import java.util.Optional;
import org.trabecula.simulation.skeleton.Point;

/**
 * One labelled structure by itself: its extent, and how deep inside it a voxel lies.
 *
 * <p>Depths are distances to the nearest voxel outside by a chamfer of 26 neighbours, with an error
 * of a few percent: enough to find the middle of a vertebral body or a femoral head.
 */
final class Solid {
  private final VoxelGrid grid;
  private final int fromAcross;
  private final int fromFront;
  private final int fromUp;
  private final int across;
  private final int front;
  private final int up;
  private final float[] depth;

  private Solid(VoxelGrid grid, int[] low, int[] high) {
    this.grid = grid;
    // One voxel of surroundings on every side.
    fromAcross = low[0] - 1;
    fromFront = low[1] - 1;
    fromUp = low[2] - 1;
    across = high[0] - low[0] + 3;
    front = high[1] - low[1] + 3;
    up = high[2] - low[2] + 3;
    depth = new float[Math.multiplyExact(Math.multiplyExact(across, front), up)];
  }

  /** The voxels of a label, if there are any. */
  static Optional<Solid> of(LabelVolume labels, int label) {
    VoxelGrid grid = labels.grid();
    int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    int[] high = {-1, -1, -1};
    for (int j = 0; j < grid.front(); j++) {
      byte[] plane = labels.plane(j);
      for (int at = 0; at < plane.length; at++) {
        if ((plane[at] & 0xFF) == label) {
          extend(low, high, at % grid.across(), j, at / grid.across());
        }
      }
    }
    if (high[0] < 0) {
      return Optional.empty();
    }
    Solid solid = new Solid(grid, low, high);
    solid.measure(labels, label);
    return Optional.of(solid);
  }

  private static void extend(int[] low, int[] high, int... voxel) {
    for (int axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(low[axis], voxel[axis]);
      high[axis] = Math.max(high[axis], voxel[axis]);
    }
  }

  private void measure(LabelVolume labels, int label) {
    for (int at = 0; at < depth.length; at++) {
      int i = fromAcross + at % across;
      int j = fromFront + at / across % front;
      int k = fromUp + at / across / front;
      // A scan that ends within the bone does not end the bone.
      int inGrid = Math.clamp(k, 0, grid.up() - 1);
      depth[at] = labels.at(i, j, inGrid) == label ? Float.MAX_VALUE : 0;
    }
    for (int at = 0; at < depth.length; at++) {
      relax(at, -1);
    }
    for (int at = depth.length - 1; at >= 0; at--) {
      relax(at, 1);
    }
  }

  private void relax(int at, int sense) {
    if (depth[at] == 0) {
      return;
    }
    int x = at % across;
    int y = at / across % front;
    int z = at / across / front;
    for (int n = 0; n < 13; n++) {
      // The 13 neighbours that come before in the order of the scan.
      int dx = sense * (1 - n % 3);
      int dy = sense * (1 - n / 3 % 3);
      int dz = sense * (1 - n / 9);
      int ox = x + dx;
      int oy = y + dy;
      int oz = z + dz;
      if (ox >= 0 && oy >= 0 && oz >= 0 && ox < across && oy < front && oz < up) {
        Point step =
            grid.stepAcross()
                .times(dx)
                .plus(grid.stepFront().times(dy))
                .plus(grid.stepUp().times(dz));
        float there = depth[(oz * front + oy) * across + ox];
        depth[at] = Math.min(depth[at], there + (float) step.length());
      }
    }
  }

  /** Whether a place lies inside. */
  boolean contains(Point place) {
    return depth(place) > 0;
  }

  /** How deep the voxel at a place lies inside, mm; 0 outside. */
  double depth(Point place) {
    Point v = grid.index(place);
    int x = (int) Math.round(v.x()) - fromAcross;
    int y = (int) Math.round(v.y()) - fromFront;
    int z = (int) Math.round(v.z()) - fromUp;
    boolean within = x >= 0 && y >= 0 && z >= 0 && x < across && y < front && z < up;
    return within ? depth[(z * front + y) * across + x] : 0;
  }

  /** The middle of the largest ball that fits in: the mean of all that is nearly as deep. */
  Point core() {
    float deepest = 0;
    for (float d : depth) {
      deepest = Math.max(deepest, d);
    }
    return mean(0.92f * deepest);
  }

  private Point mean(float least) {
    Point sum = Point.ORIGIN;
    int n = 0;
    for (int at = 0; at < depth.length; at++) {
      if (depth[at] >= least) {
        sum = sum.plus(place(at));
        n++;
      }
    }
    return sum.times(1.0 / n);
  }

  private Point place(int at) {
    int layer = at / across / front;
    int row = at / across % front;
    return grid.at(fromAcross + at % across, fromFront + row, fromUp + layer);
  }

  /** Mean place of the voxels between two heights, if there are any, mm. */
  Optional<Point> between(double lower, double upper) {
    Point sum = Point.ORIGIN;
    int n = 0;
    for (int at = 0; at < depth.length; at++) {
      if (depth[at] > 0) {
        Point place = place(at);
        if (place.z() >= lower && place.z() < upper) {
          sum = sum.plus(place);
          n++;
        }
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(sum.times(1.0 / n));
  }

  /** Lowest voxel, mm. */
  double bottom() {
    return grid.at(fromAcross, fromFront, fromUp + 1.0).z();
  }

  /** How far one may go from a place inside before leaving, mm. */
  double reach(Point from, Point direction, double most) {
    Point unit = direction.unit();
    double step = 0.25;
    double last = 0;
    for (double way = 0; way <= most; way += step) {
      if (contains(from.plus(unit.times(way)))) {
        last = way;
      } else if (way - last > 3) {
        // Holes of a label map are no surfaces.
        break;
      }
    }
    return last + step / 2;
  }
}
