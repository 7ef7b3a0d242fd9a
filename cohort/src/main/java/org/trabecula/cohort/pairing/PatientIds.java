package org.trabecula.cohort.pairing;

import java.util.Locale;

/**
 * When two patient identifiers are the same: exactly, after what is agreed here. Blanks around them
 * never count.
 *
 * @param ignoreLeadingZeros whether 00123 is 123
 * @param ignoreCase whether a123 is A123
 * @param lettersAndDigitsOnly whether 12-34/5 is 12345
 */
public record PatientIds(
    boolean ignoreLeadingZeros, boolean ignoreCase, boolean lettersAndDigitsOnly) {
  /** Only blanks around an identifier do not count. */
  public static final PatientIds EXACT = new PatientIds(false, false, false);

  /** What is compared. */
  String normalised(String id) {
    String bare = id.strip();
    if (lettersAndDigitsOnly) {
      bare = bare.replaceAll("[^\\p{L}\\p{N}]", "");
    }
    if (ignoreLeadingZeros) {
      bare = bare.replaceFirst("^0+(?=.)", "");
    }
    return ignoreCase ? bare.toUpperCase(Locale.ROOT) : bare;
  }
}
