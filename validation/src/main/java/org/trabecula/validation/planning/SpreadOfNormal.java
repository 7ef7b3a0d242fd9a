package org.trabecula.validation.planning;

import org.apache.commons.numbers.gamma.LogGamma;

/** The standard deviation of a sample from a normal distribution. */
final class SpreadOfNormal {
  private SpreadOfNormal() {}

  /** The mean of s/σ over samples of n, c₄ = √(2/(n - 1)) Γ(n/2)/Γ((n - 1)/2). */
  static double expected(int n) {
    return Math.sqrt(2.0 / (n - 1))
        * Math.exp(LogGamma.value(n / 2.0) - LogGamma.value((n - 1) / 2.0));
  }
}
