package org.trabecula.dicom;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A DICOM unique identifier (PS3.5 section 9.1): safe as a file name once constructed.
 *
 * @param value digits in components between dots, at most 64 characters. A component with a leading
 *     zero, though forbidden, occurs in real files and is let through
 */
public record Uid(String value) {
  private static final int LONGEST = 64;

  /** Checks the syntax. */
  public Uid {
    if (!isValid(value)) {
      throw new IllegalArgumentException("'" + value + "' is not a UID");
    }
  }

  /** The identifier, if the text is one. */
  public static Optional<Uid> of(String text) {
    return isValid(text) ? Optional.of(new Uid(text)) : Optional.empty();
  }

  /** A new identifier under 2.25, from a random UUID (PS3.5 section B.2). */
  public static Uid random(RandomGenerator random) {
    long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    BigInteger uuid =
        new BigInteger(Long.toUnsignedString(high))
            .shiftLeft(Long.SIZE)
            .or(new BigInteger(Long.toUnsignedString(low)));
    return new Uid("2.25." + uuid);
  }

  private static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    boolean digitBefore = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && (c != '.' || !digitBefore)) {
        return false;
      }
      digitBefore = digit;
    }
    return digitBefore;
  }

  @Override
  public String toString() {
    return value;
  }
}
