package org.trabecula.validation.figure;

import java.util.Arrays;

/**
 * A linear axis from its first tick to its last.
 *
 * @param label quantity and unit
 */
record Axis(String label, Ticks ticks) {
  private static final int MOST_STEPS = 7;

  /** An axis that covers some values; from 0 to 1 if there is none. */
  static Axis covering(String label, double... values) {
    return values.length == 0
        ? share(label)
        : new Axis(
            label,
            Ticks.covering(
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                MOST_STEPS));
  }

  /** An axis from 0 to 1. */
  static Axis share(String label) {
    return new Axis(label, Ticks.covering(0, 1, MOST_STEPS));
  }

  double low() {
    return ticks.low();
  }

  double high() {
    return ticks.high();
  }

  /** Where a value lies: 0 at the lowest tick, 1 at the highest. */
  double share(double value) {
    return (value - low()) / (high() - low());
  }

  boolean holds(double value) {
    return low() <= value && value <= high();
  }

  double within(double value) {
    return Math.clamp(value, low(), high());
  }
}
