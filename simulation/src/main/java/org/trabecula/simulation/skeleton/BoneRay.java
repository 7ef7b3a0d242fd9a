package org.trabecula.simulation.skeleton;

import static org.trabecula.simulation.skeleton.Skeleton.AXES;
import static org.trabecula.simulation.skeleton.Skeleton.BALL;
import static org.trabecula.simulation.skeleton.Skeleton.BOX;
import static org.trabecula.simulation.skeleton.Skeleton.CUP;
import static org.trabecula.simulation.skeleton.Skeleton.KIND;
import static org.trabecula.simulation.skeleton.Skeleton.NECK;
import static org.trabecula.simulation.skeleton.Skeleton.ORIGIN;
import static org.trabecula.simulation.skeleton.Skeleton.ROD;
import static org.trabecula.simulation.skeleton.Skeleton.SHAPE;
import static org.trabecula.simulation.skeleton.Skeleton.SHELL;
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

  // One part's answer.
  private double partDistance;
  private double partShell;

  // What the walk collected, mm.
  private double bone;
  private double marrow;
  private double shellMain;
  private double shellSecond;
  private double trabecularMain;
  private double trabecularSecond;

  public BoneRay(Skeleton skeleton) {
    p = skeleton.parts;
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
      t += step;
      look(t, smoothing);
      collect(step, d0, i0, n0);
      if (fresh > 0) {
        addTrabecular(fresh, t - step / 2, b, 0.5 * (n0 + neck), 0.5 * (f0 + trabecular));
      }
      if (step < 1e-6) {
        break;
      }
    }
    return bone > 0;
  }

  private double fresh;

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
      evaluate(at, x, y, z);
      double d = partDistance;
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
        bestShell += weight * (partShell - bestShell);
        bestFactor += weight * (p[at + TRABECULAR] - bestFactor);
        bestNeck += weight * (p[at + NECK] - bestNeck);
      }
    }
    distance = best;
    shell = bestShell;
    trabecular = bestFactor;
    neck = bestNeck;
  }

  private void evaluate(int at, double x, double y, double z) {
    double rx = x - p[at + ORIGIN];
    double ry = y - p[at + ORIGIN + 1];
    double rz = z - p[at + ORIGIN + 2];
    double u = rx * p[at + AXES] + ry * p[at + AXES + 1] + rz * p[at + AXES + 2];
    double v = rx * p[at + AXES + 3] + ry * p[at + AXES + 4] + rz * p[at + AXES + 5];
    double w = rx * p[at + AXES + 6] + ry * p[at + AXES + 7] + rz * p[at + AXES + 8];
    partShell =
        Math.max(
            0.2,
            p[at + SHELL]
                + rx * p[at + SHELL + 1]
                + ry * p[at + SHELL + 2]
                + rz * p[at + SHELL + 3]);
    int kind = (int) p[at + KIND];
    if (kind == ROD) {
      rod(at, u, v, w);
    } else if (kind == CUP) {
      cup(at, u, v, w);
    } else {
      lens(at, u, v, w);
    }
  }

  /** Distance to an ellipsoid by its first-order form k0 (k0 - 1) / k1. */
  private void rod(int at, double u, double v, double w) {
    double length = p[at + SHAPE];
    double h = Math.min(Math.max(w / length, 0), 1);
    double a = 1 / (p[at + SHAPE + 1] + h * (p[at + SHAPE + 3] - p[at + SHAPE + 1]));
    double b = 1 / (p[at + SHAPE + 2] + h * (p[at + SHAPE + 4] - p[at + SHAPE + 2]));
    double c = 1 / p[at + SHAPE + 5];
    double x = u * a;
    double y = v * b;
    double z = (w - h * length) * c;
    double k0 = x * x + y * y + z * z;
    if (k0 < 1e-8) {
      partDistance = -1 / Math.max(a, b);
      return;
    }
    double k1 = x * x * a * a + y * y * b * b + z * z * c * c;
    partDistance = (k0 - Math.sqrt(k0)) / Math.sqrt(k1);
  }

  private void cup(int at, double u, double v, double w) {
    double r = Math.sqrt(u * u + v * v + w * w);
    double d = Math.abs(r - p[at + SHAPE]) - p[at + SHAPE + 1];
    partDistance = Math.max(d, w - p[at + SHAPE + 2]);
  }

  private void lens(int at, double u, double v, double w) {
    double a = p[at + SHAPE];
    double b = p[at + SHAPE + 1];
    double h = p[at + SHAPE + 2];
    double bendU = p[at + SHAPE + 10];
    double bendV = p[at + SHAPE + 11];
    double up = w - bendU * u * u - bendV * v * v;
    double high = Math.min(1, up * up / (h * h));
    double scale = 1 - p[at + SHAPE + 3] * (1 - high);
    double x = u / a;
    double y = v / b;
    double x2 = x * x;
    double y2 = y * y;
    double k2 = Math.sqrt(x2 + y2);
    double side;
    double k = 0;
    double slope = 0;
    if (k2 < 1e-4) {
      side = -Math.min(a, b) * scale;
    } else {
      double k4 = Math.sqrt(Math.sqrt(x2 * x2 + y2 * y2));
      double inverse2 = 1 / k2;
      double inverse4 = 1 / (k4 * k4 * k4);
      k = 0.5 * (k2 + k4);
      double gx = 0.5 * x * (inverse2 + x2 * inverse4) / a;
      double gy = 0.5 * y * (inverse2 + y2 * inverse4) / b;
      slope = Math.sqrt(gx * gx + gy * gy);
      side = (k - scale) / slope;
    }
    double end = plates(at, u, v, up, k, slope);
    double rounding = p[at + SHAPE + 12];
    double m = rounding - Math.abs(side - end);
    double weight = end > side ? 1 : 0;
    double rise = 0;
    if (m > 0) {
      m /= rounding;
      double mix = 0.5 * m * m;
      rise = 0.5 * mix * rounding;
      weight = end > side ? 1 - mix : mix;
    }
    partDistance = Math.max(side, end) + rise;
    partShell += weight * (p[at + SHELL + 4] - partShell);
  }

  /** Distance beyond the nearer of a lens's two plates. */
  private double plates(int at, double u, double v, double up, double k, double slope) {
    double h = p[at + SHAPE + 2];
    double bowl = Math.min(k * k, 1.3) - 1;
    double across = p[at + SHAPE + 10] * u;
    double front = p[at + SHAPE + 11] * v;
    // Not Math.hypot: its guard against overflow took a sixth of all simulation time.
    double bends = 2 * Math.sqrt(across * across + front * front);
    double turn = 2 * Math.min(k, 1.14) * slope;
    double top = h + p[at + SHAPE + 4] * bowl + p[at + SHAPE + 6] * v + p[at + SHAPE + 8] * u;
    double bottom = -h - p[at + SHAPE + 5] * bowl + p[at + SHAPE + 7] * v + p[at + SHAPE + 9] * u;
    double topSlope = bends + Math.abs(p[at + SHAPE + 6]) + p[at + SHAPE + 4] * turn;
    double bottomSlope = bends + Math.abs(p[at + SHAPE + 7]) + p[at + SHAPE + 5] * turn;
    return Math.max(
        (up - top) / Math.sqrt(1 + topSlope * topSlope),
        (bottom - up) / Math.sqrt(1 + bottomSlope * bottomSlope));
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
