package org.trabecula.densitometry;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the person: each of it may be missing.
 *
 * @param sex if known
 * @param ageYears in [0, 130] years
 * @param heightCm in [30, 260] cm
 * @param weightKg in [1, 500] kg
 */
public record Subject(
    Optional<Sex> sex, OptionalDouble ageYears, OptionalDouble heightCm, OptionalDouble weightKg) {

  /** A person of whom nothing is known. */
  public static final Subject UNKNOWN =
      new Subject(
          Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  public Subject {
    requireWithin(ageYears, 0, 130, "ageYears", "years");
    requireWithin(heightCm, 30, 260, "heightCm", "cm");
    requireWithin(weightKg, 1, 500, "weightKg", "kg");
  }

  /** Returns this subject, with whatever {@code stated} knows in place of what is known here. */
  public Subject overriddenBy(Subject stated) {
    return new Subject(
        stated.sex.isPresent() ? stated.sex : sex,
        stated.ageYears.isPresent() ? stated.ageYears : ageYears,
        stated.heightCm.isPresent() ? stated.heightCm : heightCm,
        stated.weightKg.isPresent() ? stated.weightKg : weightKg);
  }

  private static void requireWithin(
      OptionalDouble value, double low, double high, String name, String unit) {
    if (value.isPresent() && !(value.getAsDouble() >= low && value.getAsDouble() <= high)) {
      throw new IllegalArgumentException(
          "%s is %s %s, not within %s to %s".formatted(name, value.getAsDouble(), unit, low, high));
    }
  }
}
