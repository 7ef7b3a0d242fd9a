package org.trabecula.validation;

import java.util.function.DoubleUnaryOperator;
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

  /** How many standard deviations of S, about 1/√(2ν), are integrated to either side of 1. */
  private static final double REACH = 12;

  private static final int MOST_STEPS = 100;
  private static final double RISE = 8.5;

  // Abramowitz and Stegun, table 25.4, n = 8.
  private static final double[] NODES = {
    0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] WEIGHTS = {
    0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626
  };

  public NoncentralT {
    if (degreesOfFreedom < 1 || !Double.isFinite(noncentrality)) {
      throw new IllegalArgumentException(
          "%d degrees of freedom, noncentrality %s".formatted(degreesOfFreedom, noncentrality));
    }
  }

  /** Returns the probability of a value of at most {@code t}. */
  public double cdf(double t) {
    double spread = REACH / Math.sqrt(2.0 * degreesOfFreedom);
    double low = Math.max(0, 1 - spread);
    double high = 1 + spread;
    // Φ(tS - δ) goes from 0 to 1, or back, within a few 1/t of δ/t: outside it is one of them.
    double middle = noncentrality / t;
    double reach = RISE / Math.abs(t);
    double from = t == 0 ? low : Math.clamp(middle - reach, low, high);
    double to = t == 0 ? high : Math.clamp(middle + reach, low, high);
    double before = integral(low, from, s -> 1);
    double within = integral(from, to, s -> 1);
    double after = integral(to, high, s -> 1);
    double rising = integral(from, to, s -> StandardNormal.cdf(t * s - noncentrality));
    return (rising + (t > 0 ? after : before)) / (before + within + after);
  }

  /** The integral of the density times a factor. */
  private double integral(double from, double to, DoubleUnaryOperator factor) {
    double panel = (to - from) / PANELS;
    double sum = 0;
    for (int i = 0; i < PANELS && panel > 0; i++) {
      double centre = from + (i + 0.5) * panel;
      for (int k = 0; k < NODES.length; k++) {
        double off = NODES[k] * panel / 2;
        sum +=
            WEIGHTS[k]
                * (density(centre - off) * factor.applyAsDouble(centre - off)
                    + density(centre + off) * factor.applyAsDouble(centre + off));
      }
    }
    return sum * panel;
  }

  /** The density of S but for a factor; the logarithm is taken relative to S = 1. */
  private double density(double s) {
    return Math.exp(
        (degreesOfFreedom - 1) * Math.log(s) - degreesOfFreedom * (s - 1) * (s + 1) / 2);
  }

  /**
   * Returns the value that a share {@code p} does not exceed, by false position in the manner of
   * Illinois (Dowell and Jarratt 1971, doi:10.1007/BF01934364).
   *
   * @param p in (0, 1)
   */
  public double quantile(double p) {
    Require.openUnit(p, "p");
    double low = noncentrality;
    double high = noncentrality;
    double belowLow = cdf(low) - p;
    double belowHigh = belowLow;
    for (double step = 1; belowLow > 0; step *= 2) {
      low -= step;
      belowLow = cdf(low) - p;
    }
    for (double step = 1; belowHigh < 0; step *= 2) {
      high += step;
      belowHigh = cdf(high) - p;
    }
    int lastSide = 0;
    for (int i = 0; i < MOST_STEPS && high - low > 1e-13 * Math.abs(low); i++) {
      double middle = low + (high - low) * belowLow / (belowLow - belowHigh);
      double here = cdf(middle) - p;
      if (Math.abs(here) <= 1e-15) {
        return middle;
      }
      int side = here < 0 ? -1 : 1;
      // An end that stays twice counts half, so that both ends move.
      if (side < 0) {
        low = middle;
        belowLow = here;
        belowHigh /= side == lastSide ? 2 : 1;
      } else {
        high = middle;
        belowHigh = here;
        belowLow /= side == lastSide ? 2 : 1;
      }
      lastSide = side;
    }
    return (low + high) / 2;
  }
}
