package org.trabecula.dicom.deidentify;

import java.nio.ByteBuffer;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DicomObject;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;

/**
 * Bits of 16-bit pixel cells that no stored value uses: old files keep overlays there (PS3.5
 * section 8.1.2, retired), and an overlay may be text.
 */
final class UnusedBits {
  private UnusedBits() {}

  /** Whether anything stands in them, the extension of a sign apart. */
  static boolean hold(DicomObject object) {
    DataSet data = object.data();
    int stored = data.integer(Tag.BitsStored).orElse(16);
    int high = data.integer(Tag.HighBit).orElse(stored - 1);
    boolean possible =
        data.element(Tag.PixelData).orElse(null) instanceof Element.Plain
            && data.integer(Tag.BitsAllocated).orElse(0) == 16
            && stored < 16
            && high >= stored - 1
            && high < 16;
    if (!possible) {
      return false;
    }
    boolean signed = data.integer(Tag.PixelRepresentation).orElse(0) == 1;
    int low = high + 1 - stored;
    int above = 0xFFFF & -(1 << (high + 1));
    int below = (1 << low) - 1;
    ByteBuffer cells = data.bytes(Tag.PixelData).orElseThrow().buffer();
    for (int i = 0; i + 1 < cells.capacity(); i += 2) {
      int cell = cells.getShort(i) & 0xFFFF;
      int sign = signed && (cell >> high & 1) == 1 ? above : 0;
      if ((cell & below) != 0 || (cell & above) != 0 && (cell & above) != sign) {
        return true;
      }
    }
    return false;
  }
}
