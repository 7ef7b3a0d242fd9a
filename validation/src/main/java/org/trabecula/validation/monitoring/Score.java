package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A period on the scale of all charts: standard normal as long as nothing changes.
 *
 * @param from first day of the period
 * @param films that it is of
 * @param value in the chart's unit
 * @param score in standard deviations
 * @param shared the share of the score's variance that comes from the baseline and is therefore the
 *     same in every period, in [0, 1)
 * @param lower limit of the value, if it has one
 * @param upper limit of the value, if it has one
 */
record Score(
    LocalDate from,
    int films,
    double value,
    double score,
    double shared,
    OptionalDouble lower,
    OptionalDouble upper) {

  /** What a period shares with the others if n new films stand against those of the baseline. */
  static double shared(double n, double baseline) {
    return n / (n + baseline);
  }
}
