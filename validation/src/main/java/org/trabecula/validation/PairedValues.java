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
    Require.sameLength(estimates.length, truths.length, "estimates", "truths");
    Require.finite(estimates, "estimates");
    Require.finite(truths, "truths");
    return new PairedValues(estimates.clone(), truths.clone());
  }

  /** The pairs with the given indices, some perhaps repeated. */
  public PairedValues rows(int[] indices) {
    double[] some = new double[indices.length];
    double[] theirs = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      some[i] = estimates[indices[i]];
      theirs[i] = truths[indices[i]];
    }
    return new PairedValues(some, theirs);
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

  /** The estimates, copied. */
  public double[] estimates() {
    return estimates.clone();
  }

  /** The truths, copied. */
  public double[] truths() {
    return truths.clone();
  }

  /** Estimate less truth. */
  public double error(int index) {
    return estimates[index] - truths[index];
  }

  /** Means and centred sums, the estimates first. */
  public Moments moments() {
    return Moments.of(estimates, truths);
  }

  /** Estimate less truth, pair by pair. */
  public double[] errors() {
    double[] errors = new double[size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = error(i);
    }
    return errors;
  }
}
