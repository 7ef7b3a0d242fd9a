package org.trabecula.dicom.codec;

import java.util.Arrays;

/** Decodes one scan of the sequential DCT processes 1, 2 and 4 (T.81 annex F). */
final class JpegSequentialScan {
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private final JpegFrame frame;
  private final JpegScanHeader header;
  private final JpegTables tables;
  private final JpegPlane[] planes;
  private final int[] predictions;
  private final int[] coefficients = new int[64];

  JpegSequentialScan(
      JpegFrame frame, JpegScanHeader header, JpegTables tables, JpegPlane[] planes) {
    this.frame = frame;
    this.header = header;
    this.tables = tables;
    this.planes = planes;
    this.predictions = new int[planes.length];
  }

  void decode(JpegBits bits) throws CodecException {
    boolean single = header.parts().size() == 1;
    JpegPlane only = planes[header.parts().get(0).component()];
    int across = single ? only.blocksAcross() : units(frame.columns(), frame.mostAcross());
    int down = single ? only.blocksDown() : units(frame.rows(), frame.mostDown());
    int left = tables.restartInterval();
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        if (tables.restartInterval() > 0 && left-- == 0) {
          bits.restart();
          Arrays.fill(predictions, 0);
          left = tables.restartInterval() - 1;
        }
        if (single) {
          block(bits, header.parts().get(0), x, y);
        } else {
          unit(bits, x, y);
        }
      }
      bits.requireNotExhausted();
    }
  }

  /** A minimum coded unit of several components (T.81 section A.2.3). */
  private void unit(JpegBits bits, int x, int y) throws CodecException {
    for (JpegScanHeader.Part part : header.parts()) {
      JpegFrame.Component component = frame.components().get(part.component());
      for (int v = 0; v < component.down(); v++) {
        for (int h = 0; h < component.across(); h++) {
          block(bits, part, x * component.across() + h, y * component.down() + v);
        }
      }
    }
  }

  private void block(JpegBits bits, JpegScanHeader.Part part, int x, int y) throws CodecException {
    int c = part.component();
    int[] steps = tables.quantisation(frame.components().get(c).table());
    Arrays.fill(coefficients, 0);
    int category = tables.direct(part.direct()).decode(bits);
    if (category > 15) {
      throw CodecException.damaged("a JPEG difference of " + category + " bits");
    }
    predictions[c] += bits.signed(category);
    coefficients[0] = predictions[c] * steps[0];
    JpegHuffman alternating = tables.alternating(part.alternating());
    for (int k = 1; k < 64; k++) {
      int code = alternating.decode(bits);
      int size = code & 0x0F;
      int zeros = code >> 4;
      if (size == 0 && zeros < 15) {
        break;
      }
      k += zeros;
      if (k > 63) {
        throw CodecException.damaged("a JPEG block of more than 64 coefficients");
      }
      coefficients[ZIGZAG[k]] = bits.signed(size) * steps[k];
    }
    planes[c].put(x, y, coefficients);
  }

  private static int units(int size, int factor) {
    return (size + 8 * factor - 1) / (8 * factor);
  }
}
