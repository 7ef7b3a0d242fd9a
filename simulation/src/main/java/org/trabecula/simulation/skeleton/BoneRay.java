package org.trabecula.simulation.skeleton;

import static org.trabecula.simulation.skeleton.Skeleton.AXES;
import static org.trabecula.simulation.skeleton.Skeleton.BALL;
import static org.trabecula.simulation.skeleton.Skeleton.BOX;
import static org.trabecula.simulation.skeleton.Skeleton.NECK;
import static org.trabecula.simulation.skeleton.Skeleton.ORIGIN;
import static org.trabecula.simulation.skeleton.Skeleton.STRIDE;
import static org.trabecula.simulation.skeleton.Skeleton.TRABECULAR;

/**
 * Walks rays through the bones of one skeleton. Holds the state of one ray: one instance per
 * thread.
 *
 * <p>Steps are 0.7 of the distance to the next boundary and at least {@link #STEP} long; boundaries
 * lie where the distance, linear between steps, is zero. The share of 0.7 makes up for a distance
 * that is only nearly one (its gradient lies near 1).
 */
public final class BoneRay {
  /** Shortest step in bones that are measured, and in others, mm. */
  static final double STEP = 1.0;

  static final double COARSE_STEP = 1.5;

  /** Longest step in trabecular bone, mm, so that the texture is met. */
  static final double STEP_INSIDE = 2.5;

  private static final double SHARE = 0.7;

  /** Into the next part's ball, mm. */
  private static final double NUDGE = 1e-3;

  private static final int MOST_PARTS = 96;

  private final double[] p;
  private final PartSurface surface;
  private final int[] active = new int[MOST_PARTS];
  private final double[] enters = new double[MOST_PARTS];
  private final double[] leaves = new double[MOST_PARTS];
  private int actives;
  private double entry;
  private double shortest = STEP;
  private double slabIn;
  private double slabOut;
  private double exit;

  // The ray.
  private double ox;
  private double oy;
  private double oz;
  private double dx;
  private double dy;
  private double dz;

  // Where the next part begins, and the field at the place last looked at.
  private double next;
  private double distance;
  private double shell;
  private double trabecular;
  private double neck;

  // What the walk collected, mm.
  private double bone;
  private double fresh;
  private double marrow;
  private double shellMain;
  private double shellSecond;
  private double trabecularMain;
  private double trabecularSecond;

