package org.trabecula.validation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/**
 * What a decision gains at a threshold of risk p, in true positives a subject (Vickers and Elkin
 * 2006, doi:10.1177/0272989X06295361): TP/n - FP/n · p/(1 - p). Treating no one gains 0. A list of
 * them over the threshold is a decision curve.
 *
 * @param threshold p, in (0, 1)
 * @param ofTest gain of treating those at a risk of at least p
 * @param ofAll gain of treating all
 */
public record NetBenefit(double threshold, Statistic ofTest, Statistic ofAll) {

  /**
   * Returns the gain, which is the mean over subjects of 1, -p/(1 - p) or 0, ± z standard errors of
   * that mean. Undefined below two subjects.
   *
   * @param risks probabilities of being positive, in [0, 1]
   */
  public static NetBenefit of(ScoredSubjects risks, double threshold, double level) {
    Require.level(level);
    Require.openUnit(threshold, "threshold");
    ScoredSubjects.requireProbabilities(risks);
    return new NetBenefit(
        threshold, gain(risks, threshold, threshold, level), gain(risks, threshold, 0, level));
  }

  /** Returns the decision curve over some thresholds. */
  public static List<NetBenefit> curve(ScoredSubjects risks, double[] thresholds, double level) {
    List<NetBenefit> curve = new ArrayList<>();
    for (double threshold : thresholds) {
      curve.add(of(risks, threshold, level));
    }
    return List.copyOf(curve);
  }

  /**
   * Returns the decision curve where a subject may have several rows: intervals of resampled
   * subjects.
   *
   * @param rows the subject of each risk
   */
  public static List<NetBenefit> curve(
      SubjectRows rows, ScoredSubjects risks, double[] thresholds) {
    List<Statistic> figures =
        rows.figures(some -> {
          List<Statistic> gains = new ArrayList<>();
          for (NetBenefit point : curve(risks.rows(some), thresholds, rows.level())) {
            gains.add(point.ofTest);
            gains.add(point.ofAll);
          }
          return gains;
        });
    List<NetBenefit> curve = new ArrayList<>();
    for (int i = 0; i < thresholds.length; i++) {
      curve.add(new NetBenefit(thresholds[i], figures.get(2 * i), figures.get(2 * i + 1)));
    }
    return List.copyOf(curve);
  }

  private static Statistic gain(
      ScoredSubjects risks, double threshold, double treatedFrom, double level) {
    if (risks.size() < 2) {
      return Statistic.undefined("fewer than two subjects");
    }
    double harm = -threshold / (1 - threshold);
    double[] gains = new double[risks.size()];
    for (int i = 0; i < gains.length; i++) {
      boolean treated = risks.score(i) >= treatedFrom;
      gains[i] = !treated ? 0 : risks.positive(i) ? 1 : harm;
    }
    double error = Moments.standardDeviation(gains) / Math.sqrt(gains.length);
    return Statistic.of(
        Estimate.symmetric(Moments.mean(gains), Quantiles.normal(level) * error, level));
  }
}
