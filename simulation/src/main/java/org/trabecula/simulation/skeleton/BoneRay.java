package org.trabecula.simulation.skeleton;

/**
 * Walks rays through the bones of one skeleton. Holds the state of one ray: one instance per
 * thread.
 *
 * <p>Steps are 0.7 of the distance to the next boundary and at least {@link #STEP} long; boundaries
 * lie where the distance, linear between steps, is zero. The share of 0.7 makes up for a distance
 * that is only nearly one (its gradient lies near 1). Where no part's bone can be, the ray jumps to
 * the next part that it meets.
 */
public final class BoneRay {
  /** Shortest step in bones that are measured, and in others, mm. */
  static final double STEP = 1.0;

  static final double COARSE_STEP = 1.5;

  /** Longest step in trabecular bone, mm, so that the texture is met. */
  static final double STEP_INSIDE = 2.5;

  private static final double SHARE = 0.7;

  /** Into the next part, mm. */
  private static final double NUDGE = 1e-3;

  private final RayParts parts;
  private double shortest = STEP;

  // The ray.
  private double ox;
  private double oy;
  private double oz;
  private double dx;
  private double dy;
  private double dz;

  // What the walk collected, mm.
  private double bone;
  private double fresh;
  private double marrow;
  private double shellMain;
  private double shellSecond;
  private double trabecularMain;
  private double trabecularSecond;

  public BoneRay(Skeleton skeleton) {
    parts = new RayParts(skeleton);
  }

  /** Aims the ray; the direction has length 1. */
  public void aim(Point from, Point direction) {
    aim(from.x(), from.y(), from.z(), direction.x(), direction.y(), direction.z());
  }

  /** Aims the ray; the direction has length 1. */
  public void aim(
      double fromX, double fromY, double fromZ, double towardsX, double towardsY, double towardsZ) {
    ox = fromX;
    oy = fromY;
    oz = fromZ;
    dx = towardsX;
    dy = towardsY;
    dz = towardsZ;
  }

  /** Walks through a bone; false if the ray misses it. */
  public boolean walk(Skeleton.Bone b) {
    bone = 0;
    if (!parts.meet(b, ox, oy, oz, dx, dy, dz)) {
      return false;
    }
    marrow = 0;
    shellMain = 0;
    shellSecond = 0;
    trabecularMain = 0;
    trabecularSecond = 0;
    shortest = b.kind().main() == DensityGroup.OTHER ? COARSE_STEP : STEP;
    double smoothing = b.smoothingMm();
    double exit = parts.exit();
    double t = parts.entry();
    parts.look(t, smoothing);
    while (t < exit) {
      double d0 = parts.distance();
      if (d0 > 0 && !parts.near()) {
        t = parts.next() + NUDGE;
        parts.look(t, smoothing);
        continue;
      }
      double i0 = parts.inner();
      double n0 = parts.neck();
      double f0 = parts.trabecular();
      double step = Math.min(Math.min(step(d0, i0), parts.next() - t + NUDGE), exit - t);
      double from = t;
      t += step;
      parts.look(t, smoothing);
      between(b, from, t, d0, i0, n0, f0);
      if (step < 1e-6) {
        break;
      }
    }
    return bone > 0;
  }

  /**
   * Collects what lies between two places, of which the later was looked at last, in pieces that
   * end on the boundaries: distances are not quite linear, and on a small round bone chords would
   * come out short.
   */
  private void between(
      Skeleton.Bone b, double from, double to, double d0, double i0, double n0, double f0) {
    double d1 = parts.distance();
    double i1 = parts.inner();
    boolean outer = d0 > 0 != d1 > 0;
    boolean inner = i0 > 0 != i1 > 0;
    if (!outer && !inner) {
      pass(b, from, to, d0, i0, n0, f0);
      return;
    }
    double first = outer ? from + (to - from) * d0 / (d0 - d1) : to;
    double second = inner ? from + (to - from) * i0 / (i0 - i1) : to;
    parts.mark();
    double start = from;
    double d = d0;
    double i = i0;
    double n = n0;
    double f = f0;
    for (double at = Math.min(first, second);
        at < to;
        at = at < Math.max(first, second) ? Math.max(first, second) : to) {
      parts.look(at, b.smoothingMm());
      pass(b, start, at, d, i, n, f);
      start = at;
      d = parts.distance();
      i = parts.inner();
      n = parts.neck();
      f = parts.trabecular();
    }
    parts.backToMark();
    pass(b, start, to, d, i, n, f);
  }

