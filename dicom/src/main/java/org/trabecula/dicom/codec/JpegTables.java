package org.trabecula.dicom.codec;

import org.jspecify.annotations.Nullable;

/** The tables in force (T.81 section B.2.4): four of each kind, and the restart interval. */
final class JpegTables {
  private final int[] @Nullable [] quantisation = new int[4][];
  private final @Nullable JpegHuffman[] direct = new JpegHuffman[4];
  private final @Nullable JpegHuffman[] alternating = new JpegHuffman[4];
  private int restartInterval;

  void readQuantisation(JpegMarkers.Segment segment) throws CodecException {
    while (segment.remaining() > 0) {
      int head = segment.u8();
      int[] steps = new int[64];
      for (int i = 0; i < 64; i++) {
        steps[i] = head >> 4 == 0 ? segment.u8() : segment.u16();
      }
      quantisation[head & 0x03] = steps;
    }
  }

  void readHuffman(JpegMarkers.Segment segment) throws CodecException {
    while (segment.remaining() > 0) {
      int head = segment.u8();
      JpegHuffman table = JpegHuffman.read(segment);
      if (head >> 4 == 0) {
        direct[head & 0x03] = table;
      } else {
        alternating[head & 0x03] = table;
      }
    }
  }

  void readRestartInterval(JpegMarkers.Segment segment) throws CodecException {
    restartInterval = segment.u16();
  }

  int restartInterval() {
    return restartInterval;
  }

  int[] quantisation(int index) throws CodecException {
    int[] steps = quantisation[index];
    if (steps == null) {
      throw CodecException.damaged("a JPEG quantisation table is missing");
    }
    return steps;
  }

  JpegHuffman direct(int index) throws CodecException {
    return require(direct[index]);
  }

  JpegHuffman alternating(int index) throws CodecException {
    return require(alternating[index]);
  }

  private static JpegHuffman require(@Nullable JpegHuffman table) throws CodecException {
    if (table == null) {
      throw CodecException.damaged("a JPEG Huffman table is missing");
    }
    return table;
  }
}
