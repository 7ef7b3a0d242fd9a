package org.trabecula.dicom.deidentify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Vr;

/** Values that say nothing, of every representation (PS3.15 section E.3, action D). */
final class DummyValues {
  private DummyValues() {}

  /** An element that says nothing; none where the representation is not known. */
  static Optional<Element> of(int tag, Vr vr) {
    return switch (vr) {
      case SQ -> Optional.of(new Element.Sequence(tag, List.of(DataSet.empty())));
      case UN -> Optional.empty();
      case AE, CS, LO, LT, PN, SH, ST, UC, UR, UT -> text(tag, vr, "REMOVED");
      case DA -> text(tag, vr, "19000101");
      case DT -> text(tag, vr, "19000101000000");
      case TM -> text(tag, vr, "000000");
      case AS -> text(tag, vr, "000Y");
      case DS, IS -> text(tag, vr, "0");
      case UI -> text(tag, vr, "2.25.0");
      case US, SS, OB, OW -> zeros(tag, vr, 2);
      case AT, UL, SL, FL, OF, OL -> zeros(tag, vr, 4);
      case FD, OD, SV, UV, OV -> zeros(tag, vr, 8);
    };
  }

  /** An element without a value. */
  static Element empty(int tag, Vr vr) {
    return vr == Vr.SQ
        ? new Element.Sequence(tag, List.of())
        : new Element.Plain(tag, vr, Bytes.copyOf(new byte[0]));
  }

  /** An element with an ASCII value. */
  static Element ascii(int tag, Vr vr, String value) {
    return new Element.Plain(tag, vr, Bytes.copyOf(value.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Optional<Element> text(int tag, Vr vr, String value) {
    return Optional.of(ascii(tag, vr, value));
  }

  private static Optional<Element> zeros(int tag, Vr vr, int length) {
    return Optional.of(new Element.Plain(tag, vr, Bytes.copyOf(new byte[length])));
  }
}
