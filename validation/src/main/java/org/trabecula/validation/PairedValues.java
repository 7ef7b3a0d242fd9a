package org.trabecula.validation;

/** Estimates beside truths, in the same order and the same unit. */
public final class PairedValues {
  private final double[] estimates;
  private final double[] truths;

  private PairedValues(double[] estimates, double[] truths) {
    this.estimates = estimates;
    this.truths = truths;
  }

  /**
   * Returns the pairs.
   *
   * @throws IllegalArgumentException if there are not equally many, or one is not finite
   */
  public static PairedValues of(double[] estimates, double[] truths) {
    if (estimates.length != truths.length) {
      throw new IllegalArgumentException(
          "%d estimates beside %d truths".formatted(estimates.length, truths.length));
    }
    Require.finite(estimates, "estimates");
    Require.finite(truths, "truths");
    return new PairedValues(estimates.clone(), truths.clone());
  }

  public int size() {
    return truths.length;
  }

  public double estimate(int index) {
    return estimates[index];
  }

  public double truth(int index) {
    return truths[index];
  }

  /** Estimate less truth. */
  public double error(int index) {
    return estimates[index] - truths[index];
  }

  Moments moments() {
    return Moments.of(estimates, truths);
  }

  double[] errors() {
    double[] errors = new double[size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = error(i);
    }
    return errors;
  }
}
