package org.trabecula.validation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.diagnosis.ScoredSubjects;

/** Mean truth over mean estimate in groups of like estimate (Steyerberg 2019, chapter 15). */
public final class CalibrationCurve {
  private CalibrationCurve() {}

  /**
   * A group of like estimates.
   *
   * @param n how many
   * @param meanEstimate in the unit of the estimates
   * @param meanTruth with t interval
   */
  public record Point(int n, double meanEstimate, Estimate meanTruth) {}

  /**
   * Returns groups of as equal size as can be, by rising estimate. Equal estimates stay in one
   * group, that of the first of them, so there may be fewer groups; a group of one has no interval
   * and joins the one before it, or if it is the first, the one after.
   *
   * @param groups at least one
   * @return empty below two pairs
   */
  public static List<Point> of(PairedValues pairs, int groups, double level) {
    return of(pairs, groups, SubjectRows.distinct(pairs.size(), new Bootstrap(100, 1, level)));
  }

  /**
   * Returns the same where a subject may have several pairs: intervals of resampled subjects, as
   * far as these define one.
   *
   * @param rows the subject of each pair
   */
  public static List<Point> of(PairedValues pairs, int groups, SubjectRows rows) {
    return points(
        pairs,
        groups,
        group ->
            rows.some(group)
                .figure(some -> mean(IntStream.of(some).map(i -> group[i]), pairs, rows.level())));
  }

  /**
   * Returns the share of the positive over the mean risk in groups of like risk, with Wilson's
   * interval, or that of resampled subjects where one has several rows.
   *
   * @param risks probabilities of being positive
   * @param rows the subject of each risk
   */
  public static List<Point> ofRisks(ScoredSubjects risks, int groups, SubjectRows rows) {
    double[] estimates = new double[risks.size()];
    double[] truths = new double[risks.size()];
    for (int i = 0; i < truths.length; i++) {
      estimates[i] = risks.score(i);
      truths[i] = risks.positive(i) ? 1 : 0;
    }
    return points(
        PairedValues.of(estimates, truths),
        groups,
        group ->
            rows.some(group)
                .share(i -> true, i -> risks.positive(group[i]), "there is no subject"));
  }

  private static List<Point> points(
      PairedValues pairs, int groups, Function<int[], Statistic> truth) {
    if (groups < 1) {
      throw new IllegalArgumentException("groups is %d, not at least 1".formatted(groups));
    }
    int[] order = order(pairs);
    List<Point> points = new ArrayList<>();
    int start = 0;
    for (int group = 1; group <= groups && order.length - start >= 2; group++) {
      int end = Math.max(start + 2, Math.toIntExact((long) order.length * group / groups));
      while (end < order.length && pairs.estimate(order[end]) == pairs.estimate(order[end - 1])) {
        end++;
      }
      end = order.length - end == 1 ? order.length : end;
      int[] rows = IntStream.range(start, end).map(i -> order[i]).toArray();
      double mean = Moments.mean(IntStream.of(rows).mapToDouble(pairs::estimate).toArray());
      truth.apply(rows).known().ifPresent(known -> points.add(new Point(rows.length, mean, known)));
      start = end;
    }
    return List.copyOf(points);
  }

  private static int[] order(PairedValues pairs) {
    return IntStream.range(0, pairs.size())
        .boxed()
        .sorted(Comparator.comparingDouble(pairs::estimate))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The mean of the truths of some rows, ± t standard errors. */
  private static Statistic mean(IntStream rows, PairedValues pairs, double level) {
    double[] truths = rows.mapToDouble(pairs::truth).toArray();
    if (truths.length < 2) {
      return Statistic.undefined("fewer than two pairs");
    }
    double error = Moments.standardDeviation(truths) / Math.sqrt(truths.length);
    return Statistic.of(
        Estimate.symmetric(
            Moments.mean(truths), Quantiles.student(level, truths.length - 1.0) * error, level));
  }
}
