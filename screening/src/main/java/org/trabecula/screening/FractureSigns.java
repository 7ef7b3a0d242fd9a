package org.trabecula.screening;

import java.util.List;

/**
 * What a fractured vertebra looks like beside its neighbours: a linear discriminant on its patch.
 * It tells a part of them only; see docs/decisions/0018-checks-of-faults-and-signs-of-fractures.md.
 *
 * @param weights one per number of a patch of {@link VertebraPatches}; empty if nothing is known
 * @param levels what is added for L1 to L4
 * @param limit from which on a vertebra is not used, positive
 */
public record FractureSigns(List<Double> weights, List<Double> levels, double limit) {

  /** No signs: no vertebra is suspected. */
  public static final FractureSigns NONE = new FractureSigns(List.of(), List.of(), 1);

  private static final int LEVELS = DensityModel.LUMBAR_REGIONS.size();

  public FractureSigns {
    weights = List.copyOf(weights);
    levels = List.copyOf(levels);
    boolean fits = weights.size() == VertebraPatches.LENGTH && levels.size() == LEVELS;
    if (!fits && !(weights.isEmpty() && levels.isEmpty())) {
      throw new IllegalArgumentException(
          "%d weights and %d levels, not %d and %d"
              .formatted(weights.size(), levels.size(), VertebraPatches.LENGTH, LEVELS));
    }
    if (!(limit > 0 && Double.isFinite(limit))
        || !weights.stream().allMatch(Double::isFinite)
        || !levels.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Weights and levels of fractures must be finite, their limit positive");
    }
  }

  /** Whether anything is known. */
  public boolean known() {
    return !weights.isEmpty();
  }

  /** The discriminant: about 0 for a whole vertebra, about 1 for a fractured one. */
  public double score(int level, double[] patch) {
    double score = levels.get(level);
    for (int i = 0; i < patch.length; i++) {
      score += weights.get(i) * patch[i];
    }
    return score;
  }

  /** The same signs with another limit. */
  public FractureSigns limitedTo(double other) {
    return new FractureSigns(weights, levels, other);
  }
}
