package org.trabecula.validation.monitoring;

/** A small linear system by Gaussian elimination with row exchange. */
final class LinearSystem {
  private LinearSystem() {}

  /** Solves in place; each row holds the coefficients and then the right side. */
  static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      exchange(rows, column);
      for (int row = column + 1; row < n; row++) {
        double factor = rows[row][column] / rows[column][column];
        for (int k = column; k <= n && factor != 0; k++) {
          rows[row][k] -= factor * rows[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = rows[row][n];
      for (int k = row + 1; k < n; k++) {
        sum -= rows[row][k] * solution[k];
      }
      solution[row] = sum / rows[row][row];
    }
    return solution;
  }

  private static void exchange(double[][] rows, int column) {
    int best = column;
    for (int row = column + 1; row < rows.length; row++) {
      best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
    }
    double[] kept = rows[column];
    rows[column] = rows[best];
    rows[best] = kept;
  }
}
