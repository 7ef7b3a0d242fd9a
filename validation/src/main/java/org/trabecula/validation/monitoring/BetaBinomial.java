package org.trabecula.validation.monitoring;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * How many events to expect among n films after x among m, with Jeffreys' prior: the beta-binomial
 * distribution with α = x + ½ and β = m - x + ½ (Gelman et al. 2013, Bayesian Data Analysis, 2.4).
 */
final class BetaBinomial {
  private final double[] below;

  /** {@code below[k]}: the probability of fewer than k events. */
  private BetaBinomial(double[] below) {
    this.below = below;
  }

  static BetaBinomial predicted(int n, int events, int films) {
    double alpha = events + 0.5;
    double beta = films - events + 0.5;
    double[] below = new double[n + 2];
    double scale = LogBeta.value(alpha, beta);
    double logChoose = 0;
    for (int k = 0; k <= n; k++) {
      double mass = Math.exp(logChoose + LogBeta.value(k + alpha, n - k + beta) - scale);
      below[k + 1] = below[k] + mass;
      logChoose += Math.log((n - k) / (k + 1.0));
    }
    return new BetaBinomial(below);
  }

  /** The probability of fewer than k events and half that of k. */
  double middle(int k) {
    return (below[k] + below[k + 1]) / 2;
  }

  /**
   * The largest count that is no alarm: more than it happens with at most the tail's probability.
   */
  int most(double tail) {
    int k = below.length - 2;
    while (k > 0 && 1 - below[k] <= tail) {
      k--;
    }
    return k;
  }

  /** The smallest count that is no alarm. */
  int least(double tail) {
    int k = 0;
    while (k < below.length - 2 && below[k + 1] <= tail) {
      k++;
    }
    return k;
  }
}
