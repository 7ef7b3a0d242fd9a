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
  private static final double ROUNDING = 1e-13;

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
    Require.level(level);
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

  /**
   * Newton's method, each step halved until the likelihood does not fall. The start is the log odds
   * of the truth on average, and a free slope is sought on standardised x, so that the steps are of
   * like size.
   */
  private record Fit(
      double intercept, double slope, double interceptVariance, double slopeVariance) {

    static Fit ofOffset(double[] x, boolean[] positive) {
      double a = averageOdds(positive) - Moments.mean(x);
      Derivatives now = Derivatives.at(a, 1, x, positive);
      for (int step = 0; step < MOST_STEPS; step++) {
        double da = now.ga / now.iaa;
        if (da * da * now.iaa < CONVERGED) {
          break;
        }
        Derivatives next = Derivatives.at(a + da, 1, x, positive);
        for (int halving = 0; halving < MOST_STEPS && next.isWorseThan(now); halving++) {
          da /= 2;
          next = Derivatives.at(a + da, 1, x, positive);
        }
        a += da;
        now = next;
      }
      return new Fit(a, 1, 1 / now.iaa, 0);
    }

    static Fit of(double[] x, boolean[] positive) {
      double mean = Moments.mean(x);
      double spread = Moments.standardDeviation(x);
      double[] standard = Arrays.stream(x).map(v -> (v - mean) / spread).toArray();
      double a = averageOdds(positive);
      double b = 0;
      Derivatives now = Derivatives.at(a, b, standard, positive);
      for (int step = 0; step < MOST_STEPS; step++) {
        double da = (now.ibb * now.ga - now.iab * now.gb) / now.determinant();
        double db = (now.iaa * now.gb - now.iab * now.ga) / now.determinant();
        if (da * da * now.iaa + 2 * da * db * now.iab + db * db * now.ibb < CONVERGED) {
          break;
        }
        Derivatives next = Derivatives.at(a + da, b + db, standard, positive);
        for (int halving = 0; halving < MOST_STEPS && next.isWorseThan(now); halving++) {
          da /= 2;
          db /= 2;
          next = Derivatives.at(a + da, b + db, standard, positive);
        }
        a += da;
        b += db;
        now = next;
      }
      // Back on the scale of x: a' = a - b m/s with the variance of that sum, b' = b/s.
      double shift = mean / spread;
      return new Fit(
          a - b * shift,
          b / spread,
          (now.ibb + 2 * shift * now.iab + shift * shift * now.iaa) / now.determinant(),
          now.iaa / now.determinant() / (spread * spread));
    }

    private static double averageOdds(boolean[] positive) {
      double sum = 0;
      for (boolean one : positive) {
        sum += one ? 1 : 0;
      }
      return Math.log(sum / (positive.length - sum));
    }
  }

  /** Log likelihood of a + b·x, its gradient and its information. */
  private record Derivatives(
      double likelihood, double ga, double gb, double iaa, double iab, double ibb) {

    double determinant() {
      return iaa * ibb - iab * iab;
    }

    /** By more than rounding; also where it is no number. */
    boolean isWorseThan(Derivatives other) {
      return !(likelihood >= other.likelihood - ROUNDING * Math.abs(other.likelihood));
    }

    static Derivatives at(double a, double b, double[] x, boolean[] positive) {
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
      return new Derivatives(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }
  }
}
