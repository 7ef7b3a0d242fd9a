package org.trabecula.radiography;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;

/** The dates of a header (PS3.5 section 6.2, DA). */
final class HeaderDates {
  private static final int[] EXPOSURE = {
    Tag.AcquisitionDate, Tag.ContentDate, Tag.SeriesDate, Tag.StudyDate
  };

  private HeaderDates() {}

  /** The day of the exposure: the closest to it of the dates that are stated. */
  static Optional<LocalDate> ofExposure(DataSet data) {
    for (int tag : EXPOSURE) {
      Optional<LocalDate> date = of(data, tag);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** A date, if it is stated and is one. */
  static Optional<LocalDate> of(DataSet data, int tag) {
    // Before DICOM 3 dates had dots between their parts.
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
