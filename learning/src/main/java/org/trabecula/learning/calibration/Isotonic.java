package org.trabecula.learning.calibration;

/**
 * The closest sequence that never falls, by weighted squares: neighbours that fall are pooled to
 * their mean (Ayer et al. 1955, doi:10.1214/aoms/1177728423).
 */
final class Isotonic {
  private Isotonic() {}

  /**
   * Returns the sequence.
   *
   * @param weights of the values, positive
   */
  static double[] of(double[] values, double[] weights) {
    int n = values.length;
    double[] means = new double[n];
    double[] sums = new double[n];
    int[] lengths = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      means[blocks] = values[i];
      sums[blocks] = Math.max(weights[i], Double.MIN_NORMAL);
      lengths[blocks++] = 1;
      while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
        double sum = sums[blocks - 2] + sums[blocks - 1];
        means[blocks - 2] =
            (means[blocks - 2] * sums[blocks - 2] + means[blocks - 1] * sums[blocks - 1]) / sum;
        sums[blocks - 2] = sum;
        lengths[blocks - 2] += lengths[blocks - 1];
        blocks--;
      }
    }
    double[] result = new double[n];
    int at = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < lengths[b]; i++) {
        result[at++] = means[b];
      }
    }
    return result;
  }
}
