package org.trabecula.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trabecula.dicom.Vr;

/** Moves dates (PS3.5 section 6.2: DA, DT) back by whole days; times of day stay. */
record DateShift(long daysBack) {
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})([0-9.]*))?)?([+-]\\d{4})?");
  private static final Pattern TIME = Pattern.compile("[0-9.:]{2,16}");

  /** The moved value; empty where it is none. */
  Optional<String> shifted(Vr vr, String value) {
    try {
      return switch (vr) {
        case DA -> date(value);
        case DT -> dateTime(value);
        case TM -> Optional.of(value).filter(time -> TIME.matcher(time).matches());
        default -> Optional.empty();
      };
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private Optional<String> date(String value) {
    Matcher date = DATE.matcher(value);
    return date.matches()
        ? Optional.of(back(date.group(1), date.group(2), date.group(3)))
        : Optional.empty();
  }

  /** Keeps the precision; a year or a month alone is moved from its middle. */
  private Optional<String> dateTime(String value) {
    Matcher parts = DATE_TIME.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String month = orElse(parts.group(2), "07");
    String day = orElse(parts.group(3), "15");
    String whole = back(parts.group(1), month, day);
    int precision = parts.group(3) != null ? 8 : parts.group(2) != null ? 6 : 4;
    // The offset from UTC tells the place, and is left out.
    return Optional.of(whole.substring(0, precision) + orElse(parts.group(4), ""));
  }

  private String back(String year, String month, String day) {
    return LocalDate.parse(year + month + day, DateTimeFormatter.BASIC_ISO_DATE)
        .minusDays(daysBack)
        .format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
