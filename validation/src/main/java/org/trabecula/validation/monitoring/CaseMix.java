package org.trabecula.validation.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Sex;
import org.trabecula.validation.study.LeastSquares;

/**
 * What a value is expected to be for a subject's age and sex, so that a department that sees older
 * women this month gives no alarm: {@code level + male·m + (age - 60)/10·a + male·(age - 60)/10·b}.
 *
 * @param level of a woman of 60; of all, without adjustment
 * @param male what a man has more
 * @param decade what ten years more add in women
 * @param maleDecade what ten years more add in men beyond that
 * @param adjusted whether age and sex are used
 */
public record CaseMix(
    double level, double male, double decade, double maleDecade, boolean adjusted) {
  private static final double MIDDLE_AGE = 60;
  private static final int PARAMETERS = 4;

  /** The same for everyone. */
  static CaseMix constant(double level) {
    return new CaseMix(level, 0, 0, 0, false);
  }

  static CaseMix of(List<Reading> readings) {
    double[][] design = new double[readings.size()][];
    double[] response = new double[readings.size()];
    for (int i = 0; i < design.length; i++) {
      Reading reading = readings.get(i);
      design[i] = row(reading.sex().orElseThrow(), reading.ageYears().orElseThrow());
      response[i] = reading.value();
    }
    double[] solved = LeastSquares.solve(design, response);
    return new CaseMix(solved[0], solved[1], solved[2], solved[3], true);
  }

  private static double[] row(Sex sex, double age) {
    double man = sex == Sex.MALE ? 1 : 0;
    double decades = (age - MIDDLE_AGE) / 10;
    return new double[] {1, man, decades, man * decades};
  }

  /** How many numbers it was fitted with. */
  int parameters() {
    return adjusted ? PARAMETERS : 1;
  }

  /** Whether it can say what to expect of a reading. */
  boolean knows(Reading reading) {
    return !adjusted || (reading.sex().isPresent() && reading.ageYears().isPresent());
  }

  /** The reading less what is expected; only of a reading that it knows. */
  double residual(Reading reading) {
    return reading.value() - expected(reading.sex(), reading.ageYears());
  }

  private double expected(Optional<Sex> sex, OptionalDouble age) {
    if (!adjusted) {
      return level;
    }
    double[] row = row(sex.orElseThrow(), age.orElseThrow());
    return level * row[0] + male * row[1] + decade * row[2] + maleDecade * row[3];
  }
}
