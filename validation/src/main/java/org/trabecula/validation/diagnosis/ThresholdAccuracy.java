package org.trabecula.validation.diagnosis;

import java.util.List;
import java.util.function.IntPredicate;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

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

  /**
   * A limit below which a density counts.
   *
   * @param score the T-score of the limit
   * @param inclusive whether the limit itself counts
   */
  public record Threshold(double score, boolean inclusive) {
    /** T below -1. */
    public static final Threshold LOW = new Threshold(-1, false);

    /** T of at most -2.5. */
    public static final Threshold OSTEOPOROTIC = new Threshold(-2.5, true);

    /** Those of the WHO. */
    public static final List<Threshold> WHO = List.of(LOW, OSTEOPOROTIC);

    public Threshold {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("T-score %s is not finite".formatted(score));
      }
    }

    /** T of at most a score; at -1 and -2.5 the WHO's. */
    public static Threshold of(double score) {
      return score == LOW.score ? LOW : new Threshold(score, true);
    }

    /** The limit in print, for instance {@code T <= -2.5}. */
    public String label() {
      String number = score == Math.rint(score) ? Long.toString((long) score) : "" + score;
      return "T %s %s".formatted(inclusive ? "<=" : "<", number);
    }

    /** Whether a T-score counts. */
    public boolean holds(double tScore) {
      return inclusive ? tScore <= score : tScore < score;
    }
  }

  /** Returns the accuracy of estimated T-scores against true ones, one pair for each subject. */
  public static ThresholdAccuracy of(Threshold threshold, PairedValues scores, double level) {
    return of(threshold, scores, SubjectRows.distinct(scores.size(), new Bootstrap(100, 1, level)));
  }

  /**
   * Returns the accuracy of estimated T-scores against true ones. Where a subject has several,
   * intervals are those of resampled subjects, that of the area Obuchowski's.
   *
   * @param rows the subject of each pair
   */
  public static ThresholdAccuracy of(Threshold threshold, PairedValues scores, SubjectRows rows) {
    Require.sameLength(rows.size(), scores.size(), "subjects", "scores");
    Confusion counts = Confusion.of(scores, threshold::holds);
    IntPredicate beyond = i -> threshold.holds(scores.truth(i));
    IntPredicate found = i -> threshold.holds(scores.estimate(i));
    return new ThresholdAccuracy(
        threshold,
        counts,
        rows.share(beyond, found, "nobody is positive in truth"),
        rows.share(beyond.negate(), found.negate(), "nobody is negative in truth"),
        rows.share(found, beyond, "the test is positive in nobody"),
        rows.share(found.negate(), beyond.negate(), "the test is negative in nobody"),
        RocArea.of(rows, scored(threshold, scores)));
  }

  /** A lower T-score is a stronger sign, so the score is its negative. */
  public static ScoredSubjects scored(Threshold threshold, PairedValues scores) {
    double[] signs = new double[scores.size()];
    boolean[] beyond = new boolean[scores.size()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = -scores.estimate(i);
      beyond[i] = threshold.holds(scores.truth(i));
    }
    return ScoredSubjects.of(signs, beyond);
  }
}
