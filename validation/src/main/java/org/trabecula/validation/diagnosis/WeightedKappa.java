package org.trabecula.validation.diagnosis;

import org.trabecula.validation.Estimate;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/** Cohen's weighted kappa: agreement on ordered categories beyond that of chance. */
public final class WeightedKappa {
  private final int[][] counts;
  private final double n;
  private final double[][] weights;
  private final double[] rows;
  private final double[] columns;

  /** What a disagreement counts. */
  public enum Weights {
    /** Any disagreement counts wholly: Cohen 1960. */
    NONE,
    /** In proportion to the distance of the categories. */
    LINEAR,
    /** In proportion to the square of the distance: Fleiss and Cohen 1973. */
    QUADRATIC;

    private double agreement(int distance, int most) {
      double share = (double) distance / most;
      return switch (this) {
        case NONE -> distance == 0 ? 1 : 0;
        case LINEAR -> 1 - share;
        case QUADRATIC -> 1 - share * share;
      };
    }
  }

  private WeightedKappa(int[][] counts, Weights kind, int n) {
    this.counts = counts;
    this.n = n;
    int k = counts.length;
    weights = new double[k][k];
    rows = new double[k];
    columns = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        weights[i][j] = kind.agreement(Math.abs(i - j), k - 1);
        rows[i] += counts[i][j] / this.n;
        columns[j] += counts[i][j] / this.n;
      }
    }
  }

  /**
   * Returns (p_o - p_e)/(1 - p_e) of weighted agreement, observed and by chance, ± z standard
   * errors (Cohen 1968, doi:10.1037/h0026256; large-sample error of Fleiss, Cohen and Everitt 1969,
   * doi:10.1037/h0028106), cut to at most 1. Undefined without a subject, and where all are in one
   * category by both.
   *
   * @param counts subjects by truth (row) and estimate (column), at least two categories in order
   * @throws IllegalArgumentException if the table is not square or a count is negative
   */
  public static Statistic of(int[][] counts, Weights weights, double level) {
    Require.level(level);
    int n = total(counts);
    if (n == 0) {
      return Statistic.undefined("there is no subject");
    }
    WeightedKappa kappa = new WeightedKappa(counts, weights, n);
    return kappa.inOneCategory()
        ? Statistic.undefined("all are in one category")
        : Statistic.of(kappa.estimate(level));
  }

  private boolean inOneCategory() {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i][i] == n) {
        return true;
      }
    }
    return false;
  }

  private Estimate estimate(double level) {
    double observed = 0;
    double chance = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        observed += weights[i][j] * counts[i][j] / n;
        chance += weights[i][j] * rows[i] * columns[j];
      }
    }
    double kappa = (observed - chance) / (1 - chance);
    double half = Quantiles.normal(level) * Math.sqrt(variance(kappa, chance));
    return new Estimate(
        kappa, Math.max(-1, kappa - half), Math.max(kappa, Math.min(1, kappa + half)), level);
  }

  private double variance(double kappa, double chance) {
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        double off = weights[i][j] - (meanOfRow(i) + meanOfColumn(j)) * (1 - kappa);
        squares += off * off * counts[i][j] / n;
      }
    }
    double mean = kappa - chance * (1 - kappa);
    return Math.max(0, squares - mean * mean) / (n * (1 - chance) * (1 - chance));
  }

  /** The mean weight in a row by chance. */
  private double meanOfRow(int row) {
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      sum += weights[row][j] * columns[j];
    }
    return sum;
  }

  private double meanOfColumn(int column) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += weights[i][column] * rows[i];
    }
    return sum;
  }

  private static int total(int[][] counts) {
    if (counts.length < 2) {
      throw new IllegalArgumentException(
          "counts has %d categories, not at least two".formatted(counts.length));
    }
    int sum = 0;
    for (int[] row : counts) {
      Require.sameLength(row.length, counts.length, "columns", "rows");
      for (int count : row) {
        if (count < 0) {
          throw new IllegalArgumentException("counts holds " + count);
        }
        sum += count;
      }
    }
    return sum;
  }
}
