package org.trabecula.learning.calibration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

/**
 * How good statements of a site are; intervals resample subjects, and the films of one share its
 * weight.
 *
 * @param error mean absolute error, g/cm2
 * @param bias mean of stated less true, g/cm2
 * @param slope of truth on estimate, 1 when calibrated
 * @param coverage share of 90 % intervals that hold the truth
 */
public record SiteFigures(Statistic error, Statistic bias, Statistic slope, Statistic coverage) {
  /** Returns the figures of what is stated of pairs, in their order. */
  static SiteFigures of(SitePairs pairs, List<Stated> stated, Bootstrap bootstrap) {
    Weighted weighted = new Weighted(pairs, stated);
    boolean[] held = new boolean[stated.size()];
    for (int i = 0; i < held.length; i++) {
      held[i] = stated.get(i).holds();
    }
    List<String> owners = pairs.owners();
    return new SiteFigures(
        bootstrap.of(owners, rows -> weighted.mean(rows, s -> Math.abs(s.error()))),
        bootstrap.of(owners, rows -> weighted.mean(rows, Stated::error)),
        bootstrap.of(owners, weighted::slope),
        Proportion.clustered(owners, held, bootstrap));
  }

  /** How much smaller the mean absolute error has become, on the same resamples, g/cm2. */
  static Statistic gain(
      SitePairs pairs, List<Stated> before, List<Stated> after, Bootstrap bootstrap) {
    Weighted first = new Weighted(pairs, before);
    Weighted second = new Weighted(pairs, after);
    return bootstrap.of(
        pairs.owners(),
        rows ->
            OptionalDouble.of(
                first.mean(rows, s -> Math.abs(s.error())).orElse(0)
                    - second.mean(rows, s -> Math.abs(s.error())).orElse(0)));
  }

  /** Statements with their weights. */
  private static final class Weighted {
    private final List<Stated> stated;
    private final double[] weights;

    Weighted(SitePairs pairs, List<Stated> stated) {
      this.stated = stated;
      this.weights = stated.stream().mapToDouble(s -> pairs.weight(s.pair())).toArray();
    }

    OptionalDouble mean(int[] rows, ToDoubleFunction<Stated> of) {
      double sum = 0;
      double weight = 0;
      for (int row : rows) {
        sum += weights[row] * of.applyAsDouble(stated.get(row));
        weight += weights[row];
      }
      return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
    }

    OptionalDouble slope(int[] rows) {
      double estimate = mean(rows, Stated::mean).orElse(0);
      double truth = mean(rows, s -> s.pair().truth()).orElse(0);
      double products =
          mean(rows, s -> (s.mean() - estimate) * (s.pair().truth() - truth)).orElse(0);
      double squares = mean(rows, s -> (s.mean() - estimate) * (s.mean() - estimate)).orElse(0);
      return squares > 0 ? OptionalDouble.of(products / squares) : OptionalDouble.empty();
    }
  }
}
