package org.trabecula.simulation.population;

/**
 * A hernia of disc through an end-plate: a pit in the vertebral body.
 *
 * @param level of the body
 * @param upper whether it lies in the body's upper end-plate
 * @param depthMm at its centre, in [0, 8]
 * @param widthMm of its mouth, in [4, 20]
 * @param across its centre's place, as a share of the body's half width, in [-0.4, 0.4]
 * @param front its centre's place, as a share of the body's half depth, in [-0.5, 0.3]
 * @param sclerosisMm added thickness of the end-plate in it, in [0, 2]
 */
public record SchmorlNode(
    Level level,
    boolean upper,
    double depthMm,
    double widthMm,
    double across,
    double front,
    double sclerosisMm) {
  public SchmorlNode {
    if (!(depthMm >= 0 && depthMm <= 8 && widthMm >= 4 && widthMm <= 20)
        || !(Math.abs(across) <= 0.4 && front >= -0.5 && front <= 0.3)
        || !(sclerosisMm >= 0 && sclerosisMm <= 2)) {
      throw new IllegalArgumentException(
          "Node of %s mm depth, %s mm width, at %s and %s, sclerosis of %s mm"
              .formatted(depthMm, widthMm, across, front, sclerosisMm));
    }
  }
}
