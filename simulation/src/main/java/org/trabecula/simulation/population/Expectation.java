package org.trabecula.simulation.population;

/**
 * What a reference table says of one site at one age and sex.
 *
 * @param mean areal density, g/cm²
 * @param sd standard deviation, g/cm²
 */
public record Expectation(double mean, double sd) {
  /** Of two groups of equal size taken together. */
  static Expectation ofBoth(Expectation one, Expectation other) {
    double mean = (one.mean + other.mean) / 2;
    double apart = (one.mean - other.mean) / 2;
    return new Expectation(
        mean, Math.sqrt((one.sd * one.sd + other.sd * other.sd) / 2 + apart * apart));
  }
}
