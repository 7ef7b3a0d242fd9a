package org.trabecula.dicom.codec;

import java.util.List;

/**
 * The scan header (T.81 section B.2.3).
 *
 * @param parts which components, and with which tables
 * @param selection Ss: the predictor of a lossless scan
 * @param transform Al: the point transform
 */
record JpegScanHeader(List<Part> parts, int selection, int transform) {
  /** A component by index in the frame, and its tables. */
  record Part(int component, int direct, int alternating) {}

  static JpegScanHeader read(JpegMarkers.Segment segment, JpegFrame frame) throws CodecException {
    int count = segment.u8();
    if (count < 1 || count > frame.components().size()) {
      throw CodecException.damaged("a JPEG scan of " + count + " components");
    }
    Part[] parts = new Part[count];
    for (int i = 0; i < count; i++) {
      int component = frame.indexOf(segment.u8());
      int tables = segment.u8();
      parts[i] = new Part(component, tables >> 4 & 0x03, tables & 0x03);
    }
    int selection = segment.u8();
    segment.u8();
    return new JpegScanHeader(List.of(parts), selection, segment.u8() & 0x0F);
  }
}
