package org.trabecula.simulation.skeleton;

import static org.trabecula.simulation.skeleton.Skeleton.AXES;
import static org.trabecula.simulation.skeleton.Skeleton.CUP;
import static org.trabecula.simulation.skeleton.Skeleton.KIND;
import static org.trabecula.simulation.skeleton.Skeleton.ORIGIN;
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
  private double distance;
  private double shell;

  /** Of the parts of a skeleton, as it lays them out. */
  PartSurface(double[] parts) {
    p = parts;
  }

  /** Distance of the last place, negative inside, mm. */
  double distance() {
    return distance;
  }

  /** Thickness of the cortex there, mm. */
  double shell() {
    return shell;
  }

  /** Looks at a part from a place, mm. */
  void look(int at, double x, double y, double z) {
    double rx = x - p[at + ORIGIN];
    double ry = y - p[at + ORIGIN + 1];
    double rz = z - p[at + ORIGIN + 2];
    double u = rx * p[at + AXES] + ry * p[at + AXES + 1] + rz * p[at + AXES + 2];
    double v = rx * p[at + AXES + 3] + ry * p[at + AXES + 4] + rz * p[at + AXES + 5];
    double w = rx * p[at + AXES + 6] + ry * p[at + AXES + 7] + rz * p[at + AXES + 8];
    shell =
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
      distance = -1 / Math.max(a, b);
      return;
    }
    double k1 = x * x * a * a + y * y * b * b + z * z * c * c;
    distance = (k0 - Math.sqrt(k0)) / Math.sqrt(k1);
  }

  private void cup(int at, double u, double v, double w) {
    double r = Math.sqrt(u * u + v * v + w * w);
    double d = Math.abs(r - p[at + SHAPE]) - p[at + SHAPE + 1];
    distance = Math.max(d, w - p[at + SHAPE + 2]);
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
    distance = Math.max(side, end) + rise;
    shell += weight * (p[at + SHELL + 4] - shell);
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
}
