package org.trabecula.dicom.deidentify;

import java.util.EnumSet;
import java.util.Set;

/**
 * The basic profile with some of its options.
 *
 * @param options that are in force; full and modified dates exclude each other
 */
public record Profile(Set<ProfileOption> options) {
  /** Checks that the options are offered and go together. */
  public Profile {
    options = Set.copyOf(options);
    for (ProfileOption option : options) {
      if (!option.offered()) {
        throw new IllegalArgumentException("The " + option.meaning() + " is not offered");
      }
    }
    if (options.contains(ProfileOption.RETAIN_FULL_DATES)
        && options.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      throw new IllegalArgumentException("Dates are either kept or shifted, not both");
    }
  }

  /** The basic profile without options. */
  public static Profile basic() {
    return new Profile(Set.of());
  }

  /** This profile with one option more. */
  public Profile with(ProfileOption option) {
    Set<ProfileOption> more = EnumSet.of(option);
    more.addAll(options);
    return new Profile(more);
  }

  boolean has(ProfileOption option) {
    return options.contains(option);
  }
}
