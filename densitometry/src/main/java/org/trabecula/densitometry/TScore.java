package org.trabecula.densitometry;

import java.util.Optional;

/**
 * How many standard deviations of young adults a density lies from their mean.
 *
 * @param value without unit
 * @param low lower end of its interval, at most the value
 * @param high upper end of its interval, at least the value
 * @param reference the young adults
 */
public record TScore(double value, double low, double high, ReferenceValue reference) {

  public TScore {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "low %s, value %s and high %s are not in order".formatted(low, value, high));
    }
  }

  /** Returns the score of an estimate; it is moved to the reference's scale where they differ. */
  public static TScore of(DensityEstimate estimate, ReferenceValue reference) {
    DensityEstimate moved = estimate.onScale(reference.scale());
    return new TScore(
        reference.scoreOf(moved.mean()),
        reference.scoreOf(moved.low()),
        reference.scoreOf(moved.high()),
        reference);
  }

  /** Returns the score of an estimate under a population, if that has one for site and subject. */
  public static Optional<TScore> of(
      DensityEstimate estimate, ReferencePopulation population, Subject subject) {
    return population
        .youngAdult(estimate.site(), subject, estimate.scale())
        .map(reference -> of(estimate, reference));
  }
}
