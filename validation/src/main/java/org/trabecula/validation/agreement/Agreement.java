package org.trabecula.validation.agreement;

import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/** How estimates and truths go together. Intervals assume one pair for each subject. */
public final class Agreement {
  private static final double ALMOST_ONE = 1 - 1e-15;

  private Agreement() {}

  /** Returns the bias, mean of estimate less truth: d̄ ± t(n-1) s/√n. Undefined below two pairs. */
  public static Statistic bias(PairedValues pairs, double level) {
    Require.level(level);
    if (pairs.size() < 2) {
      return Statistic.undefined("fewer than two pairs");
    }
    double[] errors = pairs.errors();
    double half =
        Quantiles.student(level, errors.length - 1)
            * Moments.standardDeviation(errors)
            / Math.sqrt(errors.length);
    return Statistic.of(Estimate.symmetric(Moments.mean(errors), half, level));
  }

  /**
   * Returns Pearson's r with Fisher's interval: tanh(atanh r ± z/√(n-3)). Undefined below four
   * pairs or when one side does not vary.
   */
  public static Statistic pearson(PairedValues pairs, double level) {
    Require.level(level);
    if (pairs.size() < 4) {
      return Statistic.undefined("fewer than four pairs");
    }
    Moments m = pairs.moments();
    if (m.sxx() == 0 || m.syy() == 0) {
      return Statistic.undefined("the values do not vary");
    }
    double r = clamp(m.sxy() / Math.sqrt(m.sxx() * m.syy()));
    return Statistic.of(fisher(r, 1 / Math.sqrt(m.n() - 3.0), level));
  }

  /**
   * Returns Lin's concordance correlation coefficient, 2 s_xy / (s_x² + s_y² + (x̄ - ȳ)²), with the
   * asymptotic interval on Fisher's scale (Lin 1989, doi:10.2307/2532051, with the variance as
   * corrected in Biometrics 2000;56:324). Undefined below four pairs, when one side does not vary,
   * or without any correlation.
   */
  public static Statistic concordance(PairedValues pairs, double level) {
    Require.level(level);
    if (pairs.size() < 4) {
      return Statistic.undefined("fewer than four pairs");
    }
    Moments m = pairs.moments();
    if (m.sxx() == 0 || m.syy() == 0) {
      return Statistic.undefined("the values do not vary");
    }
    if (m.sxy() == 0) {
      return Statistic.undefined("the values do not correlate");
    }
    double shift = m.meanX() - m.meanY();
    double c = clamp(2 * m.sxy() / (m.sxx() + m.syy() + m.n() * shift * shift));
    double r = clamp(m.sxy() / Math.sqrt(m.sxx() * m.syy()));
    double u2 = shift * shift * m.n() / Math.sqrt(m.sxx() * m.syy());
    double rest = 1 - c * c;
    double variance =
        ((1 - r * r) * c * c / (rest * r * r)
                + 2 * c * c * c * (1 - c) * u2 / (r * rest * rest)
                - c * c * c * c * u2 * u2 / (2 * r * r * rest * rest))
            / (m.n() - 2);
    return Statistic.of(fisher(c, Math.sqrt(Math.max(0, variance)), level));
  }

  private static Estimate fisher(double r, double standardError, double level) {
    double z = 0.5 * Math.log((1 + r) / (1 - r));
    double half = Quantiles.normal(level) * standardError;
    return new Estimate(
        r, Math.min(r, Math.tanh(z - half)), Math.max(r, Math.tanh(z + half)), level);
  }

  /** Rounding may lead past one, where Fisher's scale ends. */
  private static double clamp(double r) {
    return Math.max(-ALMOST_ONE, Math.min(ALMOST_ONE, r));
  }
}
