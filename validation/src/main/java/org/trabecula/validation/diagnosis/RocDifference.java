package org.trabecula.validation.diagnosis;

import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/**
 * The areas of two scores of the same subjects, compared by DeLong et al. 1988
 * (doi:10.2307/2531595) in O(n log n) (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313).
 *
 * @param first area of the first score
 * @param second area of the second score
 * @param difference first less second, ± z standard errors
 * @param pValue two-sided, of z = difference / standard error; 1 where there is no difference to
 *     speak of
 */
public record RocDifference(
    Statistic first, Statistic second, Statistic difference, double pValue) {

  /**
   * Returns the comparison. The difference is undefined with fewer than two subjects in a group, or
   * where its standard error is zero, for instance because both scores order the subjects alike.
   *
   * @throws IllegalArgumentException if the truths are not the same, subject by subject
   */
  public static RocDifference of(ScoredSubjects first, ScoredSubjects second, double level) {
    Require.level(level);
    requireSameTruths(first, second);
    int smaller = Math.min(first.positives(), first.negatives());
    if (smaller < 2) {
      return undefined();
    }
    Placements a = Placements.of(first.scores(true), first.scores(false));
    Placements b = Placements.of(second.scores(true), second.scores(false));
    double variance = a.variance() + b.variance() - 2 * a.covariance(b);
    return of(a, b, new Variances(a.variance(), b.variance(), variance), smaller, level);
  }

  /**
   * Returns the comparison of scores of which a subject may have several. Then the intervals are
   * those of Obuchowski 1997 (doi:10.2307/2533958), which counts subjects.
   *
   * @param rows the subject of each score
   * @throws IllegalArgumentException if the truths are not the same, row by row
   */
  public static RocDifference of(SubjectRows rows, ScoredSubjects first, ScoredSubjects second) {
    if (!rows.repeated()) {
      return of(first, second, rows.level());
    }
    requireSameTruths(first, second);
    Clusters clusters = Clusters.of(rows.subjects(), first);
    if (clusters.smaller() < 2) {
      return undefined();
    }
    Placements a = Placements.of(first.scores(true), first.scores(false));
    Placements b = Placements.of(second.scores(true), second.scores(false));
    Variances variances =
        new Variances(a.variance(clusters), b.variance(clusters), a.minus(b).variance(clusters));
    return of(a, b, variances, clusters.smaller(), rows.level());
  }

  /** Of both areas and of their difference. */
  private record Variances(double first, double second, double difference) {}

  private static RocDifference of(
      Placements a, Placements b, Variances variances, int smaller, double level) {
    double difference = a.area() - b.area();
    Statistic areaA = Statistic.of(RocArea.interval(a, variances.first, smaller, level));
    Statistic areaB = Statistic.of(RocArea.interval(b, variances.second, smaller, level));
    // Rounding leaves a variance of about 1e-17 where it is zero.
    if (variances.difference <= 1e-14 * (variances.first + variances.second)) {
      return new RocDifference(
          areaA, areaB, Statistic.undefined("the difference has no standard error"), 1);
    }
    double error = Math.sqrt(variances.difference);
    return new RocDifference(
        areaA,
        areaB,
        Statistic.of(Estimate.symmetric(difference, Quantiles.normal(level) * error, level)),
        2 * StandardNormal.cdf(-Math.abs(difference / error)));
  }

  private static RocDifference undefined() {
    Statistic none = Statistic.undefined(RocArea.TOO_FEW);
    return new RocDifference(none, none, none, 1);
  }

  private static void requireSameTruths(ScoredSubjects first, ScoredSubjects second) {
    if (!first.sameTruths(second)) {
      throw new IllegalArgumentException("The two scores are not of the same subjects");
    }
  }
}
