package org.trabecula.validation;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.densitometry.StandardNormal;

/** Quantiles of the distributions that intervals are made of. */
public final class Quantiles {
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
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.5 + level / 2);
  }

  /** The value of χ² that a share {@code p} does not exceed. */
  public static double chiSquared(double p, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).inverseCumulativeProbability(p);
  }

  /** The value of Fisher's F that a share {@code p} does not exceed. */
  public static double fisher(double p, double numeratorDegrees, double denominatorDegrees) {
    return FDistribution.of(numeratorDegrees, denominatorDegrees).inverseCumulativeProbability(p);
  }
}
