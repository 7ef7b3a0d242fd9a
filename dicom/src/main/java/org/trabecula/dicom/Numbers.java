package org.trabecula.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Decimal and integer strings (PS3.5 section 6.2) and binary numbers. */
final class Numbers {
  /** Longest DS in bytes. */
  private static final int DECIMAL_LENGTH = 16;

  private static final int LONGEST_READ = 64;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

  private Numbers() {}

  static OptionalDouble decimal(String text) {
    String bare = text.strip();
    if (bare.length() > LONGEST_READ || !DECIMAL.matcher(bare).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(bare);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Also accepts "512.0", which occurs in IS. */
  static OptionalLong integer(String text) {
    OptionalDouble value = decimal(text);
    if (value.isEmpty()
        || value.getAsDouble() != Math.rint(value.getAsDouble())
        || Math.abs(value.getAsDouble()) > 1L << 53) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((long) value.getAsDouble());
  }

  /** The shortest text that reads back as the value, or the nearest that fits in 16 bytes. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + " has no decimal string");
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    for (int digits = 15; shortest.length() > DECIMAL_LENGTH; digits--) {
      shortest =
          Double.toString(new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }
    return shortest;
  }

  /** One unit of a binary VR or of bulk data. */
  static long binary(Vr vr, ByteBuffer bytes, int index) {
    return switch (vr) {
      case US, OW -> Short.toUnsignedLong(bytes.getShort(2 * index));
      case SS -> bytes.getShort(2 * index);
      case UL, OL -> Integer.toUnsignedLong(bytes.getInt(4 * index));
      case SL -> bytes.getInt(4 * index);
      case SV, UV, OV -> bytes.getLong(8 * index);
      // Two 16-bit numbers, group first (PS3.5 section 6.2).
      case AT -> {
        long group = Short.toUnsignedLong(bytes.getShort(4 * index));
        yield group << 16 | Short.toUnsignedLong(bytes.getShort(4 * index + 2));
      }
      default -> Byte.toUnsignedLong(bytes.get(index));
    };
  }

  /** Bytes of one number. */
  static int size(Vr vr) {
    return vr == Vr.AT ? 4 : vr.width();
  }
}
