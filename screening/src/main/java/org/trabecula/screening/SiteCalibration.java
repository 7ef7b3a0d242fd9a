package org.trabecula.screening;

import static java.util.Locale.ROOT;

/**
 * From what the network says of a site to what is stated: {@code mean = scale * raw + offset}, sd
 * alike, and the 90 % interval is {@code mean ± quantile90 * sd}.
 *
 * @param scale slope, positive; 1 for a network that needs none
 * @param offset g/cm²
 * @param quantile90 split-conformal quantile of |truth - mean| / sd on held-out subjects, positive
 * @param trainedLow lowest density among the training subjects, g/cm²
 * @param trainedHigh highest density among the training subjects, g/cm²
 */
public record SiteCalibration(
    double scale, double offset, double quantile90, double trainedLow, double trainedHigh) {

  /** The normal distribution's quantile for a central 90 %. */
  public static final double NORMAL_90 = 1.6448536269514722;

  public SiteCalibration {
    boolean valid =
        scale > 0
            && Double.isFinite(scale)
            && Double.isFinite(offset)
            && quantile90 > 0
            && Double.isFinite(quantile90)
            && trainedLow >= 0
            && trainedHigh > trainedLow
            && Double.isFinite(trainedHigh);
    if (!valid) {
      throw new IllegalArgumentException(
          String.format(
              ROOT,
              "Calibration with scale %s, offset %s g/cm², quantile %s, range %s to %s g/cm²",
              scale,
              offset,
              quantile90,
              trainedLow,
              trainedHigh));
    }
  }

  /** The stated mean for the network's, g/cm². */
  public double mean(double raw) {
    return scale * raw + offset;
  }

  /**
   * The stated standard deviation for the network's, g/cm²: widened or narrowed so that a normal
   * distribution has the conformal interval as its central 90 %.
   */
  public double sd(double raw) {
    return scale * raw * quantile90 / NORMAL_90;
  }

  /** Whether a stated mean lies within what training has seen. */
  public boolean trained(double mean) {
    return mean >= trainedLow && mean <= trainedHigh;
  }
}
