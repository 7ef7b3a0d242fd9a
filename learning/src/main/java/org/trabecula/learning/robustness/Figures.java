package org.trabecula.learning.robustness;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

/** Figures over subjects, one value each, with 95 % intervals from resampled subjects. */
final class Figures {
  static final double LEVEL = 0.95;
  static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1, LEVEL);

  private Figures() {}

  static Statistic mean(double[] values) {
    return of(values, 1, Figures::average);
  }

  static Statistic meanAbsolute(double[] values) {
    return of(values, 1, v -> Arrays.stream(v).map(Math::abs).average().orElse(0));
  }

  static Statistic median(double[] values) {
    return of(values, 1, Figures::middle);
  }

  /** Standard deviation over subjects. */
  static Statistic sd(double[] values) {
    return of(
        values,
        2,
        v -> {
          double mean = average(v);
          double squares = Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum();
          return Math.sqrt(squares / (v.length - 1));
        });
  }

  /** Pearson's correlation of two values of each subject. */
  static Statistic correlation(double[] x, double[] y) {
    if (x.length < 3) {
      return Statistic.undefined("fewer than three films");
    }
    return BOOTSTRAP.of(names(x.length), rows -> pearson(pick(x, rows), pick(y, rows)));
  }

  static Statistic share(int successes, int trials) {
    return trials == 0
        ? Statistic.undefined("no film")
        : Statistic.of(Proportion.wilson(successes, trials, LEVEL));
  }

  /** Correlation of two rows of numbers; empty where one does not vary. */
  static OptionalDouble pearson(double[] x, double[] y) {
    double meanX = average(x);
    double meanY = average(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    double r = xy / Math.sqrt(xx * yy);
    return Double.isFinite(r) ? OptionalDouble.of(r) : OptionalDouble.empty();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Statistic of(double[] values, int least, ToDoubleFunction<double[]> statistic) {
    if (values.length < least) {
      return Statistic.undefined("too few films");
    }
    return BOOTSTRAP.of(
        names(values.length),
        rows -> OptionalDouble.of(statistic.applyAsDouble(pick(values, rows))));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static List<String> names(int n) {
    return IntStream.range(0, n).mapToObj(Integer::toString).toList();
  }
}