  public BoneRay(Skeleton skeleton) {
    p = skeleton.parts;
    surface = new PartSurface(p);
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
    if (!meets(b)) {
      return false;
    }
    marrow = 0;
    shellMain = 0;
    shellSecond = 0;
    trabecularMain = 0;
    trabecularSecond = 0;
    shortest = b.kind().main() == DensityGroup.OTHER ? COARSE_STEP : STEP;
    double smoothing = b.smoothingMm();
    double t = entry;
    look(t, smoothing);
    while (t < exit) {
      double d0 = distance;
      double i0 = distance + shell;
      double n0 = neck;
      double f0 = trabecular;
      double step = Math.min(Math.min(step(d0, i0), next - t + NUDGE), exit - t);
      double from = t;
      t += step;
      look(t, smoothing);
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
    double d1 = distance;
    double shell1 = shell;
    double i1 = d1 + shell1;
    boolean outer = d0 > 0 != d1 > 0;
    boolean inner = i0 > 0 != i1 > 0;
    if (!outer && !inner) {
      pass(b, from, to, d0, i0, n0, f0);
      return;
    }
    double n1 = neck;
    double f1 = trabecular;
    double next1 = next;
    double first = outer ? from + (to - from) * d0 / (d0 - d1) : to;
    double second = inner ? from + (to - from) * i0 / (i0 - i1) : to;
    double start = from;
    double d = d0;
    double i = i0;
    double n = n0;
    double f = f0;
    for (double at = Math.min(first, second);
        at < to;
        at = at < Math.max(first, second) ? Math.max(first, second) : to) {
      look(at, b.smoothingMm());
      pass(b, start, at, d, i, n, f);
      start = at;
      d = distance;
      i = distance + shell;
      n = neck;
      f = trabecular;
    }
    distance = d1;
    shell = shell1;
    neck = n1;
    trabecular = f1;
    next = next1;
    pass(b, start, to, d, i, n, f);
  }

  /** Collects what lies between two places, of which the later was looked at last. */
  private void pass(
      Skeleton.Bone b, double from, double to, double d0, double i0, double n0, double f0) {
    collect(to - from, d0, i0, n0);
    if (fresh > 0) {
      addTrabecular(fresh, 0.5 * (from + to), b, 0.5 * (n0 + neck), 0.5 * (f0 + trabecular));
    }
  }

  private void collect(double step, double d0, double i0, double n0) {
    double outer = step * below(d0, distance);
    fresh = 0;
    if (outer <= 0) {
      return;
    }
    fresh = step * below(i0, distance + shell);
    bone += outer;
    marrow += fresh;
    double cortex = outer - fresh;
    double second = 0.5 * (n0 + neck);
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

  /** Finds the parts that the ray may meet, and between where. */
  private boolean meets(Skeleton.Bone b) {
    actives = 0;
    entry = Double.POSITIVE_INFINITY;
    exit = Double.NEGATIVE_INFINITY;
    double smoothing = b.smoothingMm();
    for (int part = b.first(), at = part * STRIDE; part < b.last(); part++, at += STRIDE) {
      double cx = p[at + BALL] - ox;
      double cy = p[at + BALL + 1] - oy;
      double cz = p[at + BALL + 2] - oz;
      double middle = cx * dx + cy * dy + cz * dz;
      double radius = p[at + BALL + 3] + smoothing;
      double square = radius * radius - (cx * cx + cy * cy + cz * cz - middle * middle);
      if (square > 0 && meetsBox(at, smoothing)) {
        entry = Math.min(entry, enters[actives]);
        exit = Math.max(exit, leaves[actives]);
        active[actives++] = at;
      }
    }
    return actives > 0;
  }

  /** Whether the ray meets a part's own box, and where it enters and leaves. */
  private boolean meetsBox(int at, double smoothing) {
    double rx = ox - p[at + ORIGIN];
    double ry = oy - p[at + ORIGIN + 1];
    double rz = oz - p[at + ORIGIN + 2];
    slabIn = Double.NEGATIVE_INFINITY;
    slabOut = Double.POSITIVE_INFINITY;
    double wide = p[at + BOX] + smoothing;
    double deep = p[at + BOX + 1] + smoothing;
    slab(at + AXES, rx, ry, rz, -wide, wide);
    slab(at + AXES + 3, rx, ry, rz, -deep, deep);
    if (slabIn >= slabOut) {
      return false;
    }
    slab(at + AXES + 6, rx, ry, rz, p[at + BOX + 2] - smoothing, p[at + BOX + 3] + smoothing);
    enters[actives] = slabIn;
    leaves[actives] = slabOut;
    return slabIn < slabOut;
  }

  private void slab(int axis, double rx, double ry, double rz, double low, double high) {
    double from = rx * p[axis] + ry * p[axis + 1] + rz * p[axis + 2];
    double slope = dx * p[axis] + dy * p[axis + 1] + dz * p[axis + 2];
    // A tiny slope in place of none: the ray then stays on its side of the slab.
    double inverse = 1 / (Math.abs(slope) < 1e-12 ? 1e-12 : slope);
    double first = (low - from) * inverse;
    double second = (high - from) * inverse;
    slabIn = Math.max(slabIn, Math.min(first, second));
    slabOut = Math.min(slabOut, Math.max(first, second));
  }

  /** Distance to a bone's surface at a place, negative inside, mm: for tests. */
  double distanceAt(Skeleton.Bone b, Point place) {
    actives = 0;
    for (int part = b.first(); part < b.last(); part++) {
      enters[actives] = Double.NEGATIVE_INFINITY;
      leaves[actives] = Double.POSITIVE_INFINITY;
      active[actives++] = part * STRIDE;
    }
    aim(place, new Point(0, 1, 0));
    look(0, b.smoothingMm());
    return distance;
  }

  /** Distance to the inner surface of a bone's cortex at a place, mm: for tests. */
  double marrowDistanceAt(Skeleton.Bone b, Point place) {
    return distanceAt(b, place) + shell;
  }

  private void look(double t, double smoothing) {
    double x = ox + t * dx;
    double y = oy + t * dy;
    double z = oz + t * dz;
    double best = Double.POSITIVE_INFINITY;
    double bestShell = 0;
    double bestFactor = 0;
    double bestNeck = 0;
    next = Double.POSITIVE_INFINITY;
    for (int i = 0; i < actives; i++) {
      if (t < enters[i]) {
        next = Math.min(next, enters[i]);
        continue;
      }
      if (t > leaves[i]) {
        continue;
      }
      int at = active[i];
      surface.look(at, x, y, z);
      double d = surface.distance();
      double h = smoothing - Math.abs(d - best);
      double weight = d < best ? 1 : 0;
      double sink = 0;
      if (h > 0) {
        h /= smoothing;
        double mix = 0.5 * h * h;
        sink = 0.5 * mix * smoothing;
        weight = d < best ? 1 - mix : mix;
      }
      best = Math.min(best, d) - sink;
      if (weight > 0) {
        bestShell += weight * (surface.shell() - bestShell);
        bestFactor += weight * (p[at + TRABECULAR] - bestFactor);
        bestNeck += weight * (p[at + NECK] - bestNeck);
      }
    }
    distance = best;
    shell = bestShell;
    trabecular = bestFactor;
    neck = bestNeck;
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
