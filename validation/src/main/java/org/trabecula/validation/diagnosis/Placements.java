package org.trabecula.validation.diagnosis;

import java.util.Arrays;
import org.trabecula.validation.Moments;

/**
 * Where each subject's score stands within the other group: the share of that group below it, ties
 * counted one half. From mid-ranks in O(n log n) (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313).
 * The mean over the diseased is the area, the variances make that of the area (DeLong et al. 1988,
 * doi:10.2307/2531595, who count for the healthy the share above, which scatters alike).
 */
final class Placements {
  private final double[] diseased;
  private final double[] healthy;

  private Placements(double[] diseased, double[] healthy) {
    this.diseased = diseased;
    this.healthy = healthy;
  }

  static Placements of(double[] diseased, double[] healthy) {
    double[] pooled = Arrays.copyOf(diseased, diseased.length + healthy.length);
    System.arraycopy(healthy, 0, pooled, diseased.length, healthy.length);
    double[] ranks = Ranks.midRanks(pooled);
    return new Placements(
        below(ranks, 0, diseased, healthy.length),
        below(ranks, diseased.length, healthy, diseased.length));
  }

  /** Ranks among all less ranks within a group, as a share of the others. */
  private static double[] below(double[] ranks, int from, double[] group, int others) {
    double[] own = Ranks.midRanks(group);
    double[] below = new double[group.length];
    Arrays.setAll(below, i -> (ranks[from + i] - own[i]) / others);
    return below;
  }

  double area() {
    return Moments.mean(diseased);
  }

  double variance() {
    return Moments.variance(diseased) / diseased.length
        + Moments.variance(healthy) / healthy.length;
  }

  /** The covariance of two areas of the same subjects in the same order. */
  double covariance(Placements other) {
    return covariance(diseased, other.diseased) / diseased.length
        + covariance(healthy, other.healthy) / healthy.length;
  }

  private static double covariance(double[] a, double[] b) {
    return Moments.of(a, b).sxy() / (a.length - 1);
  }
}
