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
    double[] above = below(ranks, diseased.length, healthy, diseased.length);
    Arrays.setAll(above, j -> 1 - above[j]);
    return new Placements(below(ranks, 0, diseased, healthy.length), above);
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
