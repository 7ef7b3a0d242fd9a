package org.trabecula.validation.monitoring;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** What one point of a chart stands for. */
public enum Period {
  DAY(365.25),
  WEEK(365.25 / 7),
  MONTH(12);

  private final double perYear;

  Period(double perYear) {
    this.perYear = perYear;
  }

  /** How many a year has. */
  public double perYear() {
    return perYear;
  }

  /** The first day of the period that a date lies in; a week starts on Monday. */
  public LocalDate start(LocalDate date) {
    return switch (this) {
      case DAY -> date;
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
    };
  }
}
