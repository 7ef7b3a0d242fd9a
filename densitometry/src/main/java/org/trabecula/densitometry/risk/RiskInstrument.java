package org.trabecula.densitometry.risk;

import java.util.Optional;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/**
 * The osteoporosis risk assessment instrument, ORAI: 15 points from 75 years, 9 from 65, 5 from 55;
 * 9 below 60 kg, 3 below 70 kg; 2 without oestrogen at present. From 9 points on a woman should
 * have a DXA (Cadarette et al. 2000, CMAJ 162:1289, [V] points and cut-off in
 * depts.washington.edu/osteoed and in table 1 of doi:10.1186/1471-2474-9-13). It has one cut-off.
 *
 * @param value 0 to 26 points; larger means riskier
 */
public record RiskInstrument(int value) implements RiskScore {
  private static final int MOST = 26;
  private static final int AT_RISK_FROM = 9;

  public RiskInstrument {
    if (value < 0 || value > MOST) {
      throw new IllegalArgumentException("%d points, not within 0 to %d".formatted(value, MOST));
    }
  }

  /**
   * Returns the score of a woman, if age and weight are known; there is none for a man or a subject
   * of unknown sex.
   *
   * @param takesOestrogen at present; if that is not known, there is no score
   */
  public static Optional<RiskInstrument> of(Subject subject, Optional<Boolean> takesOestrogen) {
    if (!subject.sex().equals(Optional.of(Sex.FEMALE))
        || subject.ageYears().isEmpty()
        || subject.weightKg().isEmpty()) {
      return Optional.empty();
    }
    int body =
        agePoints(subject.ageYears().getAsDouble())
            + weightPoints(subject.weightKg().getAsDouble());
    return takesOestrogen.map(takes -> new RiskInstrument(body + (takes ? 0 : 2)));
  }

  private static int agePoints(double years) {
    if (years >= 75) {
      return 15;
    }
    if (years >= 65) {
      return 9;
    }
    return years >= 55 ? 5 : 0;
  }

  private static int weightPoints(double kg) {
    if (kg < 60) {
      return 9;
    }
    return kg < 70 ? 3 : 0;
  }

  @Override
  public String label() {
    return "ORAI";
  }

  @Override
  public Direction direction() {
    return Direction.RISES_WITH_RISK;
  }

  @Override
  public RiskClass riskClass() {
    return value >= AT_RISK_FROM ? RiskClass.HIGH : RiskClass.LOW;
  }
}
