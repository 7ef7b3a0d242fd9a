package org.trabecula.validation.planning;

/** A check that the plans share. */
final class Positive {
  private Positive() {}

  static void require(double value, String name, String unit) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s is %s %s, not positive and finite".formatted(name, value, unit).replace("  ", " "));
    }
  }
}
