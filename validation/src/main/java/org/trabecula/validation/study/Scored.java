package org.trabecula.validation.study;

import java.util.Optional;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.ReferenceValue;
import org.trabecula.densitometry.ScaleConversion;
import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/**
 * A prediction as T-scores.
 *
 * @param prediction whose they are
 * @param reference the young adults
 * @param estimated T-score of the estimate
 * @param truth T-score of the truth
 * @param spread standard deviation of the predictive distribution, in T-scores
 */
record Scored(
    Prediction prediction,
    ReferenceValue reference,
    double estimated,
    double truth,
    double spread) {
  /** A risk of 0 or 1 has no log odds; nothing is as sure as that. */
  private static final double LEAST_RISK = 1e-9;

  /** Returns the scores; empty if the population has no reference for site and subject. */
  static Optional<Scored> of(Prediction prediction, ReferencePopulation population) {
    DensityEstimate estimate = prediction.estimate();
    return population
        .youngAdult(estimate.site(), prediction.subject(), estimate.scale())
        .map(reference -> {
          DensityEstimate moved = estimate.onScale(reference.scale());
          return new Scored(
              prediction,
              reference,
              reference.scoreOf(moved.mean()),
              score(prediction.truth(), estimate, reference),
              moved.sd() / reference.sd());
        });
  }

  /** The T-score of another density of the same subject, in g/cm² on the scale of the estimate. */
  double scoreOf(double density) {
    return score(density, prediction.estimate(), reference);
  }

  private static double score(double density, DensityEstimate estimate, ReferenceValue reference) {
    return reference.scoreOf(
        ScaleConversion.between(estimate.scale(), reference.scale(), estimate.site())
            .apply(density)
            .density());
  }

  /**
   * The probability that the true T-score lies beyond a threshold: Φ of its distance from the
   * estimated score in spreads, kept within [1e-9, 1 - 1e-9].
   */
  double risk(Threshold threshold) {
    double risk = StandardNormal.cdf((threshold.score() - estimated) / spread);
    return Math.clamp(risk, LEAST_RISK, 1 - LEAST_RISK);
  }
}
