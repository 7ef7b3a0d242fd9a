package org.trabecula.simulation.anatomy;

import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/** Where bowel can lie: inside the belly's wall, between the iliac wings, in the true pelvis. */
final class Cavity {
  /** Muscle between the fat layer and the bowel, mm [K]. */
  private static final double WALL = 12;

  /** Heights over the hip joints, mm, and half widths there, in half distances of the hips [K]. */
  private static final double[] HEIGHTS = {-30, 0, 45, 100, 140};

  private static final double[] WIDTHS = {0.30, 0.52, 0.66, 1.12, 1.5};

  private final Envelope inner;
  private final double hipX;
  private final double hipZ;

  Cavity(Envelope inner, Landmarks marks) {
    this.inner = inner;
    hipX = marks.leftHip().head().x();
    hipZ = marks.leftHip().head().z();
  }

  /** Half the width at a height. */
  double halfWidth(double z) {
    return Math.min(bony(z - hipZ), fleshy(z));
  }

  private double bony(double height) {
    if (height >= HEIGHTS[HEIGHTS.length - 1]) {
      return Double.POSITIVE_INFINITY;
    }
    if (height < HEIGHTS[0]) {
      return 0;
    }
    int i = 0;
    while (height >= HEIGHTS[i + 1]) {
      i++;
    }
    double share = (height - HEIGHTS[i]) / (HEIGHTS[i + 1] - HEIGHTS[i]);
    return hipX * (WIDTHS[i] + share * (WIDTHS[i + 1] - WIDTHS[i]));
  }

  /** Where the trunk is still a third as deep as in its middle, less the wall. */
  private double fleshy(double z) {
    double least = (inner.front(0, z) - inner.back(0, z)) / 3;
    double low = 0;
    double high = 400;
    while (high - low > 1) {
      double middle = 0.5 * (low + high);
      if (inner.front(middle, z) - inner.back(middle, z) > least) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low - WALL;
  }

  /** Whether a ball lies inside. */
  boolean holds(Point centre, double radius) {
    double x = Math.abs(centre.x()) + radius;
    double wall = WALL + radius;
    return x <= halfWidth(centre.z())
        && x <= halfWidth(centre.z() - radius) + 0.35 * radius
        && centre.y() + wall <= inner.front(centre.x(), centre.z())
        && centre.y() - wall >= inner.back(centre.x(), centre.z());
  }

  /** Height of the pelvic floor. */
  double floor() {
    return hipZ + HEIGHTS[0];
  }
}
