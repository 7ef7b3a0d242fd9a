package org.trabecula.radiography;

import java.util.Locale;
import org.trabecula.radiography.Refusal.Reason;

/** The sentences with which reading refuses; one place, so that they speak with one voice. */
final class Refusals {
  /** Fewest pixels along a side that is screened. */
  static final int FEWEST_PIXELS = 256;

  /** Shortest side that is screened, mm. */
  static final double SHORTEST_MM = 100;

  private Refusals() {}

  static Reading unreadable(String what) {
    return refused(Reason.UNREADABLE, what, "Export the image again and check that it opens.");
  }

  static Reading notAnImage(String what) {
    return refused(
        Reason.NOT_AN_IMAGE, what, "Give a radiograph as DICOM, PNG, TIFF or JPEG file.");
  }

  static Reading tooFewPixels(int rows, int columns) {
    return refused(
        Reason.TOO_SMALL,
        "The image has %d x %d pixels; at least %d a side are needed."
            .formatted(columns, rows, FEWEST_PIXELS),
        "Use the original image, not a thumbnail.");
  }

  static Reading tooSmall(double widthMm, double heightMm) {
    return refused(
        Reason.TOO_SMALL,
        String.format(
            Locale.ROOT,
            "The image covers %.0f x %.0f mm; at least %.0f mm a side are needed.",
            widthMm,
            heightMm,
            SHORTEST_MM),
        "Use the whole radiograph and check its pixel spacing.");
  }

  static Reading refused(Reason reason, String sentence, String advice) {
    return new Reading.Refused(new Refusal(reason, sentence, advice));
  }
}
