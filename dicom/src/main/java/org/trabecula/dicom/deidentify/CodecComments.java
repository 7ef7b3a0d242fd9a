package org.trabecula.dicom.deidentify;

import java.util.List;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;

/**
 * Comments and application segments in the headers of JPEG, JPEG-LS and JPEG 2000 streams: nothing
 * needs them, and anything may stand in them. They are overwritten with zeros; no pixel changes.
 */
final class CodecComments {
  private static final int START_OF_SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int J2K_TILE = 0x90;
  private static final int J2K_COMMENT = 0x64;

  private CodecComments() {}

  /** The object with blank comments. */
  static DicomObject blanked(DicomObject object) {
    if (!(object.data().element(Tag.PixelData).orElse(null)
        instanceof Element.Encapsulated pixels)) {
      return object;
    }
    List<Bytes> fragments = pixels.fragments().stream().map(CodecComments::blanked).toList();
    return fragments.equals(pixels.fragments())
        ? object
        : new DicomObject(
            object.meta(),
            object.data().toBuilder()
                .put(new Element.Encapsulated(pixels.tag(), pixels.vr(), fragments))
                .build(),
            object.syntax());
  }

  private static Bytes blanked(Bytes fragment) {
    if (fragment.length() < 4 || fragment.at(0) != 0xFF) {
      return fragment;
    }
    return switch (fragment.at(1)) {
      case 0xD8 -> walked(fragment, false);
      case 0x4F -> walked(fragment, true);
      default -> fragment;
    };
  }

  /** Follows the segments up to the first that holds image data. */
  private static Bytes walked(Bytes fragment, boolean jpeg2000) {
    byte[] bytes = fragment.toArray();
    boolean changed = false;
    int at = 2;
    while (at + 4 <= bytes.length && fragment.at(at) == 0xFF) {
      int marker = fragment.at(at + 1);
      if (marker == (jpeg2000 ? J2K_TILE : START_OF_SCAN)) {
        break;
      }
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int end = at + 2 + (fragment.at(at + 2) << 8 | fragment.at(at + 3));
      if (end > bytes.length || end < at + 4) {
        break;
      }
      boolean free = jpeg2000 ? marker == J2K_COMMENT : isFree(marker);
      // The registration of a JPEG 2000 comment stays: without it the segment is none.
      for (int i = at + (jpeg2000 ? 6 : 4); free && i < end; i++) {
        changed |= bytes[i] != 0;
        bytes[i] = 0;
      }
      at = end;
    }
    return changed ? Bytes.copyOf(bytes) : fragment;
  }

  /** APP0 (JFIF), APP8 (SPIFF, HP colours) and APP14 (Adobe) say how colours are meant. */
  private static boolean isFree(int marker) {
    boolean application = marker >= 0xE0 && marker <= 0xEF;
    return marker == COMMENT || application && marker != 0xE0 && marker != 0xE8 && marker != 0xEE;
  }
}
