package org.trabecula.screening;

import java.util.List;

/**
 * What the network's features look like on good films, to tell a film that is unlike all of them.
 *
 * @param mean of each feature
 * @param variance of each feature, positive
 */
public record FeatureStatistics(List<Double> mean, List<Double> variance) {

  /** No statistics: everything counts as alike. */
  public static final FeatureStatistics NONE = new FeatureStatistics(List.of(), List.of());

  public FeatureStatistics {
    mean = List.copyOf(mean);
    variance = List.copyOf(variance);
    if (mean.size() != variance.size()) {
      throw new IllegalArgumentException(
          "%d feature means and %d variances".formatted(mean.size(), variance.size()));
    }
    if (!variance.stream().allMatch(v -> v > 0 && Double.isFinite(v))
        || !mean.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Feature means and variances must be finite, variances positive");
    }
  }

  /** Mean squared standardised distance from the training mean; about 1 for a film like them. */
  public double distance(float[] features) {
    if (mean.isEmpty()) {
      return 0;
    }
    if (features.length != mean.size()) {
      throw new IllegalArgumentException(
          "%d features, not %d".formatted(features.length, mean.size()));
    }
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      double difference = features[i] - mean.get(i);
      sum += difference * difference / variance.get(i);
    }
    return sum / features.length;
  }
}
