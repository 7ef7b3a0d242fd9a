package org.trabecula.learning.calibration;

/** The lower triangular root of a symmetric matrix plus a positive diagonal. */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Returns the root.
   *
   * @param matrix positive semidefinite; its lower triangle is read
   * @param diagonal that is added, positive
   */
  static Cholesky of(double[][] matrix, double diagonal) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = matrix[j][k] + (j == k ? diagonal : 0);
        for (int i = 0; i < k; i++) {
          sum -= lower[j][i] * lower[k][i];
        }
        lower[j][k] = j == k ? Math.sqrt(sum) : sum / lower[k][k];
      }
    }
    return new Cholesky(lower);
  }

  /** Solves the equation of the matrix. */
  double[] solve(double[] right) {
    double[] x = forward(right);
    for (int j = x.length - 1; j >= 0; j--) {
      for (int i = j + 1; i < x.length; i++) {
        x[j] -= lower[i][j] * x[i];
      }
      x[j] /= lower[j][j];
    }
    return x;
  }

  /** The square of a vector in the norm of the inverse. */
  double norm(double[] vector) {
    double sum = 0;
    for (double value : forward(vector)) {
      sum += value * value;
    }
    return sum;
  }

  private double[] forward(double[] right) {
    double[] x = right.clone();
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < j; i++) {
        x[j] -= lower[j][i] * x[i];
      }
      x[j] /= lower[j][j];
    }
    return x;
  }
}
