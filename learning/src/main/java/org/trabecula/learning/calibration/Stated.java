package org.trabecula.learning.calibration;

/**
 * What is stated of a film beside the truth.
 *
 * @param pair of the film
 * @param mean g/cm2
 * @param half of the 90 % interval's length, g/cm2
 */
public record Stated(LocalPair pair, double mean, double half) {
  /** Stated less true, g/cm2. */
  public double error() {
    return mean - pair.truth();
  }

  /** Whether the interval holds the truth. */
  public boolean holds() {
    return Math.abs(error()) <= half;
  }
}
