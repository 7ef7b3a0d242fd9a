package org.trabecula.learning.labelled;

import java.util.Arrays;
import org.trabecula.validation.study.LeastSquares;

/** Least squares with a penalty on the squared coefficients, not on the intercept. */
final class Ridge {
  private final double[] coefficients;

  private Ridge(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Fits: a penalty is one more row per coefficient, {@code sqrt(penalty)} there and 0 elsewhere.
   *
   * @param rows standardised predictors
   * @param penalty not negative
   */
  static Ridge of(double[][] rows, double[] truths, double penalty) {
    int n = rows[0].length;
    double[][] design = new double[rows.length + n][];
    for (int i = 0; i < rows.length; i++) {
      design[i] = Arrays.copyOf(rows[i], n + 1);
      design[i][n] = 1;
    }
    for (int k = 0; k < n; k++) {
      design[rows.length + k] = new double[n + 1];
      design[rows.length + k][k] = Math.sqrt(penalty);
    }
    return new Ridge(LeastSquares.solve(design, Arrays.copyOf(truths, design.length)));
  }

  /** The number for one row. */
  double at(double[] row) {
    double sum = coefficients[row.length];
    for (int k = 0; k < row.length; k++) {
      sum += coefficients[k] * row[k];
    }
    return sum;
  }
}
