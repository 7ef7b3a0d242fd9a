package org.trabecula.validation.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Round numbers that cover a range: all multiples of a step that is 1, 2 or 5 times a power of ten.
 *
 * @param step between two of them, positive
 * @param first which multiple is the lowest
 * @param last which multiple is the highest, above the first
 */
public record Ticks(BigDecimal step, long first, long last) {
  /** A value so little outside its multiple counts as on it. */
  private static final double ROUNDING = 1e-9;

  /** A range that is narrower than this share of its size is widened. */
  private static final double NARROW = 1e-6;

  public Ticks {
    if (step.signum() <= 0 || first >= last) {
      throw new IllegalArgumentException("Step %s from %d to %d".formatted(step, first, last));
    }
  }

  /**
   * Returns ticks from at most the lowest to at least the highest value. A range without width is
   * widened to both sides.
   *
   * @param most how many steps there may be over the range, before it is rounded outwards
   */
  public static Ticks covering(double low, double high, int most) {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("A range from %s to %s".formatted(low, high));
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (high - low <= NARROW * size || high == low) {
      double half = size == 0 ? 0.5 : size / 10;
      return covering(low - half, high + half, most);
    }
    double raw = (high - low) / most;
    int power = (int) Math.floor(Math.log10(raw));
    double leading = raw / Math.pow(10, power);
    int factor = leading <= 1 || leading > 5 ? 1 : leading <= 2 ? 2 : 5;
    BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(leading > 5 ? power + 1 : power);
    double by = step.doubleValue();
    return new Ticks(
        step, (long) Math.floor(low / by + ROUNDING), (long) Math.ceil(high / by - ROUNDING));
  }

  double low() {
    return step.doubleValue() * first;
  }

  double high() {
    return step.doubleValue() * last;
  }

  /** The ticks, rising. */
  public List<BigDecimal> values() {
    return LongStream.rangeClosed(first, last)
        .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
        .toList();
  }

  /** A tick in print; all have the same decimals. */
  static String text(BigDecimal tick) {
    return tick.toPlainString().replace('-', '\u2212');
  }
}
