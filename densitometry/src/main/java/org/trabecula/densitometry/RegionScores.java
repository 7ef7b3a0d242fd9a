package org.trabecula.densitometry;

import java.util.Optional;

/**
 * All scores of an estimate under one reference population; each is empty where the population or
 * the subject has nothing to compare with.
 */
public record RegionScores(
    DensityEstimate estimate,
    Optional<TScore> tScore,
    Optional<ZScore> zScore,
    Optional<YoungAdultPercent> youngAdultPercent) {

  /** Scores an estimate. */
  public static RegionScores of(
      DensityEstimate estimate, ReferencePopulation population, Subject subject) {
    return new RegionScores(
        estimate,
        TScore.of(estimate, population, subject),
        ZScore.of(estimate, population, subject),
        YoungAdultPercent.of(estimate, population, subject));
  }
}
