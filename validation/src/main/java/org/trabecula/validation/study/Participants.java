package org.trabecula.validation.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Moments;

/**
 * Who was evaluated: the data sheet of a study. Subjects count once.
 *
 * @param subjects how many
 * @param women how many
 * @param men how many
 * @param sexUnknown how many
 * @param quantities age, height, weight and body mass index
 * @param traits how many predictions have each value of each trait that has few
 */
public record Participants(
    int subjects,
    int women,
    int men,
    int sexUnknown,
    List<Quantity> quantities,
    Map<String, Map<String, Integer>> traits) {
  /** A trait with more values than this is an identifier or a measurement. */
  static final int MOST_VALUES = 12;

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

  /** Describes the subjects of some predictions. */
  static Participants of(List<Prediction> predictions) {
    Map<String, Subject> first = new TreeMap<>();
    Map<String, Map<String, Integer>> traits = new TreeMap<>();
    for (Prediction row : predictions) {
      first.merge(row.subjectId(), row.subject(), Participants::both);
      row.traits()
          .forEach((trait, value) ->
              traits
                  .computeIfAbsent(trait, ignored -> new TreeMap<>())
                  .merge(value, 1, Integer::sum));
    }
    traits.values().removeIf(counts -> counts.size() > MOST_VALUES);
    List<Subject> subjects = List.copyOf(first.values());
    int women = count(subjects, Sex.FEMALE);
    int men = count(subjects, Sex.MALE);
    return new Participants(
        subjects.size(),
        women,
        men,
        subjects.size() - women - men,
        List.of(
            quantity("age", "years", subjects, Subject::ageYears),
            quantity("height", "cm", subjects, Subject::heightCm),
            quantity("weight", "kg", subjects, Subject::weightKg),
            quantity("body mass index", "kg/m2", subjects, Participants::bodyMassIndex)),
        traits);
  }

  /** What either of two statements knows of one subject, whatever their order. */
  private static Subject both(Subject a, Subject b) {
    return a.toString().compareTo(b.toString()) <= 0 ? b.overriddenBy(a) : a.overriddenBy(b);
  }

  private static int count(List<Subject> subjects, Sex sex) {
    return (int) subjects.stream().filter(one -> one.sex().equals(Optional.of(sex))).count();
  }

  private static Quantity quantity(
      String name, String unit, List<Subject> subjects, Function<Subject, OptionalDouble> of) {
    double[] values =
        subjects.stream().map(of).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    int n = values.length;
    return new Quantity(
        name,
        unit,
        n,
        subjects.size() - n,
        n == 0
            ? Optional.empty()
            : Optional.of(
                new Spread(
                    Moments.mean(values),
                    n < 2 ? 0 : Moments.standardDeviation(values),
                    values[0],
                    Bootstrap.quantile(values, 0.5),
                    values[n - 1])));
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
