package org.trabecula.densitometry;

import java.util.Optional;

/**
 * A density in percent of the young adult mean, %YAM (Japan: lumbar ages 20-44, femur 20-29).
 *
 * @param value in percent, positive
 * @param reference the young adults
 */
public record YoungAdultPercent(double value, ReferenceValue reference) {

  public YoungAdultPercent {
    Require.positive(value, "value", "%");
  }

  /** Returns the percentage, if the population tabulates site and subject. */
  public static Optional<YoungAdultPercent> of(
      DensityEstimate estimate, ReferencePopulation population, Subject subject) {
    return population
        .youngAdult(estimate.site(), subject, estimate.scale())
        .map(reference ->
            new YoungAdultPercent(
                reference.percentOf(estimate.onScale(reference.scale()).mean()), reference));
  }
}
