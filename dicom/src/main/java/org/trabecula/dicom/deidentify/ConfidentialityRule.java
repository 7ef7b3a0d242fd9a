package org.trabecula.dicom.deidentify;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of table E.1-1.
 *
 * @param pattern eight hexadecimal digits, {@code x} for any; or {@code private}
 * @param name of the attribute
 * @param basic action of the basic profile
 * @param options actions of the options that change it
 */
public record ConfidentialityRule(
    String pattern, String name, ActionCode basic, Map<ProfileOption, ActionCode> options) {
  /** The pattern of the row on private attributes. */
  static final String PRIVATE = "private";

  /** Checks the pattern. */
  public ConfidentialityRule {
    if (!pattern.equals(PRIVATE) && !pattern.matches("[0-9A-Fx]{8}")) {
      throw new IllegalArgumentException("'" + pattern + "' is no pattern of a tag");
    }
    options = Map.copyOf(options);
  }

  /** Whether the row is on one tag alone. */
  boolean isExact() {
    return !pattern.equals(PRIVATE) && pattern.indexOf('x') < 0;
  }

  /** The tag of an exact row. */
  int tag() {
    return Integer.parseUnsignedInt(pattern, 16);
  }

  /** Whether the row is on this tag. */
  boolean matches(int tag) {
    if (pattern.equals(PRIVATE)) {
      return (tag >>> 16 & 1) == 1;
    }
    String digits = String.format(Locale.ROOT, "%08X", tag);
    for (int i = 0; i < digits.length(); i++) {
      if (pattern.charAt(i) != 'x' && pattern.charAt(i) != digits.charAt(i)) {
        return false;
      }
    }
    // Repeating groups are even (PS3.5 section 7.6).
    return isExact() || (tag >>> 16 & 1) == 0;
  }

  /** The action of an option, if it changes this attribute. */
  public Optional<ActionCode> under(ProfileOption option) {
    return Optional.ofNullable(options.get(option));
  }

  static ConfidentialityRule parse(String line) {
    String[] cell = line.split("\t", -1);
    ProfileOption[] columns = ProfileOption.values();
    if (cell.length != 3 + columns.length) {
      throw new IllegalArgumentException("'" + line + "' has " + cell.length + " cells");
    }
    Map<ProfileOption, ActionCode> options = new EnumMap<>(ProfileOption.class);
    for (int i = 0; i < columns.length; i++) {
      if (!cell[3 + i].isEmpty()) {
        options.put(columns[i], ActionCode.of(cell[3 + i]));
      }
    }
    return new ConfidentialityRule(cell[0], cell[1], ActionCode.of(cell[2]), options);
  }
}
