package org.trabecula.densitometry.risk;

import java.util.Optional;
import org.trabecula.densitometry.Subject;

/** The arithmetic that the scores share. */
final class Points {
  private Points() {}

  /**
   * The whole part, cut towards zero. What is a whole number but for rounding stays one: 70.1 kg
   * less 60.1 years are 10.
   */
  static int whole(double number) {
    return (int) (number + Math.copySign(1e-9, number));
  }

  /** The index of OST and OSTA: (weight in kg less age in years) / 5, cut towards zero. */
  static Optional<Integer> selfAssessment(Subject subject) {
    return subject.ageYears().isEmpty() || subject.weightKg().isEmpty()
        ? Optional.empty()
        : Optional.of(
            whole((subject.weightKg().getAsDouble() - subject.ageYears().getAsDouble()) / 5));
  }
}
