package org.trabecula.dicom;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** One coded character set of Specific Character Set (PS3.3 section C.12.1.1.2). */
enum Repertoire {
  ASCII("US-ASCII"),
  LATIN_1("ISO-8859-1"),
  LATIN_2("ISO-8859-2"),
  LATIN_3("ISO-8859-3"),
  LATIN_4("ISO-8859-4"),
  LATIN_5("ISO-8859-9"),
  LATIN_9("ISO-8859-15"),
  CYRILLIC("ISO-8859-5"),
  ARABIC("ISO-8859-6"),
  GREEK("ISO-8859-7"),
  HEBREW("ISO-8859-8"),
  THAI("TIS-620"),
  KATAKANA("JIS_X0201"),
  KANJI("EUC-JP"),
  SUPPLEMENTARY_KANJI("EUC-JP"),
  KOREAN("EUC-KR"),
  CHINESE("GB2312"),
  UTF_8("UTF-8"),
  GB18030("GB18030"),
  GBK("GBK");

  private static final Map<String, Repertoire> BY_TERM =
      Map.ofEntries(
          Map.entry("6", ASCII),
          Map.entry("100", LATIN_1),
          Map.entry("101", LATIN_2),
          Map.entry("109", LATIN_3),
          Map.entry("110", LATIN_4),
          Map.entry("148", LATIN_5),
          Map.entry("203", LATIN_9),
          Map.entry("144", CYRILLIC),
          Map.entry("127", ARABIC),
          Map.entry("126", GREEK),
          Map.entry("138", HEBREW),
          Map.entry("166", THAI),
          Map.entry("13", KATAKANA),
          Map.entry("87", KANJI),
          Map.entry("159", SUPPLEMENTARY_KANJI),
          Map.entry("149", KOREAN),
          Map.entry("58", CHINESE),
          Map.entry("192", UTF_8));

  /**
   * What follows ESC (PS3.3 tables C.12-3 and C.12-4). Those that begin with '(' or "$(" or are
   * "$B" go to G0, the others to G1.
   */
  private static final Map<String, Repertoire> BY_ESCAPE =
      Map.ofEntries(
          Map.entry("(B", ASCII),
          Map.entry("(J", ASCII),
          Map.entry("-A", LATIN_1),
          Map.entry("-B", LATIN_2),
          Map.entry("-C", LATIN_3),
          Map.entry("-D", LATIN_4),
          Map.entry("-M", LATIN_5),
          Map.entry("-b", LATIN_9),
          Map.entry("-L", CYRILLIC),
          Map.entry("-G", ARABIC),
          Map.entry("-F", GREEK),
          Map.entry("-H", HEBREW),
          Map.entry("-T", THAI),
          Map.entry(")I", KATAKANA),
          Map.entry("$B", KANJI),
          Map.entry("$(D", SUPPLEMENTARY_KANJI),
          Map.entry("$)C", KOREAN),
          Map.entry("$)A", CHINESE));

  private final Charset charset;

  Repertoire(String charset) {
    this.charset = Charset.forName(charset);
  }

  Charset charset() {
    return charset;
  }

  /** Whether ISO 2022 escapes may not appear: the encoding stands alone. */
  boolean standsAlone() {
    return this == UTF_8 || this == GB18030 || this == GBK;
  }

  /** Two bytes of seven bits a character, in G0. */
  boolean isSevenBitPair() {
    return this == KANJI || this == SUPPLEMENTARY_KANJI;
  }

  /** By defined term; misspelt ones ("ISO-IR 100", "ISO_IR100", "ISO 2022-IR 100") occur. */
  static Optional<Repertoire> ofTerm(String term) {
    String bare = term.replaceAll("[ _-]", "");
    if (bare.isEmpty()) {
      return Optional.of(ASCII);
    }
    return switch (bare) {
      case "GB18030" -> Optional.of(GB18030);
      case "GBK" -> Optional.of(GBK);
      case "UTF8" -> Optional.of(UTF_8);
      default -> Optional.ofNullable(BY_TERM.get(bare.replaceFirst("^ISO(2022)?IR", "")));
    };
  }

  static Optional<Repertoire> ofEscape(String escape) {
    return Optional.ofNullable(BY_ESCAPE.get(escape));
  }
}
