package org.trabecula.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes one value with code extensions (PS3.5 section 6.1.2.5); not for re-use. */
final class Iso2022 {
  static final byte ESCAPE = 0x1B;

  private final Repertoire first;
  private final boolean personName;
  private final StringBuilder text = new StringBuilder();
  private Repertoire low = Repertoire.ASCII;
  private Repertoire high;

  Iso2022(Repertoire first, boolean personName) {
    this.first = first;
    this.personName = personName;
    this.high = first;
    reset();
  }

  String decode(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] == ESCAPE) {
        at = escape(bytes, at + 1);
      } else if (low.isSevenBitPair() && bytes[at] > ' ') {
        at = pair(bytes, at);
      } else {
        at = run(bytes, at);
      }
    }
    return text.toString();
  }

  private void reset() {
    low = first.isSevenBitPair() ? first : Repertoire.ASCII;
    high = first;
  }

  /** Takes an escape sequence; an unknown one is dropped with its ESC. */
  private int escape(byte[] bytes, int at) {
    for (int size = 2; size <= 3 && at + size <= bytes.length; size++) {
      String sequence = new String(bytes, at, size, StandardCharsets.ISO_8859_1);
      Optional<Repertoire> repertoire = Repertoire.ofEscape(sequence);
      if (repertoire.isPresent()) {
        if (sequence.startsWith("(") || sequence.equals("$B") || sequence.startsWith("$(")) {
          low = repertoire.get();
        } else {
          high = repertoire.get();
        }
        return at + size;
      }
    }
    return at;
  }

  /** One character of JIS X 0208 or 0212, decoded as the EUC form of the same code. */
  private int pair(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      text.append('\uFFFD');
      return at + 1;
    }
    byte lead = (byte) (bytes[at] | 0x80);
    byte trail = (byte) (bytes[at + 1] | 0x80);
    byte[] euc =
        low == Repertoire.KANJI ? new byte[] {lead, trail} : new byte[] {(byte) 0x8F, lead, trail};
    text.append(new String(euc, low.charset()));
    return at + 2;
  }

  /** Bytes on the same side, up to an escape or past one delimiter. */
  private int run(byte[] bytes, int start) {
    boolean upper = bytes[start] < 0;
    int end = start;
    while (end < bytes.length && bytes[end] != ESCAPE && bytes[end] < 0 == upper) {
      end++;
      if (!upper && isDelimiter(bytes[end - 1])) {
        append(bytes, start, end);
        reset();
        return end;
      }
    }
    append(bytes, start, end);
    return end;
  }

  private void append(byte[] bytes, int start, int end) {
    Repertoire repertoire = bytes[start] < 0 ? high : Repertoire.ASCII;
    text.append(new String(bytes, start, end - start, repertoire.charset()));
  }

  private boolean isDelimiter(byte b) {
    return switch (b) {
      case '\\', '\n', '\r', '\f', '\t' -> true;
      case '^', '=' -> personName;
      default -> false;
    };
  }
}
