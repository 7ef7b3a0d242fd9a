package org.trabecula.simulation.population;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/**
 * A synthetic person whose bone density is known exactly.
 *
 * @param number which one of its cohort
 * @param sex sex
 * @param ageYears age
 * @param heightCm body height
 * @param weightKg body weight
 * @param densities true areal densities
 * @param degeneration wear
 * @param body soft parts
 * @param foreign what did not grow
 * @param arms which lie beside the body
 * @param shapeSeed seed of everything else about this person's shape
 */
public record SimulatedSubject(
    int number,
    Sex sex,
    double ageYears,
    double heightCm,
    double weightKg,
    Densities densities,
    Degeneration degeneration,
    Body body,
    ForeignBodies foreign,
    Arms arms,
    long shapeSeed) {

  /** What a referral letter would say: everything is known. */
  public Subject subject() {
    return new Subject(
        Optional.of(sex),
        OptionalDouble.of(ageYears),
        OptionalDouble.of(heightCm),
        OptionalDouble.of(weightKg));
  }

  /** Body mass index, kg/m². */
  public double bodyMassIndex() {
    return weightKg / (heightCm * heightCm) * 1e4;
  }

  /** The same person, had the spine grown neither osteophytes nor sclerosis. */
  public SimulatedSubject withoutOsteophytes() {
    return new SimulatedSubject(
        number,
        sex,
        ageYears,
        heightCm,
        weightKg,
        densities,
        degeneration.withoutOsteophytes(),
        body,
        foreign,
        arms,
        shapeSeed);
  }
}
