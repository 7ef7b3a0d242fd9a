package org.trabecula.validation.study;

/** Ordinary least squares by modified Gram-Schmidt. */
public final class LeastSquares {
  /** A column that the earlier ones explain up to this share of its length is left out. */
  private static final double DEPENDENT = 1e-8;

  private LeastSquares() {}

  /**
   * Returns the coefficients that make {@code design · coefficients} come closest to {@code
   * response}. A column that depends on those before it gets the coefficient 0.
   *
   * @param design one array for each row, all equally long
   */
  public static double[] solve(double[][] design, double[] response) {
    int columns = design[0].length;
    double[][] q = transposed(design);
    double[][] r = new double[columns][columns];
    boolean[] used = new boolean[columns];
    double[] rest = response.clone();
    double[] projections = new double[columns];
    for (int j = 0; j < columns; j++) {
      double before = norm(q[j]);
      for (int k = 0; k < j; k++) {
        if (used[k]) {
          r[k][j] = dot(q[k], q[j]);
          subtract(q[j], r[k][j], q[k]);
        }
      }
      r[j][j] = norm(q[j]);
      used[j] = r[j][j] > DEPENDENT * before;
      if (used[j]) {
        scale(q[j], 1 / r[j][j]);
        projections[j] = dot(q[j], rest);
        subtract(rest, projections[j], q[j]);
      }
    }
    return backSubstitute(r, projections, used);
  }

  private static double[] backSubstitute(double[][] r, double[] projections, boolean[] used) {
    double[] coefficients = new double[used.length];
    for (int j = used.length - 1; j >= 0; j--) {
      if (used[j]) {
        double sum = projections[j];
        for (int k = j + 1; k < used.length; k++) {
          sum -= r[j][k] * coefficients[k];
        }
        coefficients[j] = sum / r[j][j];
      }
    }
    return coefficients;
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static void subtract(double[] from, double factor, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * what[i];
    }
  }

  private static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }
}
