package org.trabecula.validation.diagnosis;

import java.util.function.DoublePredicate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

/**
 * The four-fold table of a test against the truth.
 *
 * @param truePositives low, and found low
 * @param falsePositives not low, but found low
 * @param falseNegatives low, but not found low
 * @param trueNegatives not low, and not found low
 */
public record Confusion(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

  public Confusion {
    if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
      throw new IllegalArgumentException(
          "Counts %d, %d, %d, %d"
              .formatted(truePositives, falsePositives, falseNegatives, trueNegatives));
    }
  }

  /** Returns the table of what is positive among estimates and truths. */
  public static Confusion of(PairedValues pairs, DoublePredicate positive) {
    int[] counts = new int[4];
    for (int i = 0; i < pairs.size(); i++) {
      int row = positive.test(pairs.truth(i)) ? 0 : 1;
      int column = positive.test(pairs.estimate(i)) ? 0 : 1;
      counts[2 * column + row]++;
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Returns the table of the rows with the given indices, some perhaps repeated. */
  static Confusion of(int[] rows, boolean[] positive, boolean[] found) {
    int[] counts = new int[4];
    for (int row : rows) {
      counts[(found[row] ? 0 : 2) + (positive[row] ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }

  public int size() {
    return positives() + negatives();
  }

  /** How many are low in truth. */
  public int positives() {
    return truePositives + falseNegatives;
  }

  /** How many are not low in truth. */
  public int negatives() {
    return falsePositives + trueNegatives;
  }

  /** The share of those who are low that is found. */
  public Statistic sensitivity(double level) {
    return Proportion.of(truePositives, positives(), level, "nobody is positive in truth");
  }

  /** The share of those who are not low that is not found. */
  public Statistic specificity(double level) {
    return Proportion.of(trueNegatives, negatives(), level, "nobody is negative in truth");
  }

  /** The share of those found low who are. */
  public Statistic positivePredictiveValue(double level) {
    return Proportion.of(
        truePositives, truePositives + falsePositives, level, "the test is positive in nobody");
  }

  /** The share of those not found low who are not. */
  public Statistic negativePredictiveValue(double level) {
    return Proportion.of(
        trueNegatives, trueNegatives + falseNegatives, level, "the test is negative in nobody");
  }
}
