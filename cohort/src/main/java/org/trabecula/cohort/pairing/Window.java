package org.trabecula.cohort.pairing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a DXA scan may be from a radiograph.
 *
 * @param days to either side; empty for any distance, and then dates may be missing
 */
public record Window(OptionalLong days) {
  /** 180 days, in which density changes by less than a scanner's own precision. */
  public static final Window STANDARD = of(180);

  /** Any distance in time. */
  public static final Window ANY = new Window(OptionalLong.empty());

  public Window {
    if (days.isPresent() && days.getAsLong() < 0) {
      throw new IllegalArgumentException(
          "A window of %d days is negative".formatted(days.getAsLong()));
    }
  }

  /** So many days to either side. */
  public static Window of(long days) {
    return new Window(OptionalLong.of(days));
  }

  /** Days from film to scan, negative if the scan came first; empty if a date is missing. */
  static OptionalLong between(Optional<LocalDate> film, Optional<LocalDate> scan) {
    return film.isPresent() && scan.isPresent()
        ? OptionalLong.of(ChronoUnit.DAYS.between(film.get(), scan.get()))
        : OptionalLong.empty();
  }

  boolean holds(OptionalLong distance) {
    return days.isEmpty()
        || (distance.isPresent() && Math.abs(distance.getAsLong()) <= days.getAsLong());
  }

  /** The window in words. */
  public String words() {
    return days.isEmpty() ? "any time" : "within %d days".formatted(days.getAsLong());
  }
}
