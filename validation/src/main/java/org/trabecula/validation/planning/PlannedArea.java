package org.trabecula.validation.planning;

import java.util.Arrays;
import java.util.Random;
import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.RocArea;

/**
 * An area under the ROC curve. The expected width is 2 z standard errors of Hanley and McNeil 1982
 * (doi:10.1148/radiology.143.1.7063747); for normal scores that is wide, at an area of 0.9 by a
 * fifth. The chance is of DeLong's interval with normal scores: mean and scatter of its width are
 * measured on 1,000 studies (synthetic, fixed seed) of 400 subjects; the mean falls with the root
 * of their number and so does the scatter relative to it.
 */
public final class PlannedArea implements PlannedFigure {
  private static final double LEVEL = 0.95;
  private static final int STUDIES = 1000;
  private static final int SUBJECTS = 400;
  private static final long SEED = 19821988;

  private final double expected;
  private final double width;
  private final double prevalence;
  private final Widths normal;

  private PlannedArea(double expected, double width, double prevalence) {
    this.expected = expected;
    this.width = width;
    this.prevalence = prevalence;
    this.normal = Widths.of(expected, prevalence);
  }

  /**
   * Returns a plan.
   *
   * @param expected area, in [0.5, 1)
   * @param width in (0, 1)
   * @param prevalence share with the outcome among those who are recruited, in (0, 1)
   */
  public static PlannedArea of(double expected, double width, double prevalence) {
    SampleSize.requireArea(expected, width, prevalence);
    return new PlannedArea(expected, width, prevalence);
  }

  /**
   * The widths of DeLong's intervals of one subject, as it were; both go with the root of n.
   *
   * @param mean of the 95 % interval, times √n
   * @param scatter standard deviation over mean, times √n
   */
  private record Widths(double mean, double scatter) {
    static Widths of(double area, double prevalence) {
      Random random = new Random(SEED);
      double shift = Math.sqrt(2) * StandardNormal.quantile(area);
      double rarer = Math.min(prevalence, 1 - prevalence);
      // Twenty of the rarer kind at least, so that nearly every study has an interval.
      int subjects = (int) Math.max(SUBJECTS, Math.ceil(20 / rarer));
      double[] widths = new double[STUDIES];
      int n = 0;
      for (int i = 0; i < STUDIES; i++) {
        if (study(random, subjects, prevalence, shift) instanceof Statistic.Known(var estimate)) {
          widths[n++] = estimate.high() - estimate.low();
        }
      }
      double[] known = Arrays.copyOf(widths, n);
      double mean = Moments.mean(known);
      double root = Math.sqrt(subjects);
      return new Widths(mean * root, Moments.standardDeviation(known) / mean * root);
    }
  }

  private static Statistic study(Random random, int subjects, double prevalence, double shift) {
    int positives = 0;
    for (int i = 0; i < subjects; i++) {
      positives += random.nextDouble() < prevalence ? 1 : 0;
    }
    double[] diseased = new double[positives];
    double[] healthy = new double[subjects - positives];
    Arrays.setAll(diseased, i -> shift + random.nextGaussian());
    Arrays.setAll(healthy, i -> random.nextGaussian());
    return RocArea.of(diseased, healthy, LEVEL);
  }

  @Override
  public String label() {
    return "AUC";
  }

  @Override
  public double expected() {
    return expected;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String source() {
    return "Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747";
  }

  @Override
  public int least() {
    return (int) Math.ceil(2 / Math.min(prevalence, 1 - prevalence)) + 2;
  }

  @Override
  public SampleSize split(int subjects) {
    return SampleSize.split(subjects, prevalence);
  }

  @Override
  public double expectedWidth(int subjects, double level) {
    return 2
        * Quantiles.normal(level)
        * Math.sqrt(SampleSize.areaVariance(expected, split(subjects)));
  }

  @Override
  public double chance(int subjects, double level) {
    double root = Math.sqrt(subjects);
    double typical = normal.mean / root * Quantiles.normal(level) / Quantiles.normal(LEVEL);
    return StandardNormal.cdf((width / typical - 1) * root / normal.scatter);
  }
}
