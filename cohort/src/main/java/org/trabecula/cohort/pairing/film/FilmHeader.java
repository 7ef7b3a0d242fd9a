package org.trabecula.cohort.pairing.film;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.densitometry.Subject;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Tag;
import org.trabecula.radiography.Laterality;

/** What a DICOM header says of patient, date and device, whether or not its image can be read. */
final class FilmHeader {
  /** From the moment of the exposure to that of the study. */
  private static final int[] DATES = {
    Tag.AcquisitionDate, Tag.ContentDate, Tag.SeriesDate, Tag.StudyDate
  };

  private FilmHeader() {}

  static Film.Header of(DataSet data) {
    return new Film.Header(
        text(data, Tag.PatientID),
        date(data),
        Optional.empty(),
        Laterality.UNKNOWN,
        Subject.UNKNOWN,
        new Device(
            text(data, Tag.Manufacturer).orElse(""),
            text(data, Tag.ManufacturerModelName).orElse(""),
            text(data, Tag.StationName).orElse("")),
        look(data),
        text(data, Tag.ImageComments).orElse("").toLowerCase(Locale.ROOT).contains("synthetic"));
  }

  private static String look(DataSet data) {
    String modality = text(data, Tag.Modality).orElse("unknown").toLowerCase(Locale.ROOT);
    String intent =
        text(data, Tag.PresentationIntentType)
            .map(t -> ", " + t.toLowerCase(Locale.ROOT))
            .orElse("");
    return modality + intent;
  }

  private static Optional<LocalDate> date(DataSet data) {
    for (int tag : DATES) {
      // Before DICOM 3 dates had dots between their parts.
      String text = text(data, tag).orElse("").replace(".", "");
      try {
        if (text.length() == 8) {
          return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        }
      } catch (DateTimeException notThis) {
        // Another one may do.
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(DataSet data, int tag) {
    return data.string(tag).map(String::strip).filter(text -> !text.isEmpty());
  }
}
