package org.trabecula.validation.diagnosis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Require;

/** Which subject each diseased and each healthy row is of, for several rows of one subject. */
final class Clusters {
  private final int[] diseased;
  private final int[] healthy;
  private final int count;

  private Clusters(int[] diseased, int[] healthy, int count) {
    this.diseased = diseased;
    this.healthy = healthy;
    this.count = count;
  }

  /** The subjects of the rows in the order of their scores. */
  static Clusters of(List<String> subjects, ScoredSubjects scored) {
    Require.sameLength(subjects.size(), scored.size(), "subjects", "scores");
    Map<String, Integer> numbers = new HashMap<>();
    int[] diseased = new int[scored.positives()];
    int[] healthy = new int[scored.negatives()];
    int sick = 0;
    int well = 0;
    for (int i = 0; i < scored.size(); i++) {
      int number = numbers.computeIfAbsent(subjects.get(i), ignored -> numbers.size());
      if (scored.positive(i)) {
        diseased[sick++] = number;
      } else {
        healthy[well++] = number;
      }
    }
    return new Clusters(diseased, healthy, numbers.size());
  }

  /** How many subjects the smaller group has; one may be in both. */
  int smaller() {
    return (int)
        Math.min(
            Arrays.stream(diseased).distinct().count(), Arrays.stream(healthy).distinct().count());
  }

  /**
   * The variance of an area, or of a difference of areas, from the placements of its rows
   * (Obuchowski 1997, doi:10.2307/2533958): sums over the rows of each subject stand for single
   * placements, and a subject in both groups binds them. With one row for each subject it is that
   * of DeLong.
   */
  double variance(double[] ofDiseased, double[] ofHealthy) {
    double[] sick = sums(ofDiseased, diseased);
    double[] well = sums(ofHealthy, healthy);
    double both = 0;
    for (int i = 0; i < count; i++) {
      both += sick[i] * well[i];
    }
    double m = diseased.length;
    double n = healthy.length;
    return squares(sick, diseased) / (m * m)
        + squares(well, healthy) / (n * n)
        + 2 * both * count / (count - 1.0) / (m * n);
  }

  /** The sum of squares with the factor I/(I - 1) of the I subjects of a group. */
  private static double squares(double[] sums, int[] subjects) {
    double subjectsThere = Arrays.stream(subjects).distinct().count();
    double sum = 0;
    for (double one : sums) {
      sum += one * one;
    }
    return sum * subjectsThere / (subjectsThere - 1);
  }

  /** The sum of each subject's placements less their mean; 0 of who is not in the group. */
  private double[] sums(double[] placements, int[] subjects) {
    double mean = Moments.mean(placements);
    double[] sums = new double[count];
    for (int i = 0; i < placements.length; i++) {
      sums[subjects[i]] += placements[i] - mean;
    }
    return sums;
  }
}
