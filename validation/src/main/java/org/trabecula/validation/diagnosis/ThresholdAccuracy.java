package org.trabecula.validation.diagnosis;

import java.util.Arrays;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;

/**
 * How well densities beyond a T-score are found.
 *
 * @param threshold the T-score
 * @param counts the four-fold table
 */
public record ThresholdAccuracy(
    Threshold threshold,
    Confusion counts,
    Statistic sensitivity,
    Statistic specificity,
    Statistic positivePredictiveValue,
    Statistic negativePredictiveValue,
    Statistic rocArea) {

  /** A limit below which a density counts. */
  public enum Threshold {
    /** T below -1. */
    LOW("T < -1", -1, false),
    /** T of at most -2.5. */
    OSTEOPOROTIC("T <= -2.5", -2.5, true);

    private final String label;
    private final double score;
    private final boolean inclusive;

    Threshold(String label, double score, boolean inclusive) {
      this.label = label;
      this.score = score;
      this.inclusive = inclusive;
    }

    /** The limit in print. */
    public String label() {
      return label;
    }

    /** The T-score of the limit. */
    public double score() {
      return score;
    }

    /** Whether a T-score counts. */
    public boolean holds(double tScore) {
      return inclusive ? tScore <= score : tScore < score;
    }
  }

  /** Returns the accuracy of estimated T-scores against true ones. */
  public static ThresholdAccuracy of(Threshold threshold, PairedValues scores, double level) {
    Confusion counts = Confusion.of(scores, threshold::holds);
    return new ThresholdAccuracy(
        threshold,
        counts,
        counts.sensitivity(level),
        counts.specificity(level),
        counts.positivePredictiveValue(level),
        counts.negativePredictiveValue(level),
        rocArea(threshold, scores, level));
  }

  /** A lower T-score is a stronger sign, so the score of the curve is its negative. */
  private static Statistic rocArea(Threshold threshold, PairedValues scores, double level) {
    double[] diseased = new double[scores.size()];
    double[] healthy = new double[scores.size()];
    int found = 0;
    int rest = 0;
    for (int i = 0; i < scores.size(); i++) {
      if (threshold.holds(scores.truth(i))) {
        diseased[found++] = -scores.estimate(i);
      } else {
        healthy[rest++] = -scores.estimate(i);
      }
    }
    return RocArea.of(Arrays.copyOf(diseased, found), Arrays.copyOf(healthy, rest), level);
  }
}
