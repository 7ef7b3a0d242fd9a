package org.trabecula.simulation.skeleton;

import static org.trabecula.simulation.skeleton.Skeleton.CUP;
import static org.trabecula.simulation.skeleton.Skeleton.DENT;
import static org.trabecula.simulation.skeleton.Skeleton.DENTS;
import static org.trabecula.simulation.skeleton.Skeleton.INVERSE;
import static org.trabecula.simulation.skeleton.Skeleton.KIND;
import static org.trabecula.simulation.skeleton.Skeleton.ROD;
import static org.trabecula.simulation.skeleton.Skeleton.SHAPE;
import static org.trabecula.simulation.skeleton.Skeleton.SHELL;

/**
 * How far a place lies from the surface of one part of a bone, and how thick the cortex is there.
 * Holds the last answer, since this is called some hundred million times a cohort: one instance per
 * thread.
 */
final class PartSurface {
  private final double[] p;
  private final double[] dents;
  private double distance;
  private double shell;

  // The dent last looked at: depth at the place, square of the slope, added end shell.
  private double sunk;
  private double sunkSlope2;
  private double margin;

  /** Of the parts of a skeleton, as it lays them out. */
  PartSurface(Skeleton skeleton) {
    p = skeleton.parts;
    dents = skeleton.dents;
  }

  /** Distance of the last place, negative inside, mm. */
  double distance() {
    return distance;
  }

  /** Thickness of the cortex there, mm. */
  double shell() {
    return shell;
  }

  /**
   * Looks at a part from a place.
   *
   * @param at where the part's values begin
   * @param u place along the part's first axis, mm
   * @param v along its second axis, mm
   * @param w along its third axis, mm
   * @param thickness of the shell as its gradient has it, mm
   */
  void look(int at, double u, double v, double w, double thickness) {
    shell = Math.max(0.2, thickness);
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
    double h = Math.min(Math.max(w * p[at + INVERSE], 0), 1);
    double wide = p[at + SHAPE + 1] + h * (p[at + SHAPE + 3] - p[at + SHAPE + 1]);
    double deep = p[at + SHAPE + 2] + h * (p[at + SHAPE + 4] - p[at + SHAPE + 2]);
    // One division for two.
    double inverse = 1 / (wide * deep);
    double a = deep * inverse;
    double b = wide * inverse;
    double c = p[at + INVERSE + 1];
    double x = u * a;
    double y = v * b;
    double z = (w - h * length) * c;
    double k0 = x * x + y * y + z * z;
    if (k0 < 1e-8) {
      distance = -1 / Math.max(a, b);
      return;
    }
    double gx = x * a;
    double gy = y * b;
    double gz = z * c;
    distance = (k0 - Math.sqrt(k0)) / Math.sqrt(gx * gx + gy * gy + gz * gz);
  }

  private void cup(int at, double u, double v, double w) {
    double r = Math.sqrt(u * u + v * v + w * w);
    double d = Math.abs(r - p[at + SHAPE]) - p[at + SHAPE + 1];
    distance = Math.max(d, w - p[at + SHAPE + 2]);
  }

  private void lens(int at, double u, double v, double w) {
    double a = p[at + SHAPE];
    double b = p[at + SHAPE + 1];
    double bendU = p[at + SHAPE + 10];
    double bendV = p[at + SHAPE + 11];
    double up = w - bendU * u * u - bendV * v * v;
    double high = Math.min(1, up * up * p[at + INVERSE + 2]);
    double scale = 1 - p[at + SHAPE + 3] * (1 - high);
    double perA = p[at + INVERSE];
    double perB = p[at + INVERSE + 1];
    double x = u * perA;
    double y = v * perB;
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
      double cube = k4 * k4 * k4;
      double inverse = 1 / (k2 * cube);
      double inverse2 = cube * inverse;
      double inverse4 = k2 * inverse;
      k = 0.5 * (k2 + k4);
      double gx = 0.5 * x * (inverse2 + x2 * inverse4) * perA;
      double gy = 0.5 * y * (inverse2 + y2 * inverse4) * perB;
      slope = Math.sqrt(gx * gx + gy * gy);
      side = (k - scale) / slope;
    }
    margin = 0;
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
    distance = Math.max(side, end) + rise;
    shell += weight * (p[at + SHELL + 4] + margin - shell);
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
    double above = up - top;
    double below = bottom - up;
    double topSquare = 1 + topSlope * topSlope;
    double bottomSquare = 1 + bottomSlope * bottomSlope;
    if (p[at + DENTS] >= 0) {
      int dent = (int) p[at + DENTS];
      sink(dent, u, v);
      // As if dents ran down across a plate's own slope: within 3 % where that is 0.1.
      above += sunk;
      topSquare += sunkSlope2;
      double topMargin = margin;
      sink(dent + DENT, u, v);
      below += sunk;
      bottomSquare += sunkSlope2;
      margin = up > 0 ? topMargin : margin;
    }
    // The larger of above / √topSquare and below / √bottomSquare, with one root for two.
    boolean nearTop = above * Math.abs(above) * bottomSquare > below * Math.abs(below) * topSquare;
    return nearTop ? above / Math.sqrt(topSquare) : below / Math.sqrt(bottomSquare);
  }

  /** Looks at a dent from a place: its depth there, its slope, and what its margin adds. */
  private void sink(int dent, double u, double v) {
    double x = u - dents[dent + 1];
    double y = v - dents[dent + 2];
    double q = (x * x + y * y) * dents[dent + 3];
    double depth = dents[dent];
    double inside = Math.max(0, 1 - q);
    double around = Math.max(0, 1 - 0.25 * q * q);
    sunk = depth * inside * inside;
    sunkSlope2 = 16 * depth * depth * dents[dent + 3] * q * inside * inside;
    margin = dents[dent + 4] * around * around;
  }
}
