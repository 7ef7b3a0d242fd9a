package org.trabecula.validation.study;

import org.trabecula.densitometry.Subject;

/**
 * A subject whose density is known.
 *
 * @param subjectId who
 * @param subject sex, age and size as far as they are known
 * @param density in g/cm²
 */
public record Observation(String subjectId, Subject subject, double density) {
  public Observation {
    if (!(density > 0 && Double.isFinite(density))) {
      throw new IllegalArgumentException("density is %s g/cm2, not positive".formatted(density));
    }
  }
}
