package org.trabecula.validation.monitoring;

/**
 * What became of the results that were given.
 *
 * @param given how many
 * @param undated without a date of the exposure; they cannot be charted
 * @param repeated of a film that was given before
 * @param unreadable files that hold no result
 */
public record Intake(int given, int undated, int repeated, int unreadable) {
  public Intake {
    if (undated < 0 || repeated < 0 || unreadable < 0 || given < undated + repeated) {
      throw new IllegalArgumentException(
          "%d undated and %d repeated of %d results, %d files unreadable"
              .formatted(undated, repeated, given, unreadable));
    }
  }

  /** How many are charted. */
  public int charted() {
    return given - undated - repeated;
  }
}
