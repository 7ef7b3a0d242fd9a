package org.trabecula.validation;

/** Checks of arguments. */
public final class Require {
  private Require() {}

  /** Holds that a level of confidence lies in (0, 1). */
  public static void level(double level) {
    openUnit(level, "level");
  }

  /** Holds that every value is finite. */
  public static void finite(double[] values, String name) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("%s holds %s".formatted(name, value));
      }
    }
  }

  /** Holds that two arrays stand side by side. */
  public static void sameLength(int first, int second, String firstName, String secondName) {
    if (first != second) {
      throw new IllegalArgumentException(
          "%d %s beside %d %s".formatted(first, firstName, second, secondName));
    }
  }

  /** Holds that a share lies strictly between 0 and 1. */
  public static void openUnit(double value, String name) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException("%s is %s, not within (0, 1)".formatted(name, value));
    }
  }
}
