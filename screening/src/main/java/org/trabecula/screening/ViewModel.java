package org.trabecula.screening;

/**
 * The network that tells which view a film shows.
 *
 * @param network its file
 * @param minimumProbability below which no view counts as recognised, in [0, 1]
 */
public record ViewModel(NetworkFile network, double minimumProbability) {

  /** What holds where nothing was calibrated. */
  public static final double STANDARD_MINIMUM = 0.5;

  public ViewModel {
    if (!(minimumProbability >= 0 && minimumProbability <= 1)) {
      throw new IllegalArgumentException(
          "minimumProbability is %s, not within 0 to 1".formatted(minimumProbability));
    }
  }
}
