package org.trabecula.simulation.anatomy;

/** Bends a row of places, so that a bone drawn through them has no corners. */
final class Spline {
  private Spline() {}

  /** The places, and one more between each two, on a Catmull-Rom spline. */
  static double[][] withMiddles(double[]... places) {
    double[][] all = new double[2 * places.length - 1][];
    for (int i = 0; i < places.length; i++) {
      all[2 * i] = places[i];
      if (i + 1 < places.length) {
        double[] before = places[Math.max(0, i - 1)];
        double[] after = places[Math.min(places.length - 1, i + 2)];
        all[2 * i + 1] = middle(before, places[i], places[i + 1], after);
      }
    }
    return all;
  }

  private static double[] middle(double[] before, double[] from, double[] to, double[] after) {
    double[] middle = new double[from.length];
    for (int k = 0; k < middle.length; k++) {
      middle[k] = 0.5625 * (from[k] + to[k]) - 0.0625 * (before[k] + after[k]);
    }
    return middle;
  }
}
