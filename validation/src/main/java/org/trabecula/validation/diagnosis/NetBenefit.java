package org.trabecula.validation.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
   * @param thresholds rising, each in (0, 1)
   */
  public static List<NetBenefit> curve(
      SubjectRows rows, ScoredSubjects risks, double[] thresholds) {
    int[] reached = new int[risks.size()];
    for (int i = 0; i < reached.length; i++) {
      double risk = risks.score(i);
      reached[i] = (int) Arrays.stream(thresholds).filter(t -> risk >= t).count();
    }
    List<Statistic> figures =
        rows.figures(
            some -> figures(curve(risks.rows(some), thresholds, rows.level())),
            some -> gains(some, risks, reached, thresholds));
    List<NetBenefit> curve = new ArrayList<>();
    for (int i = 0; i < thresholds.length; i++) {
      curve.add(new NetBenefit(thresholds[i], figures.get(2 * i), figures.get(2 * i + 1)));
    }
    return List.copyOf(curve);
  }

  private static List<Statistic> figures(List<NetBenefit> curve) {
    return curve.stream().flatMap(point -> Stream.of(point.ofTest, point.ofAll)).toList();
  }

  /**
   * Gains of test and of all at each of rising thresholds, in one pass over the rows.
   *
   * @param reached how many thresholds each risk reaches
   */
  private static List<OptionalDouble> gains(
      int[] rows, ScoredSubjects risks, int[] reached, double[] thresholds) {
    int[] positives = new int[thresholds.length + 1];
    int[] negatives = new int[thresholds.length + 1];
    for (int row : rows) {
      (risks.positive(row) ? positives : negatives)[reached[row]]++;
    }
    double n = rows.length;
    int sick = Arrays.stream(positives).sum();
    double treatedSick = sick;
    double treatedHealthy = n - sick;
    List<OptionalDouble> gains = new ArrayList<>();
    for (int i = 0; i < thresholds.length; i++) {
      double odds = thresholds[i] / (1 - thresholds[i]);
      treatedSick -= positives[i];
      treatedHealthy -= negatives[i];
      gains.add(OptionalDouble.of((treatedSick - odds * treatedHealthy) / n));
      gains.add(OptionalDouble.of((sick - odds * (n - sick)) / n));
    }
    return gains;
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
