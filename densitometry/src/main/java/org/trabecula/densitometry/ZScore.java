package org.trabecula.densitometry;

import java.util.Optional;

/**
 * How many standard deviations of persons of the same age and sex a density lies from their mean.
 *
 * @param value without unit
 * @param reference the persons of that age and sex
 */
public record ZScore(double value, ReferenceValue reference) {

  public ZScore {
    Require.finite(value, "value", "SD");
  }

  /** Returns the score if age and sex are known and the population tabulates them at the site. */
  public static Optional<ZScore> of(
      DensityEstimate estimate, ReferencePopulation population, Subject subject) {
    if (subject.sex().isEmpty() || subject.ageYears().isEmpty()) {
      return Optional.empty();
    }
    return population
        .atAge(estimate.site(), subject.sex().get(), subject.ageYears().getAsDouble())
        .map(reference ->
            new ZScore(reference.scoreOf(estimate.onScale(reference.scale()).mean()), reference));
  }
}
