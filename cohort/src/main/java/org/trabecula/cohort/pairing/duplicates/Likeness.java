package org.trabecula.cohort.pairing.duplicates;

/**
 * Two radiographs that are one picture.
 *
 * @param first index, smaller
 * @param second index
 * @param kind how they are one
 * @param correlation of their fine structure, at most 1
 */
public record Likeness(int first, int second, Kind kind, double correlation) {
  /** How two radiographs are one picture. */
  public enum Kind {
    /** All samples are equal. */
    EXACT("the same pixels"),
    /** Another brightness, compression, resolution or a slight cut. */
    NEAR("nearly the same picture"),
    /** The same in the mirror. */
    MIRRORED("nearly the same picture in the mirror"),
    /** The same as a negative. */
    INVERTED("nearly the same picture as a negative");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in a few words. */
    public String words() {
      return words;
    }
  }
}
