package org.trabecula.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale from a quantity to a place on the chart.
 *
 * @param low the quantity at {@code atLow}
 * @param high the quantity at {@code atHigh}
 * @param atLow in px
 * @param atHigh in px
 */
record Axis(double low, double high, double atLow, double atHigh) {
  Axis {
    if (!(low < high)) {
      throw new IllegalArgumentException("An axis from %s to %s".formatted(low, high));
    }
  }

  double at(double value) {
    return atLow + (value - low) / (high - low) * (atHigh - atLow);
  }

  /** The same, kept within the ends of the axis. */
  double within(double value) {
    return at(Math.clamp(value, low, high));
  }

  /** Multiples of a step within the axis. */
  List<BigDecimal> ticks(String step) {
    BigDecimal by = new BigDecimal(step);
    List<BigDecimal> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / by.doubleValue() - 1e-9);
    for (long i = first; i * by.doubleValue() <= high + 1e-9; i++) {
      ticks.add(by.multiply(BigDecimal.valueOf(i)));
    }
    return ticks;
  }
}
