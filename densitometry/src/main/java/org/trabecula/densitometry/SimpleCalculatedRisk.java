package org.trabecula.densitometry;

import java.util.Optional;

/**
 * The simple calculated osteoporosis risk estimation, SCORE (table 1 of
 * doi:10.1186/1471-2474-9-13): 5 if not black, 4 with rheumatoid arthritis, 4 for each fracture of
 * low trauma after 45 up to 12, 3 times the first digit of the age, 1 if never on oestrogen, less
 * the weight in pounds over 10, cut towards zero.
 *
 * @param points without unit, perhaps negative
 */
public record SimpleCalculatedRisk(int points) {
  private static final double POUNDS_PER_KG = 2.20462262;

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

  /** Returns the score, if age and weight are known. */
  public static Optional<SimpleCalculatedRisk> of(Subject subject, Answers answers) {
    if (subject.ageYears().isEmpty() || subject.weightKg().isEmpty()) {
      return Optional.empty();
    }
    int points =
        (answers.black ? 0 : 5)
            + (answers.rheumatoidArthritis ? 4 : 0)
            + Math.min(12, 4 * answers.fracturesAfter45)
            + 3 * (int) (subject.ageYears().getAsDouble() / 10)
            + (answers.everOestrogen ? 0 : 1)
            - (int) (subject.weightKg().getAsDouble() * POUNDS_PER_KG / 10);
    return Optional.of(new SimpleCalculatedRisk(points));
  }

  /** Whether the score sees a risk: 6 points or more. */
  public boolean isAtRisk() {
    return points >= 6;
  }
}
