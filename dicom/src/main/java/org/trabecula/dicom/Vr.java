package org.trabecula.dicom;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Value representations (PS3.5 section 6.2). */
public enum Vr {
  AE(Kind.ASCII, 1),
  AS(Kind.ASCII, 1),
  AT(Kind.INTEGER, 2),
  CS(Kind.ASCII, 1),
  DA(Kind.ASCII, 1),
  DS(Kind.ASCII, 1),
  DT(Kind.ASCII, 1),
  FD(Kind.FLOATING, 8),
  FL(Kind.FLOATING, 4),
  IS(Kind.ASCII, 1),
  LO(Kind.TEXT, 1),
  LT(Kind.LONG_TEXT, 1),
  OB(Kind.BULK, 1),
  OD(Kind.BULK, 8),
  OF(Kind.BULK, 4),
  OL(Kind.BULK, 4),
  OV(Kind.BULK, 8),
  OW(Kind.BULK, 2),
  PN(Kind.TEXT, 1),
  SH(Kind.TEXT, 1),
  SL(Kind.INTEGER, 4),
  SQ(Kind.ITEMS, 1),
  SS(Kind.INTEGER, 2),
  ST(Kind.LONG_TEXT, 1),
  SV(Kind.INTEGER, 8),
  TM(Kind.ASCII, 1),
  UC(Kind.TEXT, 1),
  UI(Kind.ASCII, 1),
  UL(Kind.INTEGER, 4),
  UN(Kind.BULK, 1),
  UR(Kind.LONG_TEXT, 1),
  US(Kind.INTEGER, 2),
  UT(Kind.LONG_TEXT, 1),
  UV(Kind.INTEGER, 8);

  /** What the bytes of a value are. */
  enum Kind {
    /** Values of the default repertoire, separated by backslashes. */
    ASCII,
    /** Values in the specific character set, separated by backslashes. */
    TEXT,
    /** One value in the specific character set; a backslash is a character. */
    LONG_TEXT,
    INTEGER,
    FLOATING,
    BULK,
    ITEMS
  }

  private final Kind kind;
  private final int width;

  Vr(Kind kind, int width) {
    this.kind = kind;
    this.width = width;
  }

  Kind kind() {
    return kind;
  }

  /** Bytes of the unit whose order depends on the transfer syntax; AT is a pair of such units. */
  int width() {
    return width;
  }

  boolean isText() {
    return kind == Kind.ASCII || kind == Kind.TEXT || kind == Kind.LONG_TEXT;
  }

  /** Whether the explicit header has a 32-bit length after two reserved bytes (PS3.5 7.1.2). */
  boolean hasLongHeader() {
    return switch (this) {
      case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
      default -> false;
    };
  }

  /** What makes an odd value even (PS3.5 section 6.2): NUL for UI and binary, else a space. */
  byte padding() {
    return (byte) (isText() && this != UI ? ' ' : 0);
  }

  /** The representation with this two-letter code. */
  static Optional<Vr> of(int first, int second) {
    if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_CODE[(first - 'A') * 26 + second - 'A']);
  }

  private static final @Nullable Vr[] BY_CODE = byCode();

  private static @Nullable Vr[] byCode() {
    @Nullable Vr[] table = new Vr[26 * 26];
    for (Vr vr : values()) {
      table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
    return table;
  }
}
