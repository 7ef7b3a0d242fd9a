package org.trabecula.validation;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.densitometry.StandardNormal;

/** Quantiles of the distributions that intervals are made of. */
public final class Quantiles {
  private static final int NEWTON_STEPS = 3;

  private Quantiles() {}

  /** The z that leaves (1 - level)/2 on either side of ±z. */
  public static double normal(double level) {
    Require.level(level);
    return StandardNormal.quantile(0.5 + level / 2);
  }

  /**
   * The t that leaves (1 - level)/2 on either side of ±t.
   *
   * @param degreesOfFreedom positive
   */
  public static double student(double level, double degreesOfFreedom) {
    Require.level(level);
    return quantile(TDistribution.of(degreesOfFreedom), 0.5 + level / 2);
  }

  /** The value of χ² that a share {@code p} does not exceed. */
  public static double chiSquared(double p, double degreesOfFreedom) {
    return quantile(ChiSquaredDistribution.of(degreesOfFreedom), p);
  }

  /** The value of Fisher's F that a share {@code p} does not exceed. */
  public static double fisher(double p, double numeratorDegrees, double denominatorDegrees) {
    return quantile(FDistribution.of(numeratorDegrees, denominatorDegrees), p);
  }

  /**
   * The library stops at an absolute accuracy of 1e-9; Newton's steps take it to the last digits.
   */
  private static double quantile(ContinuousDistribution distribution, double p) {
    double x = distribution.inverseCumulativeProbability(p);
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double density = distribution.density(x);
      if (density > 0 && Double.isFinite(density)) {
        x -= (distribution.cumulativeProbability(x) - p) / density;
      }
    }
    return x;
  }
}
