package org.trabecula.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** Whom an object is about, and how old. */
final class Patient {
  private static final int OLDEST_STATED_YEARS = 89;
  private static final String OLDER = "090Y";
  private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");
  private static final int[] EXPOSURES = {
    Tag.AcquisitionDate, Tag.ContentDate, Tag.SeriesDate, Tag.StudyDate
  };

  private Patient() {}

  /** What tells patients apart: the id, or else name and birth date, or else the study. */
  static String identity(DataSet data) {
    return data.string(Tag.PatientID)
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .or(() ->
            data.string(Tag.PatientName)
                .map(name -> name + '\n' + data.string(Tag.PatientBirthDate).orElse("")))
        .or(() -> data.string(Tag.StudyInstanceUID))
        .or(() -> data.string(Tag.SOPInstanceUID))
        .orElse("");
  }

  /** An age string (PS3.5 section 6.2, AS) with all ages over 89 years in one class, 090Y. */
  static Optional<String> aggregated(String age) {
    Matcher parts = AGE.matcher(age.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(parts.group(1));
    double years =
        switch (parts.group(2)) {
          case "D" -> number / 365.25;
          case "W" -> number * 7 / 365.25;
          case "M" -> number / 12.0;
          default -> number;
        };
    boolean older = Math.floor(years) > OLDEST_STATED_YEARS;
    return Optional.of(
        older ? OLDER : String.format(Locale.ROOT, "%03d%s", number, parts.group(2)));
  }

  /** The age at the exposure in whole years, from dates that are about to go. */
  static Optional<String> ageFromDates(DataSet data) {
    Optional<LocalDate> birth = date(data, Tag.PatientBirthDate);
    return IntStream.of(EXPOSURES)
        .mapToObj(tag -> date(data, tag))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(exposure -> birth.map(born -> Period.between(born, exposure).getYears()))
        .filter(years -> years >= 0 && years <= 150)
        .flatMap(years -> aggregated(String.format(Locale.ROOT, "%03dY", years)));
  }

  private static Optional<LocalDate> date(DataSet data, int tag) {
    String text = data.string(tag).orElse("").strip().replace(".", "");
    try {
      return text.length() == 8
          ? Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE))
          : Optional.empty();
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
