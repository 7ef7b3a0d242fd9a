package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of Specific Character Set (0008,0005) and what it makes of bytes (PS3.3 section
 * C.12.1.1.2, PS3.5 section 6.1).
 *
 * @param terms the defined terms; empty for the default repertoire
 */
record CharacterSet(List<String> terms) {
  static final CharacterSet DEFAULT = new CharacterSet(List.of());
  static final CharacterSet UTF_8 = new CharacterSet(List.of("ISO_IR 192"));

  CharacterSet {
    terms = List.copyOf(terms);
  }

  /**
   * The text of a value, every delimiter still in it.
   *
   * @param personName whether '^' and '=' also reset the escapes (PS3.5 section 6.1.2.5.3)
   */
  String decode(Bytes value, boolean personName) {
    byte[] bytes = value.toArray();
    Repertoire first = first();
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.US_ASCII);
    }
    if (first.standsAlone()) {
      return new String(bytes, first.charset());
    }
    if (first == Repertoire.ASCII && !contains(bytes, Iso2022.ESCAPE)) {
      return undeclared(bytes);
    }
    return new Iso2022(first, personName).decode(bytes);
  }

  /** The bytes of a text, unless this set cannot say it. */
  Optional<byte[]> encode(String text) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
    }
    Repertoire first = first();
    boolean simple = terms.size() == 1 && !first.isSevenBitPair() && first != Repertoire.ASCII;
    if (!simple) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes =
          first
              .charset()
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return Optional.of(encoded);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether bytes mean the same in every set: no high bit and no escape. */
  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b == Iso2022.ESCAPE) {
        return false;
      }
    }
    return true;
  }

  static CharacterSet of(List<String> terms) {
    List<String> trimmed = new ArrayList<>();
    terms.forEach(term -> trimmed.add(term.strip()));
    return new CharacterSet(trimmed);
  }

  private Repertoire first() {
    return terms.isEmpty()
        ? Repertoire.ASCII
        : Repertoire.ofTerm(terms.get(0)).orElse(Repertoire.ASCII);
  }

  /** High bytes where none were declared: UTF-8 if they are well-formed as that, else Latin-1. */
  private static String undeclared(byte[] bytes) {
    Charset utf8 = StandardCharsets.UTF_8;
    try {
      return utf8.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }
}
