package org.trabecula.validation;

import org.trabecula.densitometry.StandardNormal;

/**
 * Student's distribution off the centre: (Z + δ)/S with Z standard normal and νS² a χ² of ν degrees
 * of freedom (Johnson, Kotz and Balakrishnan 1995, Continuous Univariate Distributions 2, chapter
 * 31). Exact limits of agreement are made of it.
 *
 * <p>P(T ≤ t) is the mean of Φ(tS - δ) over S, which is integrated by Gauss and Legendre's rule
 * over all S that carry weight; the result is good to about 1e-13.
 *
 * @param degreesOfFreedom ν, at least 1
 * @param noncentrality δ
 */
public record NoncentralT(int degreesOfFreedom, double noncentrality) {
  private static final int PANELS = 24;

  /**
   * How many standard deviations of S, about 1/√(2ν), are integrated to either side of its mode.
   */
  private static final double REACH = 12;

  private static final double RISE = 8.5;

  // Abramowitz and Stegun, table 25.4, n = 8.
  private static final double[] NODES = {
    0.18343464249564980494, 0.52553240991632898582, 0.79666647741362673959, 0.96028985649753623168
  };
  private static final double[] WEIGHTS = {
    0.36268378337836198297, 0.31370664587788728734, 0.22238103445337447054, 0.10122853629037625915
  };

  public NoncentralT {
    if (degreesOfFreedom < 1 || !Double.isFinite(noncentrality)) {
      throw new IllegalArgumentException(
          "%d degrees of freedom, noncentrality %s".formatted(degreesOfFreedom, noncentrality));
    }
  }

  /** Returns the probability of a value of at most {@code t}. */
  public double cdf(double t) {
    double mode = Math.sqrt((degreesOfFreedom - 1.0) / degreesOfFreedom);
    double spread = REACH / Math.sqrt(2.0 * degreesOfFreedom);
    double low = Math.max(0, mode - spread);
    double high = mode + spread;
    // Φ(tS - δ) rises from 0 to 1 within a few 1/t of δ/t; that stretch gets panels of its own.
    double step = noncentrality / t;
    double rise = RISE / Math.abs(t);
    double from = t == 0 ? low : Math.clamp(step - rise, low, high);
    double to = t == 0 ? high : Math.clamp(step + rise, low, high);
    double[] sums = new double[2];
    add(sums, t, low, from);
    add(sums, t, from, to);
    add(sums, t, to, high);
    return sums[0] / sums[1];
  }

  /** Adds the integrals of density times Φ and of the density alone. */
  private void add(double[] sums, double t, double from, double to) {
    double panel = (to - from) / PANELS;
    for (int i = 0; i < PANELS && panel > 0; i++) {
      double centre = from + (i + 0.5) * panel;
      for (int k = 0; k < NODES.length; k++) {
        for (int side = -1; side <= 1; side += 2) {
          double s = centre + side * NODES[k] * panel / 2;
          double share = WEIGHTS[k] * panel * density(s);
          sums[0] += share * StandardNormal.cdf(t * s - noncentrality);
          sums[1] += share;
        }
      }
    }
  }

  /** The density of S but for a factor; the logarithm is taken relative to S = 1. */
  private double density(double s) {
    return Math.exp(
        (degreesOfFreedom - 1) * Math.log(s) - degreesOfFreedom * (s - 1) * (s + 1) / 2);
  }

  /**
   * Returns the value that a share {@code p} does not exceed, by halving until no number lies
   * between.
   *
   * @param p in (0, 1)
   */
  public double quantile(double p) {
    Require.openUnit(p, "p");
    double step = 1;
    double low = noncentrality;
    double high = noncentrality;
    while (cdf(low) > p) {
      low -= step;
      step *= 2;
    }
    step = 1;
    while (cdf(high) < p) {
      high += step;
      step *= 2;
    }
    return bisect(low, high, p);
  }

  private double bisect(double low, double high, double p) {
    double below = low;
    double above = high;
    for (double middle = (below + above) / 2;
        middle > below && middle < above && above - below > 1e-13 * Math.abs(middle);
        middle = (below + above) / 2) {
      if (cdf(middle) < p) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return (below + above) / 2;
  }
}
