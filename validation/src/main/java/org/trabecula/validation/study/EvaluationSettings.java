package org.trabecula.validation.study;

import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.validation.Bootstrap;

/**
 * How predictions are evaluated.
 *
 * @param reference under which densities become T-scores
 * @param policy of the call
 * @param bootstrap that makes intervals; its level is that of every interval
 */
public record EvaluationSettings(
    ReferencePopulation reference, CallPolicy policy, Bootstrap bootstrap) {

  /** Returns the defaults: NHANES III, the default call, 2,000 resamples, 95 % intervals. */
  public static EvaluationSettings ofSeed(long seed) {
    return new EvaluationSettings(
        ReferencePopulation.preset(ReferencePopulation.DEFAULT),
        CallPolicy.DEFAULT,
        new Bootstrap(2000, seed, 0.95));
  }

  double level() {
    return bootstrap.level();
  }
}
