package org.trabecula.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

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
   *     they don't define it
   */
  public Statistic of(List<String> subjects, Function<int[], OptionalDouble> statistic) {
    int[] all = new int[subjects.size()];
    Arrays.setAll(all, i -> i);
    OptionalDouble value = all.length == 0 ? OptionalDouble.empty() : statistic.apply(all);
    if (value.isEmpty()) {
      return Statistic.undefined("the data do not define it");
    }
    double[] draws = draws(subjects, statistic);
    if (draws.length < LEAST_DEFINED_SHARE * replicates) {
      return Statistic.undefined("too many resamples do not define it");
    }
    Arrays.sort(draws);
    return Statistic.of(
        new Estimate(
            value.getAsDouble(),
            quantile(draws, (1 - level) / 2),
            quantile(draws, (1 + level) / 2),
            level));
  }

  private double[] draws(List<String> subjects, Function<int[], OptionalDouble> statistic) {
    int[][] rows = rowsBySubject(subjects);
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[replicates];
    int defined = 0;
    for (int replicate = 0; replicate < replicates; replicate++) {
      OptionalDouble draw = statistic.apply(resample(rows, random));
      if (draw.isPresent()) {
        draws[defined++] = draw.getAsDouble();
      }
    }
    return Arrays.copyOf(draws, defined);
  }

  private static int[] resample(int[][] rows, SplittableRandom random) {
    int[][] drawn = new int[rows.length][];
    int length = 0;
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = rows[random.nextInt(rows.length)];
      length += drawn[i].length;
    }
    int[] indices = new int[length];
    int filled = 0;
    for (int[] subject : drawn) {
      System.arraycopy(subject, 0, indices, filled, subject.length);
      filled += subject.length;
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
