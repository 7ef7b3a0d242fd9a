package org.trabecula.simulation.anatomy;

import org.trabecula.simulation.population.Level;

/**
 * Mean dimensions of the vertebrae, both sexes, mm and degrees (facts 3.1: aclouthier's
 * morphable-lumbar-model, MIT, and values after Panjabi 1992 [K]; thoracic ones [K]).
 */
final class SpineSizes {
  private static final double[] WIDTH = {27, 28.5, 30, 32, 35, 39, 42, 44.5, 46, 48.5, 48.5};
  private static final double[] DEPTH = {26, 27, 28, 29, 30, 31, 33.5, 34.5, 35, 35, 34};
  private static final double[] HEIGHT = {
    19, 19.8, 20.5, 21.5, 22.5, 24.5, 26, 27.2, 27.6, 27.6, 27
  };
  private static final double[] DISC_BELOW = {4, 4.2, 4.5, 5, 5.5, 6.5, 7.5, 8.5, 9.5, 10, 9.5};
  private static final double[] PEDICLE_WIDTH = {5.5, 6, 6.5, 7, 7.5, 8, 8.6, 8.3, 10, 13, 16};
  private static final double[] PEDICLE_HEIGHT = {
    11.5, 12, 12.5, 14, 15.5, 16, 16, 15, 14.5, 15.5, 16.5
  };
  private static final double[] CANAL = {16.5, 16.8, 17, 17.5, 18.5, 21, 22.5, 23, 23.5, 24.5, 27};
  private static final double[] SPAN = {60, 58, 56, 53, 46, 44, 71, 78, 86, 81, 93};
  private static final double[] SPINOUS_HEIGHT = {9, 9, 9, 9, 12, 15, 20, 22, 23, 20, 15};
  private static final double[] WEDGE_FEMALE = {3, 3, 3, 3, 3.5, 3.5, 2.6, 0.7, -1.1, -3.1, -7.8};
  private static final double[] WEDGE_MALE = {3, 3, 3, 3, 4, 4, 4.1, 2.6, 1.3, -0.7, -4.6};

  /** Slope of each vertebra as a share of the sacral slope, front edge down. */
  private static final double[] TILT = {
    -0.08, -0.15, -0.22, -0.27, -0.30, -0.30, -0.26, -0.18, -0.02, .24, .58
  };

  /**
   * Trabecular density relative to the spine's own, so that areal density rises from L1 to L3-L4 as
   * it does in people (facts 3.3).
   */
  private static final double[] DENSITY = {1, 1, 1, 1, 1, 0.92, 0.85, 1.01, 1.07, 1.10, 1.08};

  /**
   * Stoutness of arch and processes, such that area, mean path and volume of the whole vertebra
   * agree with the mean surfaces of the morphable lumbar model (facts 3.1 [M]); L1 as L2.
   */
  private static final double[] STOUTNESS = {1, 1, 1, 1, 1.1, 1.2, 1.25, 1.25, 1.27, 1.24, 1.22};

  /** How far the tips of the transverse processes lie above their roots, mm [K]. */
  private static final double[] RISE = {3, 3, 3, 3, 2, 1, 0.5, 0.5, 0, 5, 4};

  /** Half height of the roots of slender transverse processes, mm [K]. */
  private static final double[] ROOT = {5, 5, 5, 4.8, 4.4, 3.6, 4.2, 4.5, 4.7, 4.6, 10};

  /**
   * Half axes of the arch from front to back, relative to those across: L5's arch is broad and flat
   * (facts 3.1: the largest shadow and the shortest path of L2 to L5).
   */
  private static final double[] DEEP = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.70};

  private SpineSizes() {}

  static double archDepth(Level level) {
    return DEEP[level.ordinal()];
  }

  static double transverseRise(Level level) {
    return RISE[level.ordinal()];
  }

  static double transverseThickness(Level level) {
    return ROOT[level.ordinal()];
  }

  /** Half axes of arch and processes relative to slender ones. */
  static double stoutness(Level level) {
    return STOUTNESS[level.ordinal()];
  }

  /** Thickness of the shells relative to the spine's own: L1's are thinner (Palepu 2019). */
  static double shell(Level level) {
    return Math.sqrt(density(level));
  }

  static double density(Level level) {
    return DENSITY[level.ordinal()];
  }

  static double width(Level level) {
    return WIDTH[level.ordinal()];
  }

  static double depth(Level level) {
    return DEPTH[level.ordinal()];
  }

  static double height(Level level) {
    return HEIGHT[level.ordinal()];
  }

  static double discBelow(Level level) {
    return DISC_BELOW[level.ordinal()];
  }

  static double pedicleWidth(Level level) {
    return PEDICLE_WIDTH[level.ordinal()];
  }

  static double pedicleHeight(Level level) {
    return PEDICLE_HEIGHT[level.ordinal()];
  }

  static double canal(Level level) {
    return CANAL[level.ordinal()];
  }

  /** Tip to tip of the transverse processes. */
  static double span(Level level) {
    return SPAN[level.ordinal()];
  }

  static double spinousHeight(Level level) {
    return SPINOUS_HEIGHT[level.ordinal()];
  }

  static double wedge(Level level, boolean female) {
    return (female ? WEDGE_FEMALE : WEDGE_MALE)[level.ordinal()];
  }

  static double tilt(Level level) {
    return TILT[level.ordinal()];
  }
}
