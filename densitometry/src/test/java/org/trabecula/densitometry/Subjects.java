package org.trabecula.densitometry;

import java.util.Optional;
import java.util.OptionalDouble;

/** Subjects for tests. */
final class Subjects {
  private Subjects() {}

  static Subject of(Sex sex, double ageYears) {
    return new Subject(
        Optional.of(sex),
        OptionalDouble.of(ageYears),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static Subject of(double ageYears, double weightKg) {
    return new Subject(
        Optional.of(Sex.FEMALE),
        OptionalDouble.of(ageYears),
        OptionalDouble.empty(),
        OptionalDouble.of(weightKg));
  }
}
