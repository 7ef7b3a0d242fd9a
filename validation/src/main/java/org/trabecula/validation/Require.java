package org.trabecula.validation;

/** Checks of arguments. */
final class Require {
  private Require() {}

  static void level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is %s, not within (0, 1)".formatted(level));
    }
  }

  static void finite(double[] values, String name) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("%s holds %s".formatted(name, value));
      }
    }
  }
}
