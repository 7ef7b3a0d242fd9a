package org.trabecula.validation.diagnosis;

import java.util.Arrays;
import org.trabecula.validation.Moments;

/**
 * Where each subject's score stands within the other group: for one who is diseased the share of
 * the healthy below, for a healthy one the share of the diseased above, ties counted one half. From
 * mid-ranks in O(n log n) (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313). Their means are the
 * area, their variances make that of the area (DeLong et al. 1988, doi:10.2307/2531595).
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
    double[] own = Ranks.midRanks(diseased);
    double[] below = new double[diseased.length];
    for (int i = 0; i < below.length; i++) {
      below[i] = (ranks[i] - own[i]) / healthy.length;
    }
    own = Ranks.midRanks(healthy);
    double[] above = new double[healthy.length];
    for (int j = 0; j < above.length; j++) {
      above[j] = 1 - (ranks[diseased.length + j] - own[j]) / diseased.length;
    }
    return new Placements(below, above);
  }

  double area() {
    return Moments.mean(diseased);
  }

  double variance() {
    return Moments.variance(diseased) / diseased.length
        + Moments.variance(healthy) / healthy.length;
  }

  /** The variance where a subject has several rows. */
  double variance(Clusters clusters) {
    return clusters.variance(diseased, healthy);
  }

  /** The placements by one score less those by another of the same subjects in the same order. */
  Placements minus(Placements other) {
    return new Placements(difference(diseased, other.diseased), difference(healthy, other.healthy));
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
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
