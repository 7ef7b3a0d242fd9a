package org.trabecula.validation.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/**
 * ICC(2,1), in other words ICC(A,1): the share of the variance that is the subjects', where both
 * subjects and methods are drawn at random, for a single measurement and absolute agreement (Shrout
 * and Fleiss 1979, doi:10.1037/0033-2909.86.2.420). A bias between methods lowers it. Where every
 * subject has the same value by all methods it is 1 and its interval has no width.
 */
public final class IntraclassCorrelation {
  private static final double ROUNDING = 1e-25;

  private IntraclassCorrelation() {}

  /** Mean squares of subjects, methods and the rest. */
  private record MeanSquares(
      int subjects, int methods, double subject, double method, double rest) {

    static MeanSquares of(double[][] values) {
      int n = values.length;
      int k = values[0].length;
      double grand = 0;
      double[] rows = new double[n];
      double[] columns = new double[k];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < k; j++) {
          grand += values[i][j] / n / k;
          rows[i] += values[i][j] / k;
          columns[j] += values[i][j] / n;
        }
      }
      double between = 0;
      double method = 0;
      double rest = 0;
      for (int i = 0; i < n; i++) {
        between += (rows[i] - grand) * (rows[i] - grand);
        for (int j = 0; j < k; j++) {
          double left = values[i][j] - rows[i] - columns[j] + grand;
          rest += left * left;
        }
      }
      for (int j = 0; j < k; j++) {
        method += (columns[j] - grand) * (columns[j] - grand);
      }
      return new MeanSquares(
          n, k, k * between / (n - 1), n * method / (k - 1), rest / ((n - 1.0) * (k - 1)));
    }
  }

  /** Returns the correlation of estimate and truth; see {@link #of(double[][], double)}. */
  public static Statistic of(PairedValues pairs, double level) {
    double[][] values = new double[pairs.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new double[] {pairs.estimate(i), pairs.truth(i)};
    }
    return of(values, level);
  }

  /**
   * Returns (S - E) / (S + (k-1) E + k (M - E)/n) of the mean squares S of n subjects, M of k
   * methods and E of the rest, with the interval of McGraw and Wong 1996
   * (doi:10.1037/1082-989X.1.1.30, table 7): F quantiles with Satterthwaite's degrees of freedom.
   * Undefined below three subjects or when no subject differs from another.
   *
   * @param values one row for each subject, all with the same number of at least two methods
   */
  public static Statistic of(double[][] values, double level) {
    Require.level(level);
    for (double[] row : values) {
      Require.sameLength(row.length, values[0].length, "values", "methods");
      Require.finite(row, "values");
    }
    if (values.length < 3) {
      return Statistic.undefined("fewer than three subjects");
    }
    if (values[0].length < 2) {
      throw new IllegalArgumentException("values has 1 column, not at least two methods");
    }
    if (all(values, (row, j) -> row[j] == values[0][0])) {
      return Statistic.undefined("the values do not vary");
    }
    if (all(values, (row, j) -> row[j] == row[0])) {
      return Statistic.of(new Estimate(1, 1, 1, level));
    }
    MeanSquares squares = MeanSquares.of(values);
    // Equal means are equal but for rounding; then every bound is the same negative number.
    if (squares.subject <= ROUNDING * squares.rest) {
      return Statistic.undefined("the subjects do not differ");
    }
    return Statistic.of(interval(squares, level));
  }

  private interface Condition {
    boolean holds(double[] row, int column);
  }

  /** Asked of the values themselves: their mean squares are zero but for rounding. */
  private static boolean all(double[][] values, Condition condition) {
    return Arrays.stream(values)
        .allMatch(row -> IntStream.range(0, row.length).allMatch(j -> condition.holds(row, j)));
  }

  private static Estimate interval(MeanSquares m, double level) {
    double n = m.subjects;
    double k = m.methods;
    double icc =
        (m.subject - m.rest) / (m.subject + (k - 1) * m.rest + k * (m.method - m.rest) / n);
    double degrees = satterthwaite(m, icc);
    double below = Quantiles.fisher(0.5 + level / 2, n - 1, degrees);
    double above = Quantiles.fisher(0.5 + level / 2, degrees, n - 1);
    double rest = k * m.method + (k * n - k - n) * m.rest;
    double low = n * (m.subject - below * m.rest) / (below * rest + n * m.subject);
    double high = n * (above * m.subject - m.rest) / (rest + n * above * m.subject);
    return new Estimate(icc, low, high, level);
  }

  /**
   * Degrees of freedom of a · M + b · E, with a and b times n (1 - ICC), which may be zero. A
   * correlation below zero, which only chance makes, counts as zero: it would make a negative.
   */
  private static double satterthwaite(MeanSquares m, double icc) {
    double n = m.subjects;
    double k = m.methods;
    double share = Math.max(0, icc);
    double a = k * share;
    double b = n * (1 - share) + k * share * (n - 1);
    double whole = a * m.method + b * m.rest;
    double byMethod = a * m.method * a * m.method / (k - 1);
    double byRest = b * m.rest * b * m.rest / ((n - 1) * (k - 1));
    return whole * whole / (byMethod + byRest);
  }
}
