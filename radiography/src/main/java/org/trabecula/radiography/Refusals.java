package org.trabecula.radiography;

import java.util.Locale;
import java.util.Optional;
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

  /** Refuses an image whose shorter side is too short in the plane of the patient. */
  static Optional<Reading> tooSmall(int rows, int columns, PixelSpacing spacing) {
    double widthMm = columns * spacing.columnMm();
    double heightMm = rows * spacing.rowMm();
    if (Math.min(widthMm, heightMm) >= SHORTEST_MM) {
      return Optional.empty();
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "The image covers %.0f x %.0f mm; at least %.0f mm a side are needed.",
            widthMm,
            heightMm,
            SHORTEST_MM);
    return Optional.of(
        refused(
            Reason.TOO_SMALL, sentence, "Use the whole radiograph and check its pixel spacing."));
  }

  /** The radiograph, unless all its samples are equal. */
  static Reading emptyOr(Radiograph radiograph) {
    float[] samples = radiograph.rawSamples();
    for (float sample : samples) {
      if (sample != samples[0]) {
        return new Reading.Read(radiograph);
      }
    }
    return refused(
        Reason.BAD_EXPOSURE,
        "The image is empty: all its samples are equal.",
        "Export the image again from the original.");
  }

  static Reading refused(Reason reason, String sentence, String advice) {
    return new Reading.Refused(new Refusal(reason, sentence, advice));
  }
}
