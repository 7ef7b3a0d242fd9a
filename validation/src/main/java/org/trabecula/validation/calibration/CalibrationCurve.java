package org.trabecula.validation.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;

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
      points.add(point(pairs, IntStream.range(start, end).map(i -> order[i]).toArray(), level));
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

  private static Point point(PairedValues pairs, int[] rows, double level) {
    double[] truths = IntStream.of(rows).mapToDouble(pairs::truth).toArray();
    double error = Moments.standardDeviation(truths) / Math.sqrt(rows.length);
    return new Point(
        rows.length,
        Moments.mean(IntStream.of(rows).mapToDouble(pairs::estimate).toArray()),
        Estimate.symmetric(
            Moments.mean(truths), Quantiles.student(level, rows.length - 1.0) * error, level));
  }
}