  /** Collects what lies between two places, of which the later was looked at last. */
  private void pass(
      Skeleton.Bone b, double from, double to, double d0, double i0, double n0, double f0) {
    collect(to - from, d0, i0, n0);
    if (fresh > 0) {
      addTrabecular(
          fresh, 0.5 * (from + to), b, 0.5 * (n0 + parts.neck()), 0.5 * (f0 + parts.trabecular()));
    }
  }

  private void collect(double step, double d0, double i0, double n0) {
    double outer = step * below(d0, parts.distance());
    fresh = 0;
    if (outer <= 0) {
      return;
    }
    fresh = step * below(i0, parts.inner());
    bone += outer;
    marrow += fresh;
    double cortex = outer - fresh;
    double second = 0.5 * (n0 + parts.neck());
    shellMain += cortex * (1 - second);
    shellSecond += cortex * second;
  }

  private void addTrabecular(
      double length, double t, Skeleton.Bone b, double second, double factor) {
    Frame texture = b.texture();
    double x = ox + t * dx;
    double y = oy + t * dy;
    double z = oz + t * dz;
    double gathered = b.strands().isEmpty() ? 1 : 1 + b.strands().at(x, y, z);
    x -= texture.origin().x();
    y -= texture.origin().y();
    z -= texture.origin().z();
    Point a = texture.across();
    Point f = texture.front();
    Point u = texture.up();
    double relative =
        Texture.at(
            a.x() * x + a.y() * y + a.z() * z,
            f.x() * x + f.y() * y + f.z() * z,
            u.x() * x + u.y() * y + u.z() * z);
    double filled = length * relative * factor * gathered;
    trabecularMain += filled * (1 - second);
    trabecularSecond += filled * second;
  }

  private double step(double d, double inner) {
    if (d > 0) {
      return Math.max(shortest, SHARE * d);
    }
    double nearest = Math.min(-d, Math.abs(inner));
    return Math.min(STEP_INSIDE, Math.max(shortest, SHARE * nearest));
  }

  /** Share of a step on which a linear function is below zero. */
  private static double below(double from, double to) {
    if (from < 0) {
      return to < 0 ? 1 : from / (from - to);
    }
    return to < 0 ? to / (to - from) : 0;
  }

  /** Distance to a bone's surface at a place, negative inside, mm: for tests. */
  double distanceAt(Skeleton.Bone b, Point place) {
    parts.takeAll(b, place, new Point(0, 1, 0));
    parts.look(0, b.smoothingMm());
    return parts.distance();
  }

  /** Distance to the inner surface of a bone's cortex at a place, mm: for tests. */
  double marrowDistanceAt(Skeleton.Bone b, Point place) {
    distanceAt(b, place);
    return parts.inner();
  }

  /** Length within the bone's surface, mm. */
  public double boneMm() {
    return bone;
  }

  /** Length within the cortical shell's inner surface, mm. */
  public double marrowMm() {
    return marrow;
  }

  /** Length through cortex of the bone's main density group, mm. */
  public double cortexMainMm() {
    return shellMain;
  }

  /** Length through cortex of the bone's second density group, mm. */
  public double cortexSecondMm() {
    return shellSecond;
  }

  /** Length through trabecular bone of the main group, weighted by relative density, mm. */
  public double trabecularMainMm() {
    return trabecularMain;
  }

  /** Length through trabecular bone of the second group, weighted by relative density, mm. */
  public double trabecularSecondMm() {
    return trabecularSecond;
  }
}
