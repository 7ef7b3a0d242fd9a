package org.trabecula.dicom.codec;

/** Decodes one scan of process 14 (T.81 annex H). */
final class JpegLosslessScan {
  private final JpegFrame frame;
  private final JpegScanHeader header;
  private final JpegHuffman[] tables;
  private final int[] samples;

  JpegLosslessScan(JpegFrame frame, JpegScanHeader header, JpegTables tables, int[] samples)
      throws CodecException {
    if (header.selection() < 1 || header.selection() > 7) {
      throw CodecException.damaged("lossless JPEG predictor " + header.selection());
    }
    if (header.transform() >= frame.precision()) {
      throw CodecException.damaged("lossless JPEG point transform " + header.transform());
    }
    this.frame = frame;
    this.header = header;
    this.samples = samples;
    this.tables = new JpegHuffman[header.parts().size()];
    for (int i = 0; i < this.tables.length; i++) {
      this.tables[i] = tables.direct(header.parts().get(i).direct());
    }
  }

  void decode(JpegBits bits, int restartInterval) throws CodecException {
    if (restartInterval % frame.columns() != 0) {
      throw CodecException.damaged("lossless JPEG restarts inside a line");
    }
    int every = restartInterval / frame.columns();
    for (int row = 0; row < frame.rows(); row++) {
      boolean first = row == 0 || (every > 0 && row % every == 0);
      if (first && row > 0) {
        bits.restart();
      }
      line(bits, row, first);
      bits.requireNotExhausted();
    }
    if (header.transform() > 0) {
      scale();
    }
  }

  private void line(JpegBits bits, int row, boolean first) throws CodecException {
    int stride = frame.components().size();
    int up = frame.columns() * stride;
    for (int column = 0; column < frame.columns(); column++) {
      for (int i = 0; i < tables.length; i++) {
        int at = row * up + column * stride + header.parts().get(i).component();
        int category = tables[i].decode(bits);
        if (category > 16) {
          throw CodecException.damaged("lossless JPEG difference of " + category + " bits");
        }
        // T.81 section H.1.2.2: category 16 has no further bits.
        int difference = category == 16 ? 1 << 15 : bits.signed(category);
        samples[at] = predicted(at, up, column, first) + difference & 0xFFFF;
      }
    }
  }

  /** T.81 table H.1; the edges as in section H.1.1. */
  private int predicted(int at, int up, int column, boolean first) {
    int stride = frame.components().size();
    if (first) {
      return column == 0 ? 1 << (frame.precision() - header.transform() - 1) : samples[at - stride];
    }
    int above = samples[at - up];
    if (column == 0) {
      return above;
    }
    int left = samples[at - stride];
    int corner = samples[at - up - stride];
    return switch (header.selection()) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> corner;
      case 4 -> left + above - corner;
      case 5 -> left + ((above - corner) >> 1);
      case 6 -> above + ((left - corner) >> 1);
      default -> (left + above) >> 1;
    };
  }

  private void scale() {
    int stride = frame.components().size();
    for (JpegScanHeader.Part part : header.parts()) {
      for (int i = part.component(); i < samples.length; i += stride) {
        samples[i] = samples[i] << header.transform() & 0xFFFF;
      }
    }
  }
}
