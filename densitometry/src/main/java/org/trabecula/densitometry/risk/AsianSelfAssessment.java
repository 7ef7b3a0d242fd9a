package org.trabecula.densitometry.risk;

import java.util.Optional;
import org.trabecula.densitometry.Subject;

/**
 * The osteoporosis self-assessment tool for Asians, OSTA: the index of {@link SelfAssessment} under
 * the cut-offs of its first paper, above -1 low, -1 to -4 medium, below -4 high (Koh et al. 2001,
 * doi:10.1007/s001980170070, [V] in wis.it.com and qxmd.com/calculate/calculator_708).
 *
 * @param value -25 to 100; smaller means riskier
 */
public record AsianSelfAssessment(int value) implements RiskScore {
  public AsianSelfAssessment {
    SelfAssessment.requireIndex(value);
  }

  /** Returns the score, if age and weight are known. */
  public static Optional<AsianSelfAssessment> of(Subject subject) {
    return Points.selfAssessment(subject).map(AsianSelfAssessment::new);
  }

  @Override
  public String label() {
    return "OSTA";
  }

  @Override
  public Direction direction() {
    return Direction.FALLS_WITH_RISK;
  }

  @Override
  public RiskClass riskClass() {
    if (value > -1) {
      return RiskClass.LOW;
    }
    return value >= -4 ? RiskClass.MEDIUM : RiskClass.HIGH;
  }
}
