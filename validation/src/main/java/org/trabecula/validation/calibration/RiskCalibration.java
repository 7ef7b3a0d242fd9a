package org.trabecula.validation.calibration;

import java.util.Arrays;
import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/**
 * Whether risks mean what they say: the logistic regression of the truth on the log odds of the
 * risk (Cox 1958, doi:10.1093/biomet/45.3-4.562; Steyerberg 2019, Clinical Prediction Models,
 * chapter 15). Intervals: ± z standard errors of maximum likelihood (Wald).
 *
 * @param slope 1 where the risks spread as they should; below 1 they are too extreme
 * @param intercept beside that slope, in log odds
 * @param inTheLarge intercept with the slope held at 1: 0 where the risks are right on average
 * @param brier mean of (risk - truth)², ± z standard errors of the mean
 */
public record RiskCalibration(
    Statistic slope, Statistic intercept, Statistic inTheLarge, Statistic brier) {
  private static final int MOST_STEPS = 50;

  /** A log likelihood that falls by less has not fallen. */
  private static final double ROUNDING = 1e-9;

  /** The square of a step in standard errors, below which no further one is made. */
  private static final double CONVERGED = 1e-26;

  /**
   * Returns the calibration. All but the Brier score are undefined with one class only; slope and
   * intercept also where the risks don't vary, or where they part the classes wholly, which drives
   * the slope beyond all bounds.
   *
   * @param risks each in (0, 1)
   * @param positive the truths
   */
  public static RiskCalibration of(double[] risks, boolean[] positive, double level) {
    Require.sameLength(risks.length, positive.length, "risks", "truths");
    double[] odds = new double[risks.length];
    for (int i = 0; i < risks.length; i++) {
      Require.openUnit(risks[i], "risk");
      odds[i] = Math.log(risks[i] / (1 - risks[i]));
    }
    double z = Quantiles.normal(level);
    Range sick = Range.of(odds, positive, true);
    Range healthy = Range.of(odds, positive, false);
    if (sick.isEmpty() || healthy.isEmpty()) {
      Statistic none = Statistic.undefined("all are of one class");
      return new RiskCalibration(none, none, none, brier(risks, positive, z, level));
    }
    Fit large = Fit.ofOffset(odds, positive);
    Statistic inTheLarge = wald(large.intercept, large.interceptVariance, z, level);
    if (sick.low >= healthy.high || healthy.low >= sick.high) {
      Statistic none = Statistic.undefined("the risks part the classes wholly or do not vary");
      return new RiskCalibration(none, none, inTheLarge, brier(risks, positive, z, level));
    }
    Fit free = Fit.of(odds, positive);
    return new RiskCalibration(
        wald(free.slope, free.slopeVariance, z, level),
        wald(free.intercept, free.interceptVariance, z, level),
        inTheLarge,
        brier(risks, positive, z, level));
  }

  /**
   * Returns the calibration where a subject may have several rows: intervals of resampled subjects.
   *
   * @param rows the subject of each risk
   */
  public static RiskCalibration of(SubjectRows rows, double[] risks, boolean[] positive) {
    List<Statistic> figures =
        rows.figures(some -> {
          double[] drawn = Arrays.stream(some).mapToDouble(i -> risks[i]).toArray();
          boolean[] truths = new boolean[some.length];
          for (int i = 0; i < some.length; i++) {
            truths[i] = positive[some[i]];
          }
          RiskCalibration one = of(drawn, truths, rows.level());
          return List.of(one.slope, one.intercept, one.inTheLarge, one.brier);
        });
    return new RiskCalibration(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
  }

  private static Statistic wald(double value, double variance, double z, double level) {
    return Statistic.of(Estimate.symmetric(value, z * Math.sqrt(variance), level));
  }

  private static Statistic brier(double[] risks, boolean[] positive, double z, double level) {
    if (risks.length < 2) {
      return Statistic.undefined("fewer than two subjects");
    }
    double[] squares = new double[risks.length];
    for (int i = 0; i < squares.length; i++) {
      double off = risks[i] - (positive[i] ? 1 : 0);
      squares[i] = off * off;
    }
    double error = Moments.standardDeviation(squares) / Math.sqrt(squares.length);
    return Statistic.of(Estimate.symmetric(Moments.mean(squares), z * error, level));
  }

  /** From where to where the log odds of a class reach. */
  private record Range(double low, double high) {
    static Range of(double[] odds, boolean[] positive, boolean of) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < odds.length; i++) {
        if (positive[i] == of) {
          low = Math.min(low, odds[i]);
          high = Math.max(high, odds[i]);
        }
      }
      return new Range(low, high);
    }

    boolean isEmpty() {
      return low > high;
    }
  }

  /** Intercept and slope with their variances. */
  private record Fit(
      double intercept, double slope, double interceptVariance, double slopeVariance) {

    /** With the slope held at 1. */
    static Fit ofOffset(double[] x, boolean[] positive) {
      Likelihood top = climb(Likelihood.at(0, 1, x, positive), x, positive, false);
      return new Fit(top.a, 1, 1 / top.iaa, 0);
    }

    /** On standardised x, so that both steps are of like size, and back on its own scale. */
    static Fit of(double[] x, boolean[] positive) {
      double mean = Moments.mean(x);
      double spread = Moments.standardDeviation(x);
      double[] standard = Arrays.stream(x).map(v -> (v - mean) / spread).toArray();
      Likelihood top = climb(Likelihood.at(0, 0, standard, positive), standard, positive, true);
      // a' = a - b m/s with the variance of that sum, b' = b/s.
      double shift = mean / spread;
      return new Fit(
          top.a - top.b * shift,
          top.b / spread,
          (top.ibb + 2 * shift * top.iab + shift * shift * top.iaa) / top.determinant(),
          top.iaa / top.determinant() / (spread * spread));
    }

    /** Newton's method, each step halved until the likelihood does not fall. */
    private static Likelihood climb(
        Likelihood start, double[] x, boolean[] positive, boolean slopeIsFree) {
      Likelihood now = start;
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] way = slopeIsFree ? now.step() : new double[] {now.ga / now.iaa, 0};
        if (now.squaredErrors(way) < CONVERGED) {
          break;
        }
        Likelihood next = Likelihood.at(now.a + way[0], now.b + way[1], x, positive);
        for (double share = 0.5; next.isBelow(now) && share > 0; share /= 2) {
          next = Likelihood.at(now.a + share * way[0], now.b + share * way[1], x, positive);
        }
        now = next;
      }
      return now;
    }
  }

  /** Log likelihood of a + b·x, its gradient and its information. */
  private record Likelihood(
      double a, double b, double log, double ga, double gb, double iaa, double iab, double ibb) {

    double determinant() {
      return iaa * ibb - iab * iab;
    }

    /** Newton's step of both. */
    double[] step() {
      return new double[] {
        (ibb * ga - iab * gb) / determinant(), (iaa * gb - iab * ga) / determinant()
      };
    }

    /** The square of a step in standard errors. */
    double squaredErrors(double[] way) {
      return way[0] * way[0] * iaa + 2 * way[0] * way[1] * iab + way[1] * way[1] * ibb;
    }

    /** By more than rounding; also where it is no number. */
    boolean isBelow(Likelihood other) {
      return !(log >= other.log - ROUNDING);
    }

    static Likelihood at(double a, double b, double[] x, boolean[] positive) {
      double[] sums = new double[6];
      for (int i = 0; i < x.length; i++) {
        double eta = a + b * x[i];
        double p = 1 / (1 + Math.exp(-eta));
        double off = (positive[i] ? 1 : 0) - p;
        double weight = p * (1 - p);
        // log p = -log(1 + exp(-eta)), log(1 - p) the same of -eta.
        sums[0] -= Math.log1p(Math.exp(positive[i] ? -eta : eta));
        sums[1] += off;
        sums[2] += off * x[i];
        sums[3] += weight;
        sums[4] += weight * x[i];
        sums[5] += weight * x[i] * x[i];
      }
      return new Likelihood(a, b, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }
  }
}
