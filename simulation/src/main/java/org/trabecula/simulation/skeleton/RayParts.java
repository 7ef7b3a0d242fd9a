package org.trabecula.simulation.skeleton;

import static org.trabecula.simulation.skeleton.Skeleton.AXES;
import static org.trabecula.simulation.skeleton.Skeleton.BALL;
import static org.trabecula.simulation.skeleton.Skeleton.BOX;
import static org.trabecula.simulation.skeleton.Skeleton.KIND;
import static org.trabecula.simulation.skeleton.Skeleton.LENS;
import static org.trabecula.simulation.skeleton.Skeleton.NECK;
import static org.trabecula.simulation.skeleton.Skeleton.ORIGIN;
import static org.trabecula.simulation.skeleton.Skeleton.SHELL;
import static org.trabecula.simulation.skeleton.Skeleton.STRIDE;
import static org.trabecula.simulation.skeleton.Skeleton.TRABECULAR;

/**
 * The parts of a bone that one ray may meet, and the bone's field along the ray: the smooth union
 * of the parts. A place on the ray is linear in its parameter in each part's own axes too, so that
 * these are found once a ray.
 *
 * <p>A part is felt as far as the bone's smoothing reaches from its box. Bone itself lies nearer:
 * parts that melt into each other swell by a quarter of the smoothing where two of them are equally
 * far and by less than a half where four are, and outside of those windows nothing need be looked
 * at.
 */
final class RayParts {
  private static final int MOST_PARTS = 96;

  /** Share of the smoothing by which melting parts may swell. */
  private static final double SWELLING = 0.5;

  /** The ellipse that holds a lens's outline, which is squarer, over the lens's half axes. */
  private static final double LENS_ELLIPSE = 1.087;

  /** Values of a ray in a part: across, front, up and shell, each with its slope. */
  private static final int LINE = 8;

  private final double[] p;
  private final PartSurface surface;
  private final int[] active = new int[MOST_PARTS];
  private final double[] lines = new double[MOST_PARTS * LINE];
  private final double[] enters = new double[MOST_PARTS];
  private final double[] leaves = new double[MOST_PARTS];
  private final double[] bonesIn = new double[MOST_PARTS];
  private final double[] bonesOut = new double[MOST_PARTS];
  private int actives;
  private double entry;
  private double exit;

  // The windows of the part that is being met.
  private double feltIn;
  private double feltOut;
  private double solidIn;
  private double solidOut;

  // The field at the place last looked at.
  private double next;
  private boolean near;
  private double distance;
  private double shell;
  private double trabecular;
  private double neck;

  // The field at the place that was marked.
  private double markedNext;
  private boolean markedNear;
  private double markedDistance;
  private double markedShell;
  private double markedTrabecular;
  private double markedNeck;

  RayParts(Skeleton skeleton) {
    p = skeleton.parts;
    surface = new PartSurface(skeleton);
  }

  /** Where bone may begin. */
  double entry() {
    return entry;
  }

  /** Where no bone is left. */
  double exit() {
    return exit;
  }

  /** Where the next part's bone may begin. */
  double next() {
    return next;
  }

  /** Whether bone may be at the place last looked at. */
  boolean near() {
    return near;
  }

  /** Distance to the bone's surface, negative inside, mm. */
  double distance() {
    return distance;
  }

  /** Distance to the inner surface of the cortex, mm. */
  double inner() {
    return distance + shell;
  }

  double trabecular() {
    return trabecular;
  }

  double neck() {
    return neck;
  }

