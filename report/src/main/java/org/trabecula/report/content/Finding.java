package org.trabecula.report.content;

import org.trabecula.radiography.Reading;
import org.trabecula.radiography.Refusal;
import org.trabecula.screening.Screening;

/** What a report says: densities with what they mean, or why there are none. */
public sealed interface Finding {

  /** Densities were estimated. */
  record Estimated(Screening.Estimated screening) implements Finding {}

  /** The film is not screened: it could not be read, or it was declined. */
  record Refused(Refusal refusal) implements Finding {}

  /** What a screening found. */
  static Finding of(Screening screening) {
    return switch (screening) {
      case Screening.Estimated estimated -> new Estimated(estimated);
      case Screening.Declined declined -> new Refused(declined.refusal());
    };
  }

  /** What a file that is not a radiograph gives. */
  static Finding of(Reading.Refused reading) {
    return new Refused(reading.refusal());
  }
}
