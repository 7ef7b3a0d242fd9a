package org.trabecula.screening;

/**
 * What to keep in mind with a result that is given all the same.
 *
 * @param kind a stable code
 * @param sentence one sentence for the reader
 */
public record Reservation(Kind kind, String sentence) {
  /** The kinds; names are written to files and do not change. */
  public enum Kind {
    SPACING_UNKNOWN,
    AGE_UNKNOWN,
    SEX_UNKNOWN,
    LATERALITY_ASSUMED,
    VIEW_ASSUMED,
    NOT_IN_VIEW,
    DISPLAY_PROCESSED,
    METAL_NEARBY,
    REGION_EXCLUDED,
    BEYOND_TRAINING,
    SYNTHETIC_TRAINING
  }

  public Reservation {
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("A reservation of " + kind + " needs a sentence");
    }
  }
}
