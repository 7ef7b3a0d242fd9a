package org.trabecula.densitometry.risk;

import java.util.Optional;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/** A score of the risk that a density is low, made of a few answers. */
public sealed interface RiskScore
    permits SelfAssessment, AsianSelfAssessment, RiskInstrument, SimpleCalculatedRisk {

  /** The least age in years of the women that the scores were made with. */
  int LEAST_AGE_YEARS = 45;

  /** The name that the literature knows it by, for instance {@code OST}. */
  String label();

  /** The score as published. */
  int value();

  /** Which way it points. */
  Direction direction();

  /** The class by the published cut-offs. */
  RiskClass riskClass();

  /** The score turned so that larger means riskier, as an area under a ROC curve takes it. */
  default double towardsRisk() {
    return direction().towardsRisk(value());
  }

  /** Whether the score would send a woman to DXA: any class but low. */
  default boolean isAtRisk() {
    return riskClass() != RiskClass.LOW;
  }

  /**
   * Whether a subject is like those that the scores were made with: a woman of 45 years or more.
   * The menopause is not known here. Without sex or age: false.
   */
  static boolean madeFor(Subject subject) {
    return subject.sex().equals(Optional.of(Sex.FEMALE))
        && subject.ageYears().orElse(0) >= LEAST_AGE_YEARS;
  }
}
