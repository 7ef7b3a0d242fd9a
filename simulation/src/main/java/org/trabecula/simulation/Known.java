package org.trabecula.simulation;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Subject;

/**
 * How often what a radiology department could know reaches the reader, each a share in [0, 1].
 *
 * @param ageAndSex age and sex
 * @param heightAndWeight height and weight
 * @param kvp tube voltage
 * @param exposureIndex IEC exposure index
 * @param spacing pixel spacing
 */
public record Known(
    double ageAndSex, double heightAndWeight, double kvp, double exposureIndex, double spacing) {

  /** The reference cohort's shares. */
  public static final Known REFERENCE = new Known(0.9, 0.5, 0.8, 0.5, 0.9);

  /** What is left of a person. */
  Subject subject(Subject whole, RandomGenerator random) {
    boolean person = random.nextDouble() < ageAndSex;
    boolean size = random.nextDouble() < heightAndWeight;
    return new Subject(
        person ? whole.sex() : Optional.empty(),
        person ? whole.ageYears() : OptionalDouble.empty(),
        size ? whole.heightCm() : OptionalDouble.empty(),
        size ? whole.weightKg() : OptionalDouble.empty());
  }
}
