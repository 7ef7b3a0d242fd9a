package org.trabecula.simulation.population;

/**
 * A share that grows or falls linearly between 50 and 80 years and stays outside.
 *
 * @param at50 share at 50 years and below, in [0, 1]
 * @param at80 share at 80 years and above, in [0, 1]
 */
public record ByAge(double at50, double at80) {
  public ByAge {
    if (!(at50 >= 0 && at50 <= 1 && at80 >= 0 && at80 <= 1)) {
      throw new IllegalArgumentException("Shares of %s and %s".formatted(at50, at80));
    }
  }

  /** The same share at every age. */
  public static ByAge always(double share) {
    return new ByAge(share, share);
  }

  /** The share at an age in years. */
  public double at(double age) {
    return at50 + (at80 - at50) * Math.clamp((age - 50) / 30, 0, 1);
  }
}
