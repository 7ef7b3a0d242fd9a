package org.trabecula.validation.monitoring;

/** Gauss and Legendre's nodes and weights on an interval, by Newton's steps on the polynomial. */
final class Quadrature {
  private static final int STEPS = 20;

  private final double[] nodes;
  private final double[] weights;

  private Quadrature(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  static Quadrature of(double low, double high, int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < STEPS; step++) {
        double before = 0;
        double value = 1;
        for (int k = 0; k < n; k++) {
          double next = ((2 * k + 1) * x * value - k * before) / (k + 1);
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1);
        x -= value / slope;
      }
      nodes[i] = (low + high) / 2 - x * (high - low) / 2;
      weights[i] = (high - low) / ((1 - x * x) * slope * slope);
    }
    return new Quadrature(nodes, weights);
  }

  double node(int i) {
    return nodes[i];
  }

  double weight(int i) {
    return weights[i];
  }
}
