package org.trabecula.validation;

/**
 * Means and centred sums of two variables, summed in two passes.
 *
 * @param n how many pairs
 * @param meanX mean of the first
 * @param meanY mean of the second
 * @param sxx sum of squared deviations of the first
 * @param syy sum of squared deviations of the second
 * @param sxy sum of products of deviations
 */
public record Moments(int n, double meanX, double meanY, double sxx, double syy, double sxy) {

  /** Returns the sums of two equally long arrays; of none, all are 0. */
  public static Moments of(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int i = 0; i < x.length; i++) {
      sxx += (x[i] - meanX) * (x[i] - meanX);
      syy += (y[i] - meanY) * (y[i] - meanY);
      sxy += (x[i] - meanX) * (y[i] - meanY);
    }
    return new Moments(x.length, meanX, meanY, sxx, syy, sxy);
  }

  /**
   * The sums without one of the pairs, in constant time: the mean moves by 1/(n - 1) of its
   * deviation, a centred sum loses n/(n - 1) of the product of deviations.
   */
  public Moments without(double x, double y) {
    double dx = x - meanX;
    double dy = y - meanY;
    double share = (double) n / (n - 1);
    return new Moments(
        n - 1,
        meanX - dx / (n - 1),
        meanY - dy / (n - 1),
        Math.max(0, sxx - share * dx * dx),
        Math.max(0, syy - share * dy * dy),
        sxy - share * dx * dy);
  }

  /** Returns the mean; of none, 0. */
  public static double mean(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    // Summed from the first value, so that values that do not vary have exactly their mean.
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  /**
   * Returns the standard deviation, with n - 1 below.
   *
   * @throws IllegalArgumentException below two values
   */
  public static double standardDeviation(double[] values) {
    return Math.sqrt(variance(values));
  }

  /**
   * Returns the variance, with n - 1 below.
   *
   * @throws IllegalArgumentException below two values
   */
  public static double variance(double[] values) {
    if (values.length < 2) {
      throw new IllegalArgumentException(values.length + " values have no variance");
    }
    return of(values, values).sxx() / (values.length - 1);
  }
}
