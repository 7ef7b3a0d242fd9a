package org.trabecula.densitometry.risk;

import java.util.Optional;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/**
 * The osteoporosis self-assessment tool, OST: 0.2 x (weight in kg less age in years), cut towards
 * zero (Koh et al. 2001, doi:10.1007/s001980170070, [V] in table 1 of doi:10.1186/1471-2474-9-13).
 *
 * <p>Women below 2 should have a DXA ([V] depts.washington.edu/osteoed; table 1 above). The
 * classes, above 1 low, -3 to 1 medium, below -3 high, are those of the risk categories of Geusens
 * et al. 2002 (PMID 12108600, [V] in fpnotebook.com and the R package cliot 1.0.0).
 *
 * @param value -25 to 100 as {@link Subject} bounds age and weight; smaller means riskier
 */
public record SelfAssessment(int value) implements RiskScore {
  private static final int WOMEN_BELOW = 2;
  private static final int MEN_BELOW = 4;
  private static final int HIGH_BELOW = -3;

  public SelfAssessment {
    requireIndex(value);
  }

  /** Both self-assessments have this index. */
  static void requireIndex(int value) {
    if (value < -25 || value > 100) {
      throw new IllegalArgumentException("index is %d, not within -25 to 100".formatted(value));
    }
  }

  /** Returns the score, if age and weight are known. */
  public static Optional<SelfAssessment> of(Subject subject) {
    return Points.selfAssessment(subject).map(SelfAssessment::new);
  }

  @Override
  public String label() {
    return "OST";
  }

  @Override
  public Direction direction() {
    return Direction.FALLS_WITH_RISK;
  }

  /** The class of a woman. */
  @Override
  public RiskClass riskClass() {
    if (value >= WOMEN_BELOW) {
      return RiskClass.LOW;
    }
    return value >= HIGH_BELOW ? RiskClass.MEDIUM : RiskClass.HIGH;
  }

  /**
   * Whether it would send to DXA: women below 2, men below 4 ([V] depts.washington.edu/osteoed).
   */
  public boolean isAtRisk(Sex sex) {
    return value < (sex == Sex.FEMALE ? WOMEN_BELOW : MEN_BELOW);
  }
}
