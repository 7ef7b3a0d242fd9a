package org.trabecula.validation;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A figure with its interval.
 *
 * @param value the figure
 * @param low lower end of the interval
 * @param high upper end of the interval, at least {@code low}
 * @param level of confidence, in (0, 1)
 */
public record Estimate(double value, double low, double high, double level) {

  public Estimate {
    if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "value %s, low %s or high %s is not finite".formatted(value, low, high));
    }
    if (low > high) {
      throw new IllegalArgumentException("low %s is above high %s".formatted(low, high));
    }
    Require.level(level);
  }

  /** The interval that reaches equally far to both sides. */
  public static Estimate symmetric(double value, double half, double level) {
    return new Estimate(value, value - half, value + half, level);
  }

  /** The same figure on another scale, by a function that never falls. */
  public Estimate through(DoubleUnaryOperator rising) {
    return new Estimate(
        rising.applyAsDouble(value), rising.applyAsDouble(low), rising.applyAsDouble(high), level);
  }

  /** Whether the interval holds a number. */
  public boolean holds(double number) {
    return low <= number && number <= high;
  }

  /** The same figure in another unit or turned round, for instance {@code times(-1)}. */
  public Estimate times(double factor) {
    double a = low * factor;
    double b = high * factor;
    return new Estimate(value * factor, Math.min(a, b), Math.max(a, b), level);
  }

  /** The same figure, moved. */
  public Estimate plus(double shift) {
    return new Estimate(value + shift, low + shift, high + shift, level);
  }

  /** The figure and its interval in print, for instance {@code 0.061 (0.057 to 0.065)}. */
  public String text(int decimals) {
    String number = "%." + decimals + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + " to " + number + ")", value, low, high);
  }
}
