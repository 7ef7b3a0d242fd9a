package org.trabecula.simulation.ct;

import java.util.Optional;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Point;

/** Solids whose path lengths are known, and their partial-volume grids. */
sealed interface Phantom {
  /** Whether a point is inside. */
  boolean contains(double x, double y, double z);

  /** Length of a ray within, mm. */
  double path(Point from, Point direction);

  /** Least distance between a ray and the surface's grazing rays, mm; negative outside. */
  double depth(Point from, Point direction);

  /** Volume, mm³. */
  double volume();

  /** A ball. */
  record Ball(Point centre, double radius) implements Phantom {
    @Override
    public boolean contains(double x, double y, double z) {
      double dx = x - centre.x();
      double dy = y - centre.y();
      double dz = z - centre.z();
      return dx * dx + dy * dy + dz * dz < radius * radius;
    }

    @Override
    public double path(Point from, Point direction) {
      double b = miss(from, direction);
      return b < radius ? 2 * Math.sqrt(radius * radius - b * b) : 0;
    }

    private double miss(Point from, Point direction) {
      return centre.minus(from).cross(direction.unit()).length();
    }

    @Override
    public double depth(Point from, Point direction) {
      return radius - miss(from, direction);
    }

    @Override
    public double volume() {
      return 4.0 / 3 * Math.PI * radius * radius * radius;
    }
  }

  /** A cylinder of finite length along z. */
  record Rod(Point centre, double radius, double half) implements Phantom {
    @Override
    public boolean contains(double x, double y, double z) {
      double dx = x - centre.x();
      double dy = y - centre.y();
      return dx * dx + dy * dy < radius * radius && Math.abs(z - centre.z()) < half;
    }

    @Override
    public double path(Point from, Point direction) {
      Point d = direction.unit();
      Point o = from.minus(centre);
      double a = d.x() * d.x() + d.y() * d.y();
      double b = o.x() * d.x() + o.y() * d.y();
      double square = b * b - a * (o.x() * o.x() + o.y() * o.y() - radius * radius);
      if (square <= 0) {
        return 0;
      }
      double near = (-b - Math.sqrt(square)) / a;
      double far = (-b + Math.sqrt(square)) / a;
      double one = (-half - o.z()) / d.z();
      double other = (half - o.z()) / d.z();
      if (d.z() == 0) {
        return Math.abs(o.z()) < half ? far - near : 0;
      }
      return Math.max(
          0, Math.min(far, Math.max(one, other)) - Math.max(near, Math.min(one, other)));
    }

    @Override
    public double depth(Point from, Point direction) {
      Point d = direction.unit();
      Point o = from.minus(centre);
      double across = Math.abs(o.x() * d.y() - o.y() * d.x()) / Math.hypot(d.x(), d.y());
      double along = -(o.x() * d.x() + o.y() * d.y()) / (d.x() * d.x() + d.y() * d.y());
      // An end face is seen edge on where the ray's height passes it within the cylinder.
      double rise = Math.abs(d.z()) * radius;
      double end = Math.abs(half - Math.abs(o.z() + along * d.z()));
      double inside = half - Math.abs(o.z() + along * d.z());
      return inside > 0 ? Math.min(radius - across, Math.max(0, end - rise)) : -end;
    }

    @Override
    public double volume() {
      return Math.PI * radius * radius * 2 * half;
    }
  }

  /** A hollow ball. */
  record Shell(Ball outer, Ball inner) implements Phantom {
    static Shell of(Point centre, double radius, double thickness) {
      return new Shell(new Ball(centre, radius), new Ball(centre, radius - thickness));
    }

    @Override
    public boolean contains(double x, double y, double z) {
      return outer.contains(x, y, z) && !inner.contains(x, y, z);
    }

    @Override
    public double path(Point from, Point direction) {
      return outer.path(from, direction) - inner.path(from, direction);
    }

    @Override
    public double depth(Point from, Point direction) {
      double within = outer.depth(from, direction);
      double hollow = inner.depth(from, direction);
      return within < 0 ? within : Math.min(within, Math.abs(hollow));
    }

    @Override
    public double volume() {
      return outer.volume() - inner.volume();
    }
  }

  /** The part of each voxel that is inside, from {@code n³} samples of boundary voxels. */
  default PairGrid grid(VoxelGrid grid, int n) {
    return PairGrid.halved(grid, source(grid, n));
  }

  /** The same, kept as whole voxels. */
  default PairGrid wholeVoxels(VoxelGrid grid, int n) {
    return PairGrid.of(grid, source(grid, n));
  }

  private PairGrid.Source source(VoxelGrid grid, int n) {
    return (j, values) -> {
      boolean any = false;
      for (int k = 0; k < grid.up(); k++) {
        for (int i = 0; i < grid.across(); i++) {
          float part = part(grid, i, j, k, n);
          values[2 * (k * grid.across() + i)] = part;
          values[2 * (k * grid.across() + i) + 1] = 2 * part;
          any |= part > 0;
        }
      }
      return any;
    };
  }

  private float part(VoxelGrid grid, int i, int j, int k, int n) {
    int corners = 0;
    for (int c = 0; c < 8; c++) {
      Point p = grid.at(i + (c & 1) - 0.5, j + (c >> 1 & 1) - 0.5, k + (c >> 2) - 0.5);
      corners += contains(p.x(), p.y(), p.z()) ? 1 : 0;
    }
    Point middle = grid.at(i, j, k);
    if (corners == 8 || corners == 0 && !near(middle, grid)) {
      return corners / 8f;
    }
    int inside = 0;
    for (int s = 0; s < n * n * n; s++) {
      Point p =
          grid.at(
              i + (s % n + 0.5) / n - 0.5,
              j + (s / n % n + 0.5) / n - 0.5,
              k + (s / n / n + 0.5) / n - 0.5);
      inside += contains(p.x(), p.y(), p.z()) ? 1 : 0;
    }
    return inside / (float) (n * n * n);
  }

  /** Whether a voxel without a corner inside may yet be touched. */
  private boolean near(Point p, VoxelGrid grid) {
    double h = grid.stepAcross().x() / 2;
    return contains(p.x() + h, p.y(), p.z())
        || contains(p.x() - h, p.y(), p.z())
        || contains(p.x(), p.y() + h, p.z())
        || contains(p.x(), p.y() - h, p.z())
        || contains(p.x(), p.y(), p.z() + h)
        || contains(p.x(), p.y(), p.z() - h)
        || contains(p.x(), p.y(), p.z());
  }

  /** A cone of rays as in facts: focal spot 1 m before the middle, detector 0.5 m behind. */
  static Camera cone(int pixels, double pitch) {
    double half = (pixels - 1) / 2.0 * pitch;
    return new Camera(
        pixels,
        pixels,
        pitch,
        new Point(-half, -500, half),
        new Point(1, 0, 0),
        new Point(0, 0, -1),
        Optional.of(new Point(0, 1000, 0)));
  }
}
