package org.trabecula.cohort.pairing.film;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.pairing.duplicates.Fingerprint;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;

/**
 * What is kept of a file once it was read; its pixels are not.
 *
 * @param entry the file
 * @param header what it says, or a list says instead
 * @param extras what a list says beyond that, by column
 * @param picture of a radiograph that was read
 * @param refusal of any other file
 */
public record Film(
    FilmEntry entry,
    Header header,
    Map<String, String> extras,
    Optional<Fingerprint> picture,
    Optional<Refusal> refusal) {

  /**
   * What is said of a radiograph.
   *
   * @param patient identifier as it stands there; never a name
   * @param date of the exposure
   * @param look of the film: kind of detector and processing
   * @param synthetic whether it says that it is simulated
   */
  public record Header(
      Optional<String> patient,
      Optional<LocalDate> date,
      Optional<View> view,
      Laterality side,
      Subject subject,
      Device device,
      String look,
      boolean synthetic) {

    /** Nothing is said. */
    static final Header NONE =
        new Header(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Laterality.UNKNOWN,
            Subject.UNKNOWN,
            Device.UNKNOWN,
            "",
            false);
  }

  public Film {
    if (picture.isPresent() == refusal.isPresent()) {
      throw new IllegalArgumentException(
          entry.name() + " must be either read or refused, and not both");
    }
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }
}
