package org.trabecula.dicom;

import java.util.Optional;

/**
 * Tag, representation and length of an element (PS3.5 section 7.1).
 *
 * @param undefined whether the length is to be found by a delimiter
 */
record ElementHeader(int tag, Vr vr, long length, boolean undefined) {
  static ElementHeader read(DicomInput in, boolean explicit) throws ParseException {
    int tag = in.tag();
    if (tag >>> 16 == 0xFFFE || !explicit) {
      return of(tag, implicit(tag), in.u32());
    }
    int first = in.u8();
    int second = in.u8();
    Optional<Vr> vr = Vr.of(first, second);
    if (vr.isPresent()) {
      return withVr(tag, vr.get(), in);
    }
    // PS3.5 section 6.2: representations to come will have the long header.
    if (isCapital(first) && isCapital(second)) {
      in.u16();
      return of(tag, Vr.UN, in.u32());
    }
    // Anything else is a writer's mistake; the short header is what such files have.
    return of(tag, Vr.UN, in.u16());
  }

  private static ElementHeader withVr(int tag, Vr vr, DicomInput in) throws ParseException {
    if (!vr.hasLongHeader()) {
      return new ElementHeader(tag, vr, in.u16(), false);
    }
    in.u16();
    return of(tag, vr, in.u32());
  }

  private static ElementHeader of(int tag, Vr vr, long length) {
    return new ElementHeader(tag, vr, length, length == DicomInput.UNDEFINED);
  }

  private static Vr implicit(int tag) {
    return Tag.vr(tag);
  }

  private static boolean isCapital(int letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
