package org.trabecula.validation.agreement;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/**
 * The line of Passing and Bablok 1983 (doi:10.1515/cclm.1983.21.11.709), estimate = intercept +
 * slope · truth: the shifted median of the slopes of all pairs of points, which needs no
 * distribution of errors and minds no outlier. It holds where the two go together and their line is
 * near 45 degrees.
 */
public final class PassingBablok {
  /** All slopes are held at once: 12.5 million at this size. */
  private static final int MOST_PAIRS = 5000;

  private PassingBablok() {}

  /**
   * Returns the line. A pair of equal points has no slope and is left out, as is a slope of exactly
   * -1; points one above the other have an infinite slope, of either sign: that is one direction.
   * The slope's ends are the ordered slopes (N ∓ z √(n(n-1)(2n+5)/18))/2 off the shift, the
   * intercept's are the medians with these slopes. Undefined below five pairs, with so few
   * different points that an end lies beyond the slopes or is infinite, or above 5,000 pairs, of
   * which a sample does.
   */
  public static Line of(PairedValues pairs, double level) {
    Require.level(level);
    int n = pairs.size();
    if (n < 5) {
      return Line.undefined("fewer than five pairs");
    }
    if (n > MOST_PAIRS) {
      return Line.undefined("more than 5000 pairs: draw a sample");
    }
    double[] slopes = slopes(pairs);
    int shift = (int) Arrays.stream(slopes).filter(slope -> slope < -1).count();
    double reach = Quantiles.normal(level) * Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
    int low = (int) Math.floor((slopes.length - reach) / 2 + 0.5);
    int lowest = low + shift - 1;
    int highest = slopes.length - low + shift;
    if (low < 1 || highest >= slopes.length) {
      return Line.undefined("too few different points");
    }
    return line(pairs, slopes[lowest], median(slopes, shift), slopes[highest], level);
  }

  private static Line line(
      PairedValues pairs, double lowest, double slope, double highest, double level) {
    if (!Double.isFinite(lowest) || !Double.isFinite(highest)) {
      return Line.undefined("the line is too steep");
    }
    return new Line(
        Statistic.of(new Estimate(slope, lowest, highest, level)),
        Statistic.of(
            new Estimate(
                intercept(pairs, slope),
                Math.min(intercept(pairs, lowest), intercept(pairs, highest)),
                Math.max(intercept(pairs, lowest), intercept(pairs, highest)),
                level)));
  }

  private static double[] slopes(PairedValues pairs) {
    int n = pairs.size();
    DoubleStream.Builder slopes = DoubleStream.builder();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double across = pairs.truth(i) - pairs.truth(j);
        double up = pairs.estimate(i) - pairs.estimate(j);
        double slope = across == 0 ? Double.POSITIVE_INFINITY : up / across;
        boolean equal = across == 0 && up == 0;
        if (!equal && slope != -1) {
          slopes.add(slope);
        }
      }
    }
    return slopes.build().sorted().toArray();
  }

  private static double median(double[] ordered, int shift) {
    int half = ordered.length / 2 + shift;
    return ordered.length % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
  }

  private static double intercept(PairedValues pairs, double slope) {
    double[] rests = new double[pairs.size()];
    for (int i = 0; i < rests.length; i++) {
      rests[i] = pairs.estimate(i) - slope * pairs.truth(i);
    }
    Arrays.sort(rests);
    return Bootstrap.quantile(rests, 0.5);
  }
}
