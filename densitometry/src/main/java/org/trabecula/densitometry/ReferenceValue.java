package org.trabecula.densitometry;

/**
 * The distribution of a density in a reference group.
 *
 * @param mean in g/cm², positive
 * @param sd standard deviation between persons in g/cm², positive
 * @param scale the scanner scale on which both are expressed
 * @param evidence where they come from
 */
public record ReferenceValue(double mean, double sd, ScannerScale scale, Evidence evidence) {

  public ReferenceValue {
    Require.positive(mean, "mean", "g/cm2");
    Require.positive(sd, "sd", "g/cm2");
  }

  /** The density that lies {@code score} standard deviations from the mean, in g/cm². */
  public double densityAt(double score) {
    return mean + score * sd;
  }

  /** How many standard deviations a density in g/cm² on the same scale lies from the mean. */
  public double scoreOf(double density) {
    return (density - mean) / sd;
  }

  /** A density in g/cm² on the same scale, in percent of the mean. */
  public double percentOf(double density) {
    return 100 * density / mean;
  }
}
