package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A period of a chart.
 *
 * @param from its first day
 * @param films that it is of
 * @param value in the chart's unit
 * @param lower limit, if it has one
 * @param upper limit, if it has one
 * @param score in standard deviations, standard normal as long as nothing changes
 * @param ewma weighted mean of the scores so far
 * @param ewmaLimit to either side of 0
 * @param fired rules
 */
public record ChartPoint(
    LocalDate from,
    int films,
    double value,
    OptionalDouble lower,
    OptionalDouble upper,
    double score,
    double ewma,
    double ewmaLimit,
    Set<Rule> fired) {
  public ChartPoint {
    fired = Set.copyOf(fired);
  }
}
