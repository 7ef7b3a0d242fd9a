package org.trabecula.app;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import picocli.CommandLine.Option;

/** What the user states about the person; it overrides the file's header. */
final class SubjectOptions {
  @Option(names = "--age", paramLabel = "YEARS", description = "Age in years.")
  private Optional<Double> age = Optional.empty();

  @Option(names = "--sex", paramLabel = "SEX", description = "female or male.")
  private Optional<Sex> sex = Optional.empty();

  @Option(names = "--height", paramLabel = "CM", description = "Height in cm.")
  private Optional<Double> height = Optional.empty();

  @Option(names = "--weight", paramLabel = "KG", description = "Weight in kg.")
  private Optional<Double> weight = Optional.empty();

  /**
   * What was stated.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  Subject subject() {
    return new Subject(sex, number(age), number(height), number(weight));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
