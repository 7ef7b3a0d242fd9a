package org.trabecula.validation;

import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.densitometry.StandardNormal;

/** Two-sided quantiles of the distributions that intervals are made of. */
final class Quantiles {
  private Quantiles() {}

  static double normal(double level) {
    Require.level(level);
    return StandardNormal.quantile(0.5 + level / 2);
  }

  static double student(double level, int degreesOfFreedom) {
    Require.level(level);
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.5 + level / 2);
  }
}
