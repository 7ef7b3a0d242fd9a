package org.trabecula.report.page;

/** Probabilities in words that do not promise more than they know. */
final class Percent {
  private Percent() {}

  /** A probability in whole percent; never 0 % or 100 %. */
  static String of(double probability) {
    if (probability < 0.01) {
      return "&lt; 1 %";
    }
    return probability > 0.99 ? "&gt; 99 %" : Math.round(100 * probability) + " %";
  }
}
