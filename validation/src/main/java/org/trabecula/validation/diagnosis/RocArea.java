package org.trabecula.validation.diagnosis;

import org.trabecula.validation.Estimate;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/** The area under the receiver operating characteristic. */
public final class RocArea {
  static final String TOO_FEW = "fewer than two subjects in a group";

  private RocArea() {}

  /**
   * Returns the probability that a diseased subject scores higher than a healthy one, ties counted
   * one half (Mann-Whitney), with the interval of DeLong et al. 1988 (doi:10.2307/2531595), its
   * placements taken from mid-ranks (Sun and Xu 2014, doi:10.1109/LSP.2014.2337313), cut to [0, 1].
   * Where the groups are wholly apart that interval has no width; then the bound is Wilson's for as
   * many subjects as the smaller group has. Undefined with an empty group; with a single subject in
   * a group there is no interval and hence no figure.
   */
  public static Statistic of(double[] diseased, double[] healthy, double level) {
    Require.level(level);
    Require.finite(diseased, "diseased");
    Require.finite(healthy, "healthy");
    if (diseased.length < 2 || healthy.length < 2) {
      return Statistic.undefined(TOO_FEW);
    }
    int smaller = Math.min(diseased.length, healthy.length);
    Placements placements = Placements.of(diseased, healthy);
    return Statistic.of(interval(placements, placements.variance(), smaller, level));
  }

  /**
   * Returns the area of scores of which a subject may have several. Then the interval is that of
   * Obuchowski 1997 (doi:10.2307/2533958), which counts subjects, and so does Wilson's bound.
   *
   * @param rows the subject of each score
   */
  public static Statistic of(SubjectRows rows, ScoredSubjects scored) {
    if (!rows.repeated()) {
      return of(scored.scores(true), scored.scores(false), rows.level());
    }
    Clusters clusters = Clusters.of(rows.subjects(), scored);
    if (clusters.smaller() < 2) {
      return Statistic.undefined(TOO_FEW);
    }
    Placements placements = Placements.of(scored.scores(true), scored.scores(false));
    return Statistic.of(
        interval(placements, placements.variance(clusters), clusters.smaller(), rows.level()));
  }

  static Estimate interval(Placements placements, double variance, int smaller, double level) {
    double area = placements.area();
    if (area >= 1) {
      return Proportion.wilson(smaller, smaller, level);
    }
    if (area <= 0) {
      return Proportion.wilson(0, smaller, level);
    }
    double half = Quantiles.normal(level) * Math.sqrt(variance);
    return new Estimate(area, Math.max(0, area - half), Math.min(1, area + half), level);
  }
}
