package org.trabecula.densitometry;

/**
 * The standard normal distribution, to about 1e-15.
 *
 * <p>Distribution function: within ±3 the series of Abramowitz and Stegun 26.2.11, all of whose
 * terms have one sign; beyond it the continued fraction 26.2.14 of the upper tail, so that small
 * probabilities keep their relative accuracy. Quantile: start 26.2.23, refined by Halley's method.
 */
public final class StandardNormal {
  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double SERIES_LIMIT = 3;
  private static final int FRACTION_TERMS = 200;
  private static final int HALLEY_STEPS = 4;

  private StandardNormal() {}

  /** Returns the density at {@code x}. */
  public static double density(double x) {
    return Math.exp(-0.5 * x * x) / SQRT_TWO_PI;
  }

  /**
   * Returns the probability of a value of at most {@code x}.
   *
   * @throws IllegalArgumentException if {@code x} is not a number
   */
  public static double cdf(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("x is NaN");
    }
    if (Math.abs(x) <= SERIES_LIMIT) {
      return 0.5 + centralArea(x);
    }
    return x < 0 ? upperTail(-x) : 1 - upperTail(x);
  }

  /**
   * Returns the value that a share {@code p} of the distribution does not exceed.
   *
   * @param p in (0, 1)
   */
  public static double quantile(double p) {
    Require.openUnit(p, "p");
    return p <= 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
  }

  /** The area from 0 to x: density times the sum of x^(2n+1) / (1·3·5···(2n+1)). */
  private static double centralArea(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
      term *= x * x / (2 * n + 1);
      sum += term;
    }
    return density(x) * sum;
  }

  /** Density over x + 1/(x + 2/(x + 3/(x + ...))), evaluated from the innermost term. */
  private static double upperTail(double x) {
    double fraction = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      fraction = x + n / fraction;
    }
    return density(x) / fraction;
  }

  private static double lowerQuantile(double p) {
    double t = Math.sqrt(-2 * Math.log(p));
    double x =
        (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
            - t;
    for (int step = 0; step < HALLEY_STEPS; step++) {
      double newton = (cdf(x) - p) / density(x);
      x -= newton / (1 + 0.5 * x * newton);
    }
    return x;
  }
}
