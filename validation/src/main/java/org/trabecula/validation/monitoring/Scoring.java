package org.trabecula.validation.monitoring;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.trabecula.densitometry.StandardNormal;

/**
 * From what a period has to its score. The baseline is a sample like the period itself: means are
 * compared by Student's t, variances by Fisher's F with the degrees of freedom cut where the tails
 * are heavy (Box 1953, doi:10.1093/biomet/40.3-4.318), counts by the beta-binomial distribution
 * that the baseline's count predicts.
 *
 * @param limit of a single score, in standard deviations
 */
record Scoring(double limit) {
  /** Beyond this a tail is too thin to tell more. */
  private static final double MOST = 8;

  Score mean(Group group, Baseline.Values baseline, boolean logarithmic) {
    double n = group.n();
    double error = baseline.sd() * Math.sqrt(1 / n + 1.0 / baseline.films());
    TDistribution t = TDistribution.of(baseline.degreesOfFreedom());
    double reach = -quantile(t, StandardNormal.cdf(-limit)) * error;
    return new Score(
        group.from(),
        group.n(),
        shown(baseline.centre() + group.mean(), logarithmic),
        score(t, group.mean() / error),
        Score.shared(n, baseline.films()),
        OptionalDouble.of(shown(baseline.centre() - reach, logarithmic)),
        OptionalDouble.of(shown(baseline.centre() + reach, logarithmic)));
  }

  private static double shown(double value, boolean logarithmic) {
    return logarithmic ? Math.exp(value) : value;
  }

  /** Only of a group of at least two. */
  Score spread(Group group, Baseline.Values baseline) {
    double tails = 2 / (baseline.kurtosis() - 1);
    double degrees = (group.n() - 1) * tails;
    double ofBaseline = baseline.degreesOfFreedom() * tails;
    FDistribution f = FDistribution.of(degrees, ofBaseline);
    double variance = baseline.sd() * baseline.sd();
    return new Score(
        group.from(),
        group.n(),
        Math.sqrt(group.variance()),
        score(f, group.variance() / variance),
        Score.shared(degrees, ofBaseline),
        OptionalDouble.of(
            baseline.sd() * Math.sqrt(f.inverseCumulativeProbability(StandardNormal.cdf(-limit)))),
        OptionalDouble.of(
            baseline.sd() * Math.sqrt(f.inverseSurvivalProbability(StandardNormal.cdf(-limit)))));
  }

  /** A score whose limits are those of the exact distribution, of which a count has few values. */
  Score share(Group group, Baseline.Share baseline) {
    BetaBinomial counts = BetaBinomial.predicted(group.n(), baseline.events(), baseline.films());
    double tail = StandardNormal.cdf(-limit);
    int most = counts.most(tail);
    int least = counts.least(tail);
    return new Score(
        group.from(),
        group.n(),
        (double) group.events() / group.n(),
        clamped(counts.middle(group.events())),
        Score.shared(group.n(), baseline.films()),
        least > 0 ? OptionalDouble.of((double) least / group.n()) : OptionalDouble.empty(),
        most < group.n() ? OptionalDouble.of((double) most / group.n()) : OptionalDouble.empty());
  }

  private static double score(ContinuousDistribution distribution, double x) {
    double below = distribution.cumulativeProbability(x);
    return below <= 0.5 ? clamped(below) : -clamped(distribution.survivalProbability(x));
  }

  private static double clamped(double below) {
    double least = StandardNormal.cdf(-MOST);
    return StandardNormal.quantile(Math.clamp(below, least, 1 - 1e-15));
  }

  private static double quantile(ContinuousDistribution distribution, double p) {
    return distribution.inverseCumulativeProbability(p);
  }
}
