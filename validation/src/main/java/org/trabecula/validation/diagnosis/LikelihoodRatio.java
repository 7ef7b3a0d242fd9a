package org.trabecula.validation.diagnosis;

import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/**
 * How much likelier a result is in those who are positive, and what that makes of a prevalence.
 *
 * @param ofPositive LR+, sensitivity / (1 - specificity)
 * @param ofNegative LR-, (1 - sensitivity) / specificity
 */
public record LikelihoodRatio(Statistic ofPositive, Statistic ofNegative) {

  /**
   * Returns the ratios with the logarithmic interval of Simel et al. 1991
   * (doi:10.1016/0895-4356(91)90128-V): a/m over b/n times exp(± z √(1/a - 1/m + 1/b - 1/n)).
   * Undefined where a result did not occur in one of the groups, when the interval has no end.
   */
  public static LikelihoodRatio of(Confusion table, double level) {
    Require.level(level);
    return new LikelihoodRatio(
        ratio(
            table.truePositives(),
            table.positives(),
            table.falsePositives(),
            table.negatives(),
            level),
        ratio(
            table.falseNegatives(),
            table.positives(),
            table.trueNegatives(),
            table.negatives(),
            level));
  }

  /**
   * Returns the ratios where a subject may have several rows: intervals of resampled subjects.
   *
   * @param rows the subject of each row
   * @param positive whether each row is positive in truth
   * @param found whether the test finds it positive
   */
  public static LikelihoodRatio of(SubjectRows rows, boolean[] positive, boolean[] found) {
    List<Statistic> figures =
        rows.figures(some -> {
          LikelihoodRatio ratio = of(Confusion.of(some, positive, found), rows.level());
          return List.of(ratio.ofPositive, ratio.ofNegative);
        });
    return new LikelihoodRatio(figures.get(0), figures.get(1));
  }

  private static Statistic ratio(double a, double m, double b, double n, double level) {
    if (m == 0 || n == 0) {
      return Statistic.undefined(
          m == 0 ? "nobody is positive in truth" : "nobody is negative in truth");
    }
    if (a == 0 || b == 0) {
      return Statistic.undefined(
          "no such result among the %s".formatted(a == 0 ? "positive" : "negative"));
    }
    double ratio = a / m / (b / n);
    double factor = Math.exp(Quantiles.normal(level) * Math.sqrt(1 / a - 1 / m + 1 / b - 1 / n));
    return Statistic.of(new Estimate(ratio, ratio / factor, ratio * factor, level));
  }

  /**
   * Returns the positive predictive value where a share {@code prevalence} is positive: odds
   * prevalence/(1 - prevalence) times LR+, which has the logit interval of Mercaldo et al. 2007
   * (doi:10.1002/sim.2677).
   */
  public Statistic positivePredictiveValue(double prevalence) {
    Require.openUnit(prevalence, "prevalence");
    double odds = prevalence / (1 - prevalence);
    return ofPositive.map(ratio -> ratio.through(lr -> odds * lr / (1 + odds * lr)));
  }

  /** Returns the negative predictive value where a share {@code prevalence} is positive. */
  public Statistic negativePredictiveValue(double prevalence) {
    Require.openUnit(prevalence, "prevalence");
    double odds = prevalence / (1 - prevalence);
    return ofNegative.map(
        ratio -> ratio.through(lr -> odds * lr / (1 + odds * lr)).times(-1).plus(1));
  }
}
