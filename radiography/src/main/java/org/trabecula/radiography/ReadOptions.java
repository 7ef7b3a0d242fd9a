package org.trabecula.radiography;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Subject;

/**
 * What the user states about a file; it overrides the header.
 *
 * @param view the projection, if stated
 * @param pixelSpacingMm distance of pixel centres in the plane of the patient, mm, if stated
 * @param subject what is stated of the person
 */
public record ReadOptions(Optional<View> view, OptionalDouble pixelSpacingMm, Subject subject) {
  /** Nothing is stated. */
  public static final ReadOptions NONE =
      new ReadOptions(Optional.empty(), OptionalDouble.empty(), Subject.UNKNOWN);

  public ReadOptions {
    pixelSpacingMm.ifPresent(mm -> new PixelSpacing(mm, mm));
  }

  /** The stated spacing. */
  Optional<PixelSpacing> spacing() {
    return pixelSpacingMm.isPresent()
        ? Optional.of(new PixelSpacing(pixelSpacingMm.getAsDouble(), pixelSpacingMm.getAsDouble()))
        : Optional.empty();
  }
}
