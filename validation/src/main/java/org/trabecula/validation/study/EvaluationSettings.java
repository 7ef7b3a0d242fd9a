package org.trabecula.validation.study;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/**
 * How predictions are evaluated.
 *
 * @param reference under which densities become T-scores
 * @param policy of the call
 * @param bootstrap that makes intervals; its level is that of every interval
 * @param thresholds of T at which accuracy is told
 * @param traits whose subgroups are told; empty for all
 */
public record EvaluationSettings(
    ReferencePopulation reference,
    CallPolicy policy,
    Bootstrap bootstrap,
    List<Threshold> thresholds,
    Set<String> traits) {

  public EvaluationSettings {
    thresholds = List.copyOf(thresholds);
    traits = Collections.unmodifiableSet(new TreeSet<>(traits));
  }

  /** The thresholds of the WHO and all subgroups. */
  public EvaluationSettings(ReferencePopulation reference, CallPolicy policy, Bootstrap bootstrap) {
    this(reference, policy, bootstrap, Threshold.WHO, Set.of());
  }

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
