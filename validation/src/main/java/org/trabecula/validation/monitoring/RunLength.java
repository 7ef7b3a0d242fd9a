package org.trabecula.validation.monitoring;

import java.util.function.DoubleUnaryOperator;
import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.Require;

/**
 * Average run lengths: how many standard normal scores, moved by a shift, a chart takes until it
 * gives an alarm. Two-sided charts start at 0.
 *
 * <p>The integral equations of Crowder 1987 (doi:10.1080/00401706.1987.10488267) for the EWMA and
 * of Page 1954 (doi:10.1093/biomet/41.1-2.100) for the CUSUM are solved by Nyström's method on
 * Gauss and Legendre's nodes.
 */
public final class RunLength {
  private static final int NODES = 48;
  private static final int BISECTIONS = 36;

  private RunLength() {}

  /** Of single scores beyond ±limit. */
  public static double shewhart(double limit, double shift) {
    return 1 / (StandardNormal.cdf(-limit - shift) + StandardNormal.cdf(-limit + shift));
  }

  /** The limit of single scores with a run length of so many without a shift. */
  public static double shewhartLimit(double runLength) {
    requireLong(runLength);
    return -StandardNormal.quantile(0.5 / runLength);
  }

  /**
   * Of z ← (1 - λ)z + λ·score beyond ± limit √(λ/(2 - λ)).
   *
   * @param weight λ, in (0, 1)
   * @param limit in standard deviations of the settled z
   */
  public static double ewma(double weight, double limit, double shift) {
    Require.openUnit(weight, "weight");
    double reach = limit * Math.sqrt(weight / (2 - weight));
    Quadrature nodes = Quadrature.of(-reach, reach, NODES);
    // L(u) = 1 + ∫ L(y) φ((y - (1 - λ)u)/λ - shift)/λ dy.
    double[][] system = new double[NODES][NODES + 1];
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        system[i][j] =
            (i == j ? 1 : 0)
                - nodes.weight(j) * kernel(weight, nodes.node(i), nodes.node(j), shift);
      }
      system[i][NODES] = 1;
    }
    double[] lengths = LinearSystem.solve(system);
    double atStart = 1;
    for (int j = 0; j < NODES; j++) {
      atStart += lengths[j] * nodes.weight(j) * kernel(weight, 0, nodes.node(j), shift);
    }
    return atStart;
  }

  private static double kernel(double weight, double from, double to, double shift) {
    return StandardNormal.density((to - (1 - weight) * from) / weight - shift) / weight;
  }

  /** The limit of an EWMA with a run length of so many without a shift. */
  public static double ewmaLimit(double weight, double runLength) {
    requireLong(runLength);
    return rising(limit -> ewma(weight, limit, 0), runLength, 1, 6);
  }

  /**
   * Of the two-sided CUSUM, c ← max(0, c ± score - k) above h.
   *
   * @param allowance k, positive
   * @param limit h, positive
   */
  public static double cusum(double allowance, double limit, double shift) {
    return 1 / (1 / oneSided(allowance, limit, shift) + 1 / oneSided(allowance, limit, -shift));
  }

  private static double oneSided(double allowance, double limit, double shift) {
    Quadrature nodes = Quadrature.of(0, limit, NODES);
    // L(u) = 1 + L(0) Φ(k - u - shift) + ∫ L(y) φ(y + k - u - shift) dy; the last unknown is L(0).
    int size = NODES + 1;
    double[][] system = new double[size][size + 1];
    for (int i = 0; i < size; i++) {
      double from = i < NODES ? nodes.node(i) : 0;
      for (int j = 0; j < NODES; j++) {
        system[i][j] =
            (i == j ? 1 : 0)
                - nodes.weight(j)
                    * StandardNormal.density(nodes.node(j) + allowance - from - shift);
      }
      system[i][NODES] = (i == NODES ? 1 : 0) - StandardNormal.cdf(allowance - from - shift);
      system[i][size] = 1;
    }
    return LinearSystem.solve(system)[NODES];
  }

  /** The limit of a two-sided CUSUM with a run length of so many without a shift. */
  public static double cusumLimit(double allowance, double runLength) {
    requireLong(runLength);
    return rising(limit -> cusum(allowance, limit, 0), runLength, 0.5, 30);
  }

  private static void requireLong(double runLength) {
    if (!(runLength >= 2 && runLength <= 1e7)) {
      throw new IllegalArgumentException(
          "A run length of %s, not within 2 to 1e7".formatted(runLength));
    }
  }

  private static double rising(DoubleUnaryOperator of, double wanted, double low, double high) {
    double from = low;
    double to = high;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (from + to) / 2;
      if (of.applyAsDouble(middle) < wanted) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }
}
