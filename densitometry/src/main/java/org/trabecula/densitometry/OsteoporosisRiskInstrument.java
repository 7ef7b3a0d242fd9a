package org.trabecula.densitometry;

import java.util.Optional;

/**
 * The osteoporosis risk assessment instrument, ORAI: points for age, weight and no oestrogen (table
 * 1 of doi:10.1186/1471-2474-9-13). Made for women after the menopause.
 *
 * @param points 0 to 26
 */
public record OsteoporosisRiskInstrument(int points) {

  /** Returns the points, if age and weight are known. */
  public static Optional<OsteoporosisRiskInstrument> of(Subject subject, boolean takesOestrogen) {
    if (subject.ageYears().isEmpty() || subject.weightKg().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OsteoporosisRiskInstrument(
            agePoints(subject.ageYears().getAsDouble())
                + weightPoints(subject.weightKg().getAsDouble())
                + (takesOestrogen ? 0 : 2)));
  }

  /** Whether the instrument sees a risk: 9 points or more. */
  public boolean isAtRisk() {
    return points >= 9;
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
}
