package org.trabecula.validation.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/**
 * What a new risk changes for the better over an old one: net reclassification improvement (Pencina
 * et al. 2008, doi:10.1002/sim.2929; error of 2011, doi:10.1002/sim.4085) and integrated
 * discrimination improvement. It is no measure of a model's worth on its own: report it beside
 * areas and net benefit.
 *
 * @param ofPositives share of the positive that moves up less that which moves down
 * @param ofNegatives share of the negative that moves down less that which moves up
 * @param net their sum, in [-2, 2]
 * @param discrimination IDI: mean change of risk in the positive less that in the negative
 */
public record Reclassification(
    Statistic ofPositives, Statistic ofNegatives, Statistic net, Statistic discrimination) {

  /**
   * Returns the improvement by categories of risk. Intervals: ± z standard errors. A figure is
   * undefined with fewer than two subjects in a group that it is of.
   *
   * @param before old risks, in [0, 1]
   * @param after new risks of the same subjects
   * @param cuts rising lower limits of the categories above the first; none for the category-free
   *     improvement, where any change counts
   */
  public static Reclassification of(
      ScoredSubjects before, ScoredSubjects after, double[] cuts, double level) {
    Require.level(level);
    requireRising(cuts);
    ScoredSubjects.requireProbabilities(before);
    ScoredSubjects.requireProbabilities(after);
    if (!before.sameTruths(after)) {
      throw new IllegalArgumentException("The two risks are not of the same subjects");
    }
    double z = Quantiles.normal(level);
    Mean up = Mean.of(moves(before.scores(true), after.scores(true), cuts), true);
    Mean down = Mean.of(moves(before.scores(false), after.scores(false), cuts), true).negated();
    Mean risen = Mean.of(changes(before.scores(true), after.scores(true)), false);
    Mean fallen = Mean.of(changes(before.scores(false), after.scores(false)), false).negated();
    return new Reclassification(
        up.statistic(z, level),
        down.statistic(z, level),
        up.plus(down).statistic(z, level),
        risen.plus(fallen).statistic(z, level));
  }

  /**
   * Returns the improvement where a subject may have several rows: intervals of resampled subjects.
   *
   * @param rows the subject of each risk
   */
  public static Reclassification of(
      SubjectRows rows, ScoredSubjects before, ScoredSubjects after, double[] cuts) {
    List<Statistic> figures =
        rows.figures(some -> {
          Reclassification one = of(before.rows(some), after.rows(some), cuts, rows.level());
          return List.of(one.ofPositives, one.ofNegatives, one.net, one.discrimination);
        });
    return new Reclassification(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
  }

  /** A mean with the square of its standard error; no value below two subjects. */
  private record Mean(int n, double value, double variance) {
    /** Pencina's shares have n below their variance, means of risk n - 1. */
    static Mean of(double[] values, boolean wholePopulation) {
      int n = values.length;
      if (n < 2) {
        return new Mean(n, 0, 0);
      }
      double variance = Moments.variance(values);
      return new Mean(
          n, Moments.mean(values), (wholePopulation ? variance * (n - 1) / n : variance) / n);
    }

    Mean negated() {
      return new Mean(n, -value, variance);
    }

    Mean plus(Mean other) {
      return new Mean(Math.min(n, other.n), value + other.value, variance + other.variance);
    }

    Statistic statistic(double z, double level) {
      return n < 2
          ? Statistic.undefined("fewer than two subjects in a group")
          : Statistic.of(Estimate.symmetric(value, z * Math.sqrt(variance), level));
    }
  }

  private static double[] moves(double[] before, double[] after, double[] cuts) {
    double[] moves = new double[before.length];
    for (int i = 0; i < moves.length; i++) {
      moves[i] =
          cuts.length == 0
              ? Math.signum(after[i] - before[i])
              : Integer.signum(category(after[i], cuts) - category(before[i], cuts));
    }
    return moves;
  }

  private static double[] changes(double[] before, double[] after) {
    double[] changes = new double[before.length];
    Arrays.setAll(changes, i -> after[i] - before[i]);
    return changes;
  }

  private static int category(double risk, double[] cuts) {
    return (int) Arrays.stream(cuts).filter(cut -> risk >= cut).count();
  }

  private static void requireRising(double[] cuts) {
    for (int i = 0; i < cuts.length; i++) {
      Require.openUnit(cuts[i], "cut");
      if (i > 0 && cuts[i] <= cuts[i - 1]) {
        throw new IllegalArgumentException(
            "cut %s is not above %s".formatted(cuts[i], cuts[i - 1]));
      }
    }
  }
}
