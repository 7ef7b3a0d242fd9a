package org.trabecula.cohort.pairing.film;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.trabecula.cohort.pairing.duplicates.Fingerprint;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.DicomReader;
import org.trabecula.dicom.DicomReading;
import org.trabecula.dicom.Limits;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;

/** Reads one file after another and keeps what a pairing needs. Safe for many threads. */
public final class FilmReader {
  private static final long LARGEST_FILE_BYTES = 1L << 30;
  private static final String LIST_ADVICE = "Correct the list.";

  private final Optional<View> view;

  /**
   * @param view of all films, if the user states it
   */
  public FilmReader(Optional<View> view) {
    this.view = view;
  }

  /** Reads a file; whatever is wrong with it is a refusal. */
  public Film read(FilmEntry entry) {
    Stated stated = new Stated(view, entry);
    try {
      ReadOptions options = stated.reading();
      stated.over(Film.Header.NONE);
      return read(entry, stated, options);
    } catch (IllegalArgumentException notUnderstood) {
      return refused(
          entry,
          Film.Header.NONE,
          new Refusal(
              Refusal.Reason.UNREADABLE,
              "The list is not understood: %s.".formatted(notUnderstood.getMessage()),
              LIST_ADVICE));
    }
  }

  private static Film read(FilmEntry entry, Stated stated, ReadOptions options) {
    Film.Header header = stated.over(Film.Header.NONE);
    try {
      if (Files.size(entry.file()) > LARGEST_FILE_BYTES) {
        return refused(entry, header, unreadable("The file is larger than 1 GiB."));
      }
      byte[] bytes = Files.readAllBytes(entry.file());
      // A raster file is no DICOM; the reader below finds out for itself.
      if (DicomReader.read(new ByteArrayInputStream(bytes), Limits.standard())
          instanceof DicomReading.Parsed(DicomObject object)) {
        return film(
            entry, stated, FilmHeader.of(object.data()), RadiographReader.of(object, options));
      }
      return film(entry, stated, Film.Header.NONE, RadiographReader.of(bytes, options));
    } catch (NoSuchFileException e) {
      return refused(entry, header, unreadable("There is no such file."));
    } catch (IOException e) {
      return refused(entry, header, unreadable("The file cannot be read: " + e.getMessage()));
    } catch (OutOfMemoryError e) {
      return refused(
          entry, header, unreadable("The image needs more memory than this run may take."));
    }
  }

  private static Film film(FilmEntry entry, Stated stated, Film.Header own, Reading reading) {
    return switch (reading) {
      case Reading.Refused(Refusal refusal) -> refused(entry, stated.over(own), refusal);
      case Reading.Read(Radiograph radiograph) ->
          new Film(
              entry,
              stated.over(described(own, radiograph.description())),
              stated.extras(),
              Optional.of(Fingerprint.of(radiograph)),
              Optional.empty());
    };
  }

  private static Film.Header described(Film.Header own, Radiograph.Description description) {
    boolean raster = own.look().isEmpty();
    Laterality side = description.laterality();
    return new Film.Header(
        own.patient(),
        own.date(),
        description.view(),
        side,
        description.subject(),
        own.device(),
        raster ? "picture file" : own.look(),
        own.synthetic());
  }

  private static Film refused(FilmEntry entry, Film.Header header, Refusal refusal) {
    return new Film(entry, header, java.util.Map.of(), Optional.empty(), Optional.of(refusal));
  }

  private static Refusal unreadable(String sentence) {
    return new Refusal(
        Refusal.Reason.UNREADABLE, sentence, "Export the image again and check that it opens.");
  }
}
