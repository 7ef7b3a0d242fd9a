package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The values of one period.
 *
 * @param from its first day
 * @param n how many values
 * @param mean of them
 * @param squares sum of their squared deviations from the mean
 */
record Group(LocalDate from, int n, double mean, double squares) {

  /** The groups of readings, by time; a period without a reading has none. */
  static List<Group> of(List<Reading> readings, Period period, ToDoubleFunction<Reading> value) {
    Map<LocalDate, Group> groups = new TreeMap<>();
    for (Reading reading : readings) {
      LocalDate from = period.start(reading.date());
      double added = value.applyAsDouble(reading);
      groups.merge(from, new Group(from, 1, added, 0), (group, one) -> group.with(one.mean));
    }
    return new ArrayList<>(groups.values());
  }

  /** With one value more (Welford 1962, doi:10.1080/00401706.1962.10490022). */
  private Group with(double value) {
    double step = value - mean;
    double moved = mean + step / (n + 1);
    return new Group(from, n + 1, moved, squares + step * (value - moved));
  }

  /** How many of the values are 1, for events. */
  int events() {
    return (int) Math.round(n * mean);
  }

  double variance() {
    return squares / (n - 1);
  }
}
