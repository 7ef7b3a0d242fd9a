package org.trabecula.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Percentile intervals from resampled subjects (Efron and Tibshirani 1993, chapter 13). Whole
 * subjects are drawn with replacement, so that several radiographs of one subject don't count as
 * several subjects.
 *
 * @param replicates how many resamples, at least 100
 * @param seed of the draws: the same seed gives the same interval
 * @param level of confidence, in (0, 1)
 */
public record Bootstrap(int replicates, long seed, double level) {
  private static final double LEAST_DEFINED_SHARE = 0.95;
  private static final String NOT_DEFINED = "the data do not define it";

  public Bootstrap {
    if (replicates < 100) {
      throw new IllegalArgumentException(
          "replicates is %d, not at least 100".formatted(replicates));
    }
    Require.level(level);
  }

  /**
   * Returns the statistic of all rows with its interval.
   *
   * @param subjects the subject of each row
   * @param statistic of the rows with the given indices (some repeated, some absent); empty where
   *     they don't define it; it may be asked from several threads at once
   */
  public Statistic of(List<String> subjects, Function<int[], OptionalDouble> statistic) {
    return subjects.isEmpty()
        ? Statistic.undefined(NOT_DEFINED)
        : ofAll(subjects, rows -> List.of(statistic.apply(rows))).getFirst();
  }

  /**
   * Returns several statistics of the same resamples. The draws are one sequence, whatever the
   * number of threads that compute the statistics, so the intervals do not depend on it.
   *
   * @param subjects the subject of each row, at least one
   * @param statistics of the rows with the given indices, always equally many; they may be asked
   *     from several threads at once
   */
  public List<Statistic> ofAll(
      List<String> subjects, Function<int[], List<OptionalDouble>> statistics) {
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("There is no row to resample");
    }
    List<OptionalDouble> values = statistics.apply(IntStream.range(0, subjects.size()).toArray());
    if (values.stream().allMatch(OptionalDouble::isEmpty)) {
      return values.stream().map(ignored -> Statistic.undefined(NOT_DEFINED)).toList();
    }
    double[][] draws = draws(subjects, statistics, values.size());
    List<Statistic> all = new ArrayList<>();
    for (int i = 0; i < draws.length; i++) {
      all.add(statistic(values.get(i), draws[i]));
    }
    return List.copyOf(all);
  }

  private Statistic statistic(OptionalDouble value, double[] draws) {
    if (value.isEmpty()) {
      return Statistic.undefined(NOT_DEFINED);
    }
    double[] defined = Arrays.stream(draws).filter(Double::isFinite).toArray();
    if (defined.length < LEAST_DEFINED_SHARE * replicates) {
      return Statistic.undefined("too many resamples do not define it");
    }
    Arrays.sort(defined);
    return Statistic.of(
        new Estimate(
            value.getAsDouble(),
            quantile(defined, (1 - level) / 2),
            quantile(defined, (1 + level) / 2),
            level));
  }

  /** One array for each statistic; a draw that does not define it is NaN within this class. */
  private double[][] draws(
      List<String> subjects, Function<int[], List<OptionalDouble>> statistics, int count) {
    int[][] rows = rowsBySubject(subjects);
    Draws sequence = new Draws(new SplittableRandom(seed));
    double[][] draws = new double[count][replicates];
    IntStream.range(0, replicates)
        .parallel()
        .forEach(ignored -> {
          int[] picks = new int[rows.length];
          int number = sequence.take(picks);
          List<OptionalDouble> values = statistics.apply(expanded(picks, rows));
          for (int i = 0; i < count; i++) {
            draws[i][number] = values.get(i).orElse(Double.NaN);
          }
        });
    return draws;
  }

  /** Deals out the draws in one order, to whoever asks. */
  private static final class Draws {
    private final SplittableRandom random;
    private int taken;

    Draws(SplittableRandom random) {
      this.random = random;
    }

    /** Fills in the next resample, and returns its number. */
    synchronized int take(int[] picks) {
      for (int i = 0; i < picks.length; i++) {
        picks[i] = random.nextInt(picks.length);
      }
      return taken++;
    }
  }

  private static int[] expanded(int[] picks, int[][] rows) {
    int length = 0;
    for (int pick : picks) {
      length += rows[pick].length;
    }
    int[] indices = new int[length];
    int filled = 0;
    for (int pick : picks) {
      System.arraycopy(rows[pick], 0, indices, filled, rows[pick].length);
      filled += rows[pick].length;
    }
    return indices;
  }

  private static int[][] rowsBySubject(List<String> subjects) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < subjects.size(); i++) {
      rows.computeIfAbsent(subjects.get(i), ignored -> new ArrayList<>()).add(i);
    }
    return rows.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Linear between order statistics (type 7 of Hyndman and Fan 1996). */
  public static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