  /** Finds the parts that a ray may meet, and between where; false if it misses the bone. */
  boolean meet(Skeleton.Bone b, double ox, double oy, double oz, double dx, double dy, double dz) {
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
      if (square > 0) {
        follow(at, ox, oy, oz, dx, dy, dz);
        if (felt(at, smoothing)) {
          keep(at);
        }
      }
    }
    return entry < exit;
  }

  private void keep(int at) {
    enters[actives] = feltIn;
    leaves[actives] = feltOut;
    bonesIn[actives] = solidIn;
    bonesOut[actives] = solidOut;
    active[actives++] = at;
    if (solidIn < solidOut) {
      entry = Math.min(entry, solidIn);
      exit = Math.max(exit, solidOut);
    }
  }

  /** Takes all parts of a bone, wherever they are: for tests. */
  void takeAll(Skeleton.Bone b, Point from, Point d) {
    actives = 0;
    for (int part = b.first(); part < b.last(); part++) {
      follow(part * STRIDE, from.x(), from.y(), from.z(), d.x(), d.y(), d.z());
      feltIn = Double.NEGATIVE_INFINITY;
      feltOut = Double.POSITIVE_INFINITY;
      solidIn = feltIn;
      solidOut = feltOut;
      keep(part * STRIDE);
    }
  }

  /** Writes the ray in a part's own axes. */
  private void follow(int at, double ox, double oy, double oz, double dx, double dy, double dz) {
    double rx = ox - p[at + ORIGIN];
    double ry = oy - p[at + ORIGIN + 1];
    double rz = oz - p[at + ORIGIN + 2];
    int to = actives * LINE;
    for (int axis = at + AXES, i = to; i < to + 6; axis += 3, i += 2) {
      lines[i] = rx * p[axis] + ry * p[axis + 1] + rz * p[axis + 2];
      lines[i + 1] = dx * p[axis] + dy * p[axis + 1] + dz * p[axis + 2];
    }
    int s = at + SHELL;
    lines[to + 6] = p[s] + rx * p[s + 1] + ry * p[s + 2] + rz * p[s + 3];
    lines[to + 7] = dx * p[s + 1] + dy * p[s + 2] + dz * p[s + 3];
  }

  /** Finds the windows of a part: its box with the smoothing around it, and where bone may be. */
  private boolean felt(int at, double smoothing) {
    feltIn = Double.NEGATIVE_INFINITY;
    feltOut = Double.POSITIVE_INFINITY;
    solidIn = feltIn;
    solidOut = feltOut;
    int line = actives * LINE;
    double wide = p[at + BOX];
    double deep = p[at + BOX + 1];
    slab(line, -wide, wide, smoothing);
    slab(line + 2, -deep, deep, smoothing);
    if (feltIn >= feltOut) {
      return false;
    }
    slab(line + 4, p[at + BOX + 2], p[at + BOX + 3], smoothing);
    if (solidIn < solidOut) {
      double reach = p[at + KIND] == LENS ? LENS_ELLIPSE : 1;
      double swelling = SWELLING * smoothing;
      cylinder(line, reach * wide + swelling, reach * deep + swelling);
    }
    return feltIn < feltOut;
  }

  private void slab(int line, double low, double high, double smoothing) {
    double from = lines[line];
    double slope = lines[line + 1];
    // A tiny slope in place of none: the ray then stays on its side of the slab.
    double inverse = 1 / (Math.abs(slope) < 1e-12 ? 1e-12 : slope);
    double middle = (0.5 * (low + high) - from) * inverse;
    double side = Math.abs(inverse);
    double felt = (0.5 * (high - low) + smoothing) * side;
    double solid = felt - (1 - SWELLING) * smoothing * side;
    feltIn = Math.max(feltIn, middle - felt);
    feltOut = Math.min(feltOut, middle + felt);
    solidIn = Math.max(solidIn, middle - solid);
    solidOut = Math.min(solidOut, middle + solid);
  }

  /** Cuts the corners of the box: the part lies in an elliptic cylinder along its third axis. */
  private void cylinder(int line, double wide, double deep) {
    double x = lines[line] / wide;
    double y = lines[line + 2] / deep;
    double sx = lines[line + 1] / wide;
    double sy = lines[line + 3] / deep;
    double a = sx * sx + sy * sy;
    double b = x * sx + y * sy;
    double c = x * x + y * y - 1;
    double square = b * b - a * c;
    if (square < 0 || a == 0 && c > 0) {
      solidOut = Double.NEGATIVE_INFINITY;
    } else if (a > 1e-12) {
      double root = Math.sqrt(square);
      double inverse = 1 / a;
      solidIn = Math.max(solidIn, (-b - root) * inverse);
      solidOut = Math.min(solidOut, (-b + root) * inverse);
    }
  }

  /** Marks the place last looked at. */
  void mark() {
    markedNext = next;
    markedNear = near;
    markedDistance = distance;
    markedShell = shell;
    markedTrabecular = trabecular;
    markedNeck = neck;
  }

  /** Goes back to the place that was marked, without looking again. */
  void backToMark() {
    next = markedNext;
    near = markedNear;
    distance = markedDistance;
    shell = markedShell;
    trabecular = markedTrabecular;
    neck = markedNeck;
  }

  /** Looks at the bone from a place on the ray. */
  void look(double t, double smoothing) {
    double best = Double.POSITIVE_INFINITY;
    double bestShell = 0;
    double bestFactor = 0;
    double bestNeck = 0;
    next = Double.POSITIVE_INFINITY;
    near = false;
    for (int i = 0, line = 0; i < actives; i++, line += LINE) {
      if (t < bonesIn[i]) {
        next = bonesIn[i] < bonesOut[i] ? Math.min(next, bonesIn[i]) : next;
      } else if (t <= bonesOut[i]) {
        near = true;
      }
      if (t < enters[i] || t > leaves[i]) {
        continue;
      }
      int at = active[i];
      surface.look(
          at,
          lines[line] + t * lines[line + 1],
          lines[line + 2] + t * lines[line + 3],
          lines[line + 4] + t * lines[line + 5],
          lines[line + 6] + t * lines[line + 7]);
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
}
