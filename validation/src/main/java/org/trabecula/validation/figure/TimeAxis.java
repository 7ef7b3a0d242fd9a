package org.trabecula.validation.figure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Days along an axis.
 *
 * @param from first day
 * @param to last day, after the first
 */
record TimeAxis(LocalDate from, LocalDate to) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  /** An axis over some days, widened to a fortnight at least. */
  static TimeAxis covering(LocalDate first, LocalDate last) {
    LocalDate least = first.plusDays(14);
    return new TimeAxis(first, last.isBefore(least) ? least : last);
  }

  /** Where a day lies: 0 at the first, 1 at the last. */
  double share(LocalDate day) {
    return (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
  }

  /** First days of months, at most so many. */
  List<LocalDate> ticks(int most) {
    LocalDate first = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
    long months = Math.max(1, ChronoUnit.MONTHS.between(first, to) + 1);
    long step = 1;
    for (long candidate : new long[] {1, 2, 3, 6, 12, 24, 60, 120}) {
      step = candidate;
      if (months <= step * most) {
        break;
      }
    }
    List<LocalDate> ticks = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(to); day = day.plusMonths(step)) {
      ticks.add(day);
    }
    return ticks;
  }

  static String text(LocalDate day) {
    return day.format(MONTH);
  }
}
