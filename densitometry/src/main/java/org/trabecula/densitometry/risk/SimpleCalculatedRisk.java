package org.trabecula.densitometry.risk;

import java.util.Optional;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;

/**
 * The simple calculated osteoporosis risk estimation, SCORE: 5 if not black, 4 with rheumatoid
 * arthritis, 4 for each fracture of low trauma after 45 (wrist, hip, rib) up to 12, 3 times the
 * first digit of the age, 1 if never on oestrogen, less the weight in pounds over 10, cut towards
 * zero. From 6 points on a woman should have a DXA (Lydick et al. 1998, Am J Manag Care 4:37, [V]
 * in table 1 of doi:10.1186/1471-2474-9-13; points and cut-off also in fpnotebook.com).
 *
 * <p>Later papers also use 7 to 15 as medium and 16 as high ([V] reference.medscape.com); that
 * leaves a woman of 6 points at low risk, against the authors' cut-off, so it is not used here.
 *
 * @param value -110 to 52; larger means riskier
 */
public record SimpleCalculatedRisk(int value) implements RiskScore {
  private static final double KG_PER_POUND = 0.45359237;
  private static final int LEAST = -110;
  private static final int MOST = 52;
  private static final int AT_RISK_FROM = 6;

  public SimpleCalculatedRisk {
    if (value < LEAST || value > MOST) {
      throw new IllegalArgumentException(
          "%d points, not within %d to %d".formatted(value, LEAST, MOST));
    }
  }

  /**
   * What the score asks besides age and weight, in the words of its authors.
   *
   * @param black whether the person is black
   * @param rheumatoidArthritis whether the person has it
   * @param fracturesAfter45 how many fractures of low trauma
   * @param everOestrogen whether oestrogen was ever taken
   */
  public record Answers(
      boolean black, boolean rheumatoidArthritis, int fracturesAfter45, boolean everOestrogen) {
    public Answers {
      if (fracturesAfter45 < 0) {
        throw new IllegalArgumentException("fracturesAfter45 is " + fracturesAfter45);
      }
    }
  }

  /**
   * Returns the score of a woman, if age and weight are known; there is none for a man or a subject
   * of unknown sex. An age of 100 years and more counts ten times three.
   */
  public static Optional<SimpleCalculatedRisk> of(Subject subject, Answers answers) {
    if (!subject.sex().equals(Optional.of(Sex.FEMALE))
        || subject.ageYears().isEmpty()
        || subject.weightKg().isEmpty()) {
      return Optional.empty();
    }
    int points =
        (answers.black ? 0 : 5)
            + (answers.rheumatoidArthritis ? 4 : 0)
            + 4 * Math.min(3, answers.fracturesAfter45)
            + 3 * Math.min(10, Points.whole(subject.ageYears().getAsDouble() / 10))
            + (answers.everOestrogen ? 0 : 1)
            - Points.whole(subject.weightKg().getAsDouble() / KG_PER_POUND / 10);
    return Optional.of(new SimpleCalculatedRisk(points));
  }

  @Override
  public String label() {
    return "SCORE";
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
