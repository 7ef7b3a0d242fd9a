package org.trabecula.validation.calibration;

import java.util.List;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/** How often prediction intervals hold the truth. */
public final class IntervalCoverage {
  private IntervalCoverage() {}

  /**
   * Returns the share of intervals that hold the truth, ends included, with Wilson's interval, for
   * one row of each subject. Undefined without a row.
   *
   * @throws IllegalArgumentException if an interval ends below its start
   */
  public static Statistic of(double[] lows, double[] highs, double[] truths, double level) {
    boolean[] held = held(lows, highs, truths);
    int count = 0;
    for (boolean holds : held) {
      count += holds ? 1 : 0;
    }
    return Proportion.of(count, held.length, level, "there is no interval");
  }

  /** Returns the same with the interval of resampled subjects, for several rows of one. */
  public static Statistic of(
      List<String> subjects, double[] lows, double[] highs, double[] truths, Bootstrap bootstrap) {
    return Proportion.clustered(subjects, held(lows, highs, truths), bootstrap);
  }

  private static boolean[] held(double[] lows, double[] highs, double[] truths) {
    Require.sameLength(lows.length, truths.length, "lower ends", "truths");
    Require.sameLength(highs.length, truths.length, "upper ends", "truths");
    Require.finite(lows, "lows");
    Require.finite(highs, "highs");
    Require.finite(truths, "truths");
    boolean[] held = new boolean[truths.length];
    for (int i = 0; i < held.length; i++) {
      if (lows[i] > highs[i]) {
        throw new IllegalArgumentException("low %s is above high %s".formatted(lows[i], highs[i]));
      }
      held[i] = lows[i] <= truths[i] && truths[i] <= highs[i];
    }
    return held;
  }
}
