package org.trabecula.validation;

import java.util.Arrays;

/** The area under the receiver operating characteristic. */
public final class RocArea {
  private RocArea() {}

  /**
   * Returns the probability that a diseased subject scores higher than a healthy one, ties counted
   * one half (Mann-Whitney), with the interval of DeLong et al. 1988 (doi:10.2307/2531595), its
   * placements taken from mid-ranks (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313), cut to [0, 1].
   * Where the groups are wholly apart that interval has no width; then the bound is Wilson's for as
   * many subjects as the smaller group has. Undefined with an empty group; with a single subject in
   * a group there is no interval and hence no figure.
   */
  public static Statistic of(double[] diseased, double[] healthy, double level) {
    Require.finite(diseased, "diseased");
    Require.finite(healthy, "healthy");
    if (diseased.length < 2 || healthy.length < 2) {
      return Statistic.undefined("fewer than two subjects in a group");
    }
    double[] pooled = concat(diseased, healthy);
    double[] ranks = midRanks(pooled);
    double[] ownDiseased = midRanks(diseased);
    double[] ownHealthy = midRanks(healthy);
    double[] diseasedPlacements = new double[diseased.length];
    double[] healthyPlacements = new double[healthy.length];
    for (int i = 0; i < diseased.length; i++) {
      diseasedPlacements[i] = (ranks[i] - ownDiseased[i]) / healthy.length;
    }
    for (int j = 0; j < healthy.length; j++) {
      healthyPlacements[j] = 1 - (ranks[diseased.length + j] - ownHealthy[j]) / diseased.length;
    }
    double area = Moments.mean(diseasedPlacements);
    double error =
        Math.sqrt(
            square(Moments.standardDeviation(diseasedPlacements)) / diseased.length
                + square(Moments.standardDeviation(healthyPlacements)) / healthy.length);
    int smaller = Math.min(diseased.length, healthy.length);
    return Statistic.of(interval(area, error, smaller, level));
  }

  private static Estimate interval(double area, double error, int smaller, double level) {
    if (area >= 1) {
      return Proportion.wilson(smaller, smaller, level);
    }
    if (area <= 0) {
      return Proportion.wilson(0, smaller, level);
    }
    double half = Quantiles.normal(level) * error;
    return new Estimate(area, Math.max(0, area - half), Math.min(1, area + half), level);
  }

  /** Ranks from 1; equal values share the mean of their ranks. */
  private static double[] midRanks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start;
      while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i <= end; i++) {
        ranks[order[i]] = (start + end) / 2.0 + 1;
      }
      start = end + 1;
    }
    return ranks;
  }

  private static double[] concat(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static double square(double value) {
    return value * value;
  }
}
