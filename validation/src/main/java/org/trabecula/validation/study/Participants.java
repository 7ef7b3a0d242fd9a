package org.trabecula.validation.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.trabecula.densitometry.Subject;

/**
 * Who was evaluated: the data sheet of a study. Subjects count once, by their first row.
 *
 * @param subjects how many
 * @param women how many
 * @param men how many
 * @param sexUnknown how many
 * @param quantities age, height, weight and body mass index
 * @param traits how many radiographs have each value of each trait
 */
public record Participants(
    int subjects,
    int women,
    int men,
    int sexUnknown,
    List<Quantity> quantities,
    Map<String, Map<String, Integer>> traits) {

  /**
   * A quantity over the subjects.
   *
   * @param name for instance {@code age}
   * @param unit for instance {@code years}
   * @param known for how many subjects
   * @param missing for how many
   * @param spread of the known values; empty if there is none
   */
  public record Quantity(
      String name, String unit, int known, int missing, Optional<Spread> spread) {}

  /**
   * A distribution in brief.
   *
   * @param sd standard deviation; 0 for a single value
   */
  public record Spread(double mean, double sd, double least, double median, double greatest) {}

  public Participants {
    quantities = List.copyOf(quantities);
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    traits.forEach(
        (trait, counts) -> copy.put(trait, Collections.unmodifiableMap(new TreeMap<>(counts))));
    traits = Collections.unmodifiableMap(copy);
  }

  /** Weight over the square of height, kg/m²; empty if either is not known. */
  static OptionalDouble bodyMassIndex(Subject subject) {
    if (subject.heightCm().isEmpty() || subject.weightKg().isEmpty()) {
      return OptionalDouble.empty();
    }
    double metres = subject.heightCm().getAsDouble() / 100;
    return OptionalDouble.of(subject.weightKg().getAsDouble() / (metres * metres));
  }
}
