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
record Moments(int n, double meanX, double meanY, double sxx, double syy, double sxy) {

  static Moments of(double[] x, double[] y) {
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

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  static double standardDeviation(double[] values) {
    return Math.sqrt(of(values, values).sxx() / (values.length - 1));
  }
}
