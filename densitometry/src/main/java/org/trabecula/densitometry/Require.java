package org.trabecula.densitometry;

/** Checks of arguments; each message names the argument, its value and its unit. */
final class Require {
  private Require() {}

  static double positive(double value, String name, String unit) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "%s is %s %s, not positive and finite".formatted(name, value, unit));
    }
    return value;
  }

  static double finite(double value, String name, String unit) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is %s %s, not finite".formatted(name, value, unit));
    }
    return value;
  }

  static double within(double value, double low, double high, String name) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %s, not within %s to %s".formatted(name, value, low, high));
    }
    return value;
  }

  static double openUnit(double value, String name) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException("%s is %s, not within (0, 1)".formatted(name, value));
    }
    return value;
  }
}
