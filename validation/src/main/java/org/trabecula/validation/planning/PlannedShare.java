package org.trabecula.validation.planning;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;

/**
 * A sensitivity or a specificity with the interval of Wilson 1927
 * (doi:10.1080/01621459.1927.10502953). Subjects are recruited from a population, so the number
 * with the outcome is itself a draw (Buderer 1996, doi:10.1111/j.1553-2712.1996.tb03538.x).
 *
 * @param kind whose share it is
 * @param expected in (0, 1)
 * @param width in (0, 1)
 * @param prevalence share with the outcome among those who are recruited, in (0, 1)
 */
public record PlannedShare(Kind kind, double expected, double width, double prevalence)
    implements PlannedFigure {
  private static final double NEGLIGIBLE = 1e-12;

  /** Whose share. */
  public enum Kind {
    SENSITIVITY("sensitivity"),
    SPECIFICITY("specificity");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  public PlannedShare {
    Require.openUnit(expected, kind.label);
    Require.openUnit(width, "width");
    Require.openUnit(prevalence, "prevalence");
  }

  @Override
  public String label() {
    return kind.label;
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String source() {
    return "Buderer 1996, doi:10.1111/j.1553-2712.1996.tb03538.x, with Wilson's interval";
  }

  @Override
  public int least() {
    return (int) Math.ceil(1 / group());
  }

  /** The share of those who are recruited that the figure is of. */
  private double group() {
    return kind == Kind.SENSITIVITY ? prevalence : 1 - prevalence;
  }

  @Override
  public SampleSize split(int subjects) {
    int counted = counted(subjects);
    return kind == Kind.SENSITIVITY
        ? new SampleSize(counted, subjects - counted)
        : new SampleSize(subjects - counted, counted);
  }

  private int counted(int subjects) {
    return (int) Math.floor(subjects * group() + 1e-9);
  }

  @Override
  public double expectedWidth(int subjects, double level) {
    return SampleSize.wilsonWidth(expected, counted(subjects), Quantiles.normal(level));
  }

  /** Summed over the number of those counted and of the successes among them, both binomial. */
  @Override
  public double chance(int subjects, double level) {
    double z = Quantiles.normal(level);
    BinomialDistribution recruited = BinomialDistribution.of(subjects, group());
    int middle = (int) Math.round(subjects * group());
    double sum = 0;
    for (int n = middle; n >= 1 && recruited.probability(n) > NEGLIGIBLE; n--) {
      sum += recruited.probability(n) * narrow(n, z);
    }
    for (int n = middle + 1; n <= subjects && recruited.probability(n) > NEGLIGIBLE; n++) {
      sum += recruited.probability(n) * narrow(n, z);
    }
    return Math.min(1, sum);
  }

  /** The chance that successes among n give a narrow interval: few or many of them do. */
  private double narrow(int n, double z) {
    int low = -1;
    int high = n / 2;
    if (SampleSize.wilsonWidth((double) high / n, n, z) <= width) {
      return 1;
    }
    while (high - low > 1) {
      int k = (low + high) >>> 1;
      if (SampleSize.wilsonWidth((double) k / n, n, z) <= width) {
        low = k;
      } else {
        high = k;
      }
    }
    if (low < 0) {
      return 0;
    }
    BinomialDistribution successes = BinomialDistribution.of(n, expected);
    return successes.cumulativeProbability(low) + successes.survivalProbability(n - low - 1);
  }
}
