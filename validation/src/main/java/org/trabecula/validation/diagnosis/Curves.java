package org.trabecula.validation.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Statistic;

/**
 * What every threshold between the scores does: the receiver operating characteristic and the curve
 * of precision over recall. Equal scores fall together, so that a curve has one point for each
 * different score.
 */
public final class Curves {
  private Curves() {}

  /**
   * The test that calls those positive who score at least the threshold.
   *
   * @param threshold the lowest score that is called positive
   * @param table the four-fold table
   */
  public record Point(double threshold, Confusion table) {

    /** Recall: the share of the positive that is found. */
    public double sensitivity() {
      return (double) table.truePositives() / table.positives();
    }

    /** The share of the negative that is not found. */
    public double specificity() {
      return (double) table.trueNegatives() / table.negatives();
    }

    /** The share of those found that is positive. */
    public double precision() {
      return (double) table.truePositives() / (table.truePositives() + table.falsePositives());
    }
  }

  /**
   * Returns the points by falling threshold, the most specific first; the last calls everyone
   * positive. That no one is called positive is no point of it. Empty with one class only.
   */
  public static List<Point> of(ScoredSubjects subjects) {
    List<Point> points = new ArrayList<>();
    int positives = subjects.positives();
    int negatives = subjects.negatives();
    if (positives == 0 || negatives == 0) {
      return List.of();
    }
    double[] sick = sorted(subjects.scores(true));
    double[] healthy = sorted(subjects.scores(false));
    int found = 0;
    int wrong = 0;
    while (found + wrong < subjects.size()) {
      double threshold = Math.max(last(sick, found), last(healthy, wrong));
      while (last(sick, found) == threshold) {
        found++;
      }
      while (last(healthy, wrong) == threshold) {
        wrong++;
      }
      points.add(
          new Point(threshold, new Confusion(found, wrong, positives - found, negatives - wrong)));
    }
    return List.copyOf(points);
  }

  /**
   * Returns the average precision: the sum over the points of precision times the step of recall
   * (Davis and Goadrich 2006, doi:10.1145/1143844.1143874, on why not to interpolate), with the
   * interval of resampled subjects. Its chance level is the share of the positive. Undefined with
   * one class only.
   *
   * @param ids who each score is of
   */
  public static Statistic averagePrecision(
      List<String> ids, ScoredSubjects subjects, Bootstrap bootstrap) {
    int[] places = places(subjects);
    return bootstrap.of(ids, rows -> averagePrecision(rows, subjects, places));
  }

  /** The place of each score among the different scores, the highest first. */
  private static int[] places(ScoredSubjects subjects) {
    double[] different =
        IntStream.range(0, subjects.size())
            .mapToDouble(i -> 0.0 - subjects.score(i))
            .sorted()
            .distinct()
            .toArray();
    return IntStream.range(0, subjects.size())
        .map(i -> Arrays.binarySearch(different, 0.0 - subjects.score(i)))
        .toArray();
  }

  /** In linear time, since the order of the scores is that of all subjects. */
  private static OptionalDouble averagePrecision(
      int[] rows, ScoredSubjects subjects, int[] places) {
    int[] sick = new int[places.length];
    int[] all = new int[places.length];
    int positives = 0;
    for (int row : rows) {
      all[places[row]]++;
      if (subjects.positive(row)) {
        sick[places[row]]++;
        positives++;
      }
    }
    if (positives == 0 || positives == rows.length) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    double before = 0;
    int found = 0;
    int called = 0;
    for (int place = 0; found < positives; place++) {
      found += sick[place];
      called += all[place];
      if (sick[place] > 0) {
        double recall = (double) found / positives;
        sum += (recall - before) * found / called;
        before = recall;
      }
    }
    return OptionalDouble.of(sum);
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }

  /** The highest value but for some. */
  private static double last(double[] sorted, int but) {
    return but < sorted.length ? sorted[sorted.length - 1 - but] : Double.NEGATIVE_INFINITY;
  }
}
