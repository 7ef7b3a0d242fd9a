package org.trabecula.densitometry;

import java.util.Optional;

/**
 * When a density is called low: a call is made only where its predictive value is reached, and is
 * left undetermined otherwise (the selective answer of Hsieh et al. 2021,
 * doi:10.1038/s41467-021-25779-x).
 *
 * @param targetPpv probability of a low density from which it is called likely low, in (0.5, 1)
 * @param targetNpv probability of a density that is not low from which it is called unlikely low,
 *     in (0.5, 1)
 * @param threshold T-score below which a density counts as low
 */
public record CallPolicy(double targetPpv, double targetNpv, double threshold) {

  /** T below -1, at predictive values of 90 %. */
  public static final CallPolicy DEFAULT = new CallPolicy(0.90, 0.90, -1);

  /**
   * A call and the probability that led to it.
   *
   * @param probabilityLow that the T-score lies below the threshold, in [0, 1]
   * @param reference the young adults of the T-score
   */
  public record Judgement(Call call, double probabilityLow, ReferenceValue reference) {}

  public CallPolicy {
    requireTarget(targetPpv, "targetPpv");
    requireTarget(targetNpv, "targetNpv");
    Require.finite(threshold, "threshold", "SD");
  }

  /** Returns the call for a normal predictive distribution against a reference. */
  public Judgement judge(DensityEstimate estimate, ReferenceValue reference) {
    DensityEstimate moved = estimate.onScale(reference.scale());
    double low = StandardNormal.cdf((reference.densityAt(threshold) - moved.mean()) / moved.sd());
    return new Judgement(call(low), low, reference);
  }

  /** Returns the call under a population, if that has a reference for site and subject. */
  public Optional<Judgement> judge(
      DensityEstimate estimate, ReferencePopulation population, Subject subject) {
    return population
        .youngAdult(estimate.site(), subject, estimate.scale())
        .map(reference -> judge(estimate, reference));
  }

  /** Returns the call at a probability that the density is low. */
  public Call call(double probabilityLow) {
    Require.within(probabilityLow, 0, 1, "probabilityLow");
    if (probabilityLow >= targetPpv) {
      return Call.LIKELY_LOW;
    }
    return 1 - probabilityLow >= targetNpv ? Call.UNLIKELY_LOW : Call.UNDETERMINED;
  }

  private static void requireTarget(double value, String name) {
    if (!(value > 0.5 && value < 1)) {
      throw new IllegalArgumentException("%s is %s, not within (0.5, 1)".formatted(name, value));
    }
  }
}
