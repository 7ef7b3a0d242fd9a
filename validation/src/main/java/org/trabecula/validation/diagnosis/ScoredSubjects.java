package org.trabecula.validation.diagnosis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.validation.Require;

/** Scores of subjects who are positive in truth or not; a higher score is a stronger sign. */
public final class ScoredSubjects {
  private final double[] scores;
  private final boolean[] positive;

  private ScoredSubjects(double[] scores, boolean[] positive) {
    this.scores = scores;
    this.positive = positive;
  }

  /**
   * Returns the subjects.
   *
   * @throws IllegalArgumentException if there are not equally many scores and truths, or a score is
   *     not finite
   */
  public static ScoredSubjects of(double[] scores, boolean[] positive) {
    Require.sameLength(scores.length, positive.length, "scores", "truths");
    Require.finite(scores, "scores");
    return new ScoredSubjects(scores.clone(), positive.clone());
  }

  /** The same with scores that are probabilities. */
  static void requireProbabilities(ScoredSubjects subjects) {
    for (double score : subjects.scores) {
      if (score < 0 || score > 1) {
        throw new IllegalArgumentException("A risk is %s, not in [0, 1]".formatted(score));
      }
    }
  }

  /** How many there are. */
  public int size() {
    return scores.length;
  }

  /** How many are positive in truth. */
  public int positives() {
    return (int) IntStream.range(0, size()).filter(i -> positive[i]).count();
  }

  /** How many are not. */
  public int negatives() {
    return size() - positives();
  }

  /** The score of one subject. */
  public double score(int index) {
    return scores[index];
  }

  /** Whether one subject is positive in truth. */
  public boolean positive(int index) {
    return positive[index];
  }

  /** Whether another has the same truths, subject by subject. */
  boolean sameTruths(ScoredSubjects other) {
    return Arrays.equals(positive, other.positive);
  }

  /** The scores of those who are positive in truth, or of the others. */
  public double[] scores(boolean ofPositives) {
    return IntStream.range(0, size())
        .filter(i -> positive[i] == ofPositives)
        .mapToDouble(i -> scores[i])
        .toArray();
  }

  /** The subjects with the given indices, some perhaps repeated. */
  public ScoredSubjects rows(int[] indices) {
    double[] some = new double[indices.length];
    boolean[] truths = new boolean[indices.length];
    for (int i = 0; i < indices.length; i++) {
      some[i] = scores[indices[i]];
      truths[i] = positive[indices[i]];
    }
    return new ScoredSubjects(some, truths);
  }

  /** The four-fold table of calling those positive who score at least {@code threshold}. */
  public Confusion atLeast(double threshold) {
    int[] counts = new int[4];
    for (int i = 0; i < scores.length; i++) {
      counts[(scores[i] >= threshold ? 0 : 2) + (positive[i] ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[2], counts[3]);
  }
}
