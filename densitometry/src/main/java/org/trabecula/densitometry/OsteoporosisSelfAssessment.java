package org.trabecula.densitometry;

import java.util.Optional;

/**
 * The osteoporosis self-assessment tool, OST, and its Asian cut-offs, OSTA: 0.2 x (weight in kg
 * less age in years), cut towards zero (table 1 of doi:10.1186/1471-2474-9-13; OSTA's classes after
 * wis.it.com). Made for women after the menopause.
 *
 * @param index without unit
 */
public record OsteoporosisSelfAssessment(int index) {

  /** A class of OSTA. */
  public enum Risk {
    LOW,
    MEDIUM,
    HIGH
  }

  /** Returns the index, if age and weight are known. */
  public static Optional<OsteoporosisSelfAssessment> of(Subject subject) {
    if (subject.ageYears().isEmpty() || subject.weightKg().isEmpty()) {
      return Optional.empty();
    }
    double difference = subject.weightKg().getAsDouble() - subject.ageYears().getAsDouble();
    return Optional.of(new OsteoporosisSelfAssessment((int) (difference / 5)));
  }

  /** Whether OST sees a risk: an index below 2. */
  public boolean isAtRisk() {
    return index < 2;
  }

  /** The class of OSTA: above -1 low, -1 to -4 medium, below -4 high. */
  public Risk asianRisk() {
    if (index > -1) {
      return Risk.LOW;
    }
    return index >= -4 ? Risk.MEDIUM : Risk.HIGH;
  }
}
