package org.trabecula.validation.diagnosis;

import java.util.Arrays;

/** Ranks from 1; equal values share the mean of their ranks. In O(n log n). */
final class Ranks {
  private Ranks() {}

  static double[] midRanks(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // Adding zero turns -0 into 0: they are equal, though they do not sort so.
      sorted[i] = values[i] + 0.0;
    }
    Arrays.sort(sorted);
    double[] shared = sharedRanks(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = shared[Arrays.binarySearch(sorted, values[i] + 0.0)];
    }
    return ranks;
  }

  private static double[] sharedRanks(double[] sorted) {
    double[] ranks = new double[sorted.length];
    int start = 0;
    while (start < sorted.length) {
      int end = start;
      while (end + 1 < sorted.length && sorted[end + 1] == sorted[start]) {
        end++;
      }
      Arrays.fill(ranks, start, end + 1, (start + end) / 2.0 + 1);
      start = end + 1;
    }
    return ranks;
  }
}
