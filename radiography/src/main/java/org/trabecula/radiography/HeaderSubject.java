package org.trabecula.radiography;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** What the Patient and Patient Study modules say of the person (PS3.3 C.7.1.1, C.7.2.2). */
final class HeaderSubject {
  private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");
  private static final double DAYS_PER_YEAR = 365.25;

  private HeaderSubject() {}

  static Subject of(DataSet data) {
    return new Subject(
        sex(data),
        within(age(data), 0, 130),
        within(heightCm(data), 30, 260),
        within(data.decimal(Tag.PatientWeight), 1, 500));
  }

  private static Optional<Sex> sex(DataSet data) {
    return switch (data.string(Tag.PatientSex).orElse("").toUpperCase(Locale.ROOT)) {
      case "M" -> Optional.of(Sex.MALE);
      case "F" -> Optional.of(Sex.FEMALE);
      default -> Optional.empty();
    };
  }

  /** The age string (PS3.5 section 6.2, AS), or the time from birth to the exposure. */
  private static OptionalDouble age(DataSet data) {
    Matcher age =
        AGE.matcher(data.string(Tag.PatientAge).orElse("").strip().toUpperCase(Locale.ROOT));
    if (age.matches()) {
      double number = Integer.parseInt(age.group(1));
      return OptionalDouble.of(
          switch (age.group(2)) {
            case "D" -> number / DAYS_PER_YEAR;
            case "W" -> number * 7 / DAYS_PER_YEAR;
            case "M" -> number / 12;
            default -> number;
          });
    }
    Optional<LocalDate> birth = HeaderDates.of(data, Tag.PatientBirthDate);
    Optional<LocalDate> exposure = HeaderDates.ofExposure(data);
    if (birth.isPresent() && exposure.isPresent()) {
      long days = ChronoUnit.DAYS.between(birth.get(), exposure.get());
      return OptionalDouble.of(days / DAYS_PER_YEAR);
    }
    return OptionalDouble.empty();
  }

  /** Patient's Size is in m; a value of a hundred or more was typed in cm. */
  private static OptionalDouble heightCm(DataSet data) {
    OptionalDouble size = data.decimal(Tag.PatientSize);
    if (size.isEmpty()) {
      return size;
    }
    double value = size.getAsDouble();
    return OptionalDouble.of(value >= 100 ? value : value * 100);
  }

  private static OptionalDouble within(OptionalDouble value, double low, double high) {
    boolean plausible =
        value.isPresent() && value.getAsDouble() >= low && value.getAsDouble() <= high;
    return plausible ? value : OptionalDouble.empty();
  }
}
