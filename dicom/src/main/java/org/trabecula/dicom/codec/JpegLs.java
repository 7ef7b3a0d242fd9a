package org.trabecula.dicom.codec;

import org.jspecify.annotations.Nullable;

/**
 * JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1 = ITU-T T.87), 2 to 16 bits, interleaved by
 * plane, line or sample. Mapping tables, restart intervals, subsampling and colour transforms are
 * not decoded.
 */
public final class JpegLs {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DRI = 0xDD;
  private static final int APP8 = 0xE8;
  private static final int SOF_55 = 0xF7;
  private static final int LSE = 0xF8;

  private final JpegMarkers markers;
  private final Shape shape;
  private final int[] samples;
  private int precision;
  private int decoded;
  private int @Nullable [] preset;

  private JpegLs(byte[] frame, Shape shape) {
    this.markers = new JpegMarkers(frame);
    this.shape = shape;
    this.samples = new int[shape.size()];
  }

  /** Decodes a frame into unsigned samples. */
  public static int[] decode(byte[] frame, Shape shape) throws CodecException {
    // The cheapest line is a run of one bit for up to 2^15 samples.
    if (shape.size() > 1L << 20 && shape.size() / (1L << 15) > 8L * frame.length) {
      throw CodecException.damaged("JPEG-LS holds too few bytes for the frame");
    }
    JpegLs decoder = new JpegLs(frame, shape);
    decoder.markers.require(SOI);
    while (decoder.decoded < shape.samples()) {
      decoder.segment(decoder.markers.next());
    }
    return decoder.samples;
  }

  private void segment(int marker) throws CodecException {
    switch (marker) {
      case SOF_55 -> frameHeader(markers.segment());
      case LSE -> preset(markers.segment());
      case SOS -> scan(markers.segment());
      case DRI -> {
        if (markers.segment().u16() != 0) {
          throw CodecException.unsupported("JPEG-LS with restart intervals");
        }
      }
      case APP8 -> application(markers.segment());
      case EOI -> throw CodecException.damaged("JPEG-LS ends before its last component");
      default -> {
        if (marker >= 0xC0 && marker <= 0xCF) {
          throw CodecException.damaged("another JPEG than JPEG-LS");
        }
        markers.segment();
      }
    }
  }

  private void frameHeader(JpegMarkers.Segment header) throws CodecException {
    precision = header.u8();
    int rows = header.u16();
    int columns = header.u16();
    int components = header.u8();
    shape.requireSame(rows, columns, components);
    if (precision < 2 || precision > 16) {
      throw CodecException.damaged("JPEG-LS of " + precision + " bits");
    }
    for (int c = 0; c < components; c++) {
      header.u8();
      if (header.u8() != 0x11) {
        throw CodecException.unsupported("JPEG-LS with subsampled components");
      }
      header.u8();
    }
  }

  private void preset(JpegMarkers.Segment segment) throws CodecException {
    int id = segment.u8();
    if (id != 1) {
      throw CodecException.unsupported("JPEG-LS with mapping tables or oversize dimensions");
    }
    int[] values = new int[5];
    for (int i = 0; i < values.length; i++) {
      values[i] = segment.u16();
    }
    preset = values;
  }

  /** HP's colour transforms, which are no part of the standard, announce themselves as "mrfx". */
  private static void application(JpegMarkers.Segment segment) throws CodecException {
    if (segment.length() >= 5
        && segment.u8() == 'm'
        && segment.u8() == 'r'
        && segment.u8() == 'f'
        && segment.u8() == 'x'
        && segment.u8() != 0) {
      throw CodecException.unsupported("JPEG-LS with a colour transform");
    }
  }

  private void scan(JpegMarkers.Segment header) throws CodecException {
    int components = header.u8();
    for (int c = 0; c < components; c++) {
      header.u8();
      if (header.u8() != 0) {
        throw CodecException.unsupported("JPEG-LS with mapping tables");
      }
    }
    int near = header.u8();
    int interleave = header.u8();
    if ((header.u8() & 0x0F) != 0) {
      throw CodecException.unsupported("JPEG-LS with a point transform");
    }
    boolean single = components == 1;
    if (precision == 0 || components < 1 || components > shape.samples() - decoded) {
      throw CodecException.damaged("a JPEG-LS scan does not fit its frame");
    }
    if (interleave > 2 || (interleave == 0 && !single)) {
      throw CodecException.damaged("JPEG-LS interleave mode " + interleave);
    }
    JpegLsBits bits = new JpegLsBits(markers.bytes(), markers.position());
    decodeLines(new JpegLsScan(bits, coding(near)), bits, components, interleave == 2 && !single);
    markers.seek(bits.position());
    decoded += components;
  }

  private JpegLsCoding coding(int near) throws CodecException {
    int largest = (1 << precision) - 1;
    if (near > Math.min(255, largest / 2)) {
      throw CodecException.damaged("JPEG-LS near-lossless by " + near);
    }
    JpegLsCoding usual = JpegLsCoding.usual(largest, near);
    if (preset == null) {
      return usual;
    }
    if (preset[0] > largest) {
      throw CodecException.damaged("JPEG-LS preset parameters are out of order");
    }
    return usual.with(preset);
  }

  private void decodeLines(JpegLsScan scan, JpegLsBits bits, int components, boolean bySample)
      throws CodecException {
    int[][] above = new int[components][shape.columns() + 2];
    int[][] line = new int[components][shape.columns() + 2];
    int[] runIndex = new int[components];
    for (int row = 0; row < shape.rows(); row++) {
      if (bySample) {
        scan.lines(above, line);
      } else {
        for (int c = 0; c < components; c++) {
          scan.runIndex(runIndex[c]);
          scan.line(above[c], line[c]);
          runIndex[c] = scan.runIndex();
        }
      }
      bits.requireNotExhausted();
      store(row, line);
      int[][] held = above;
      above = line;
      line = held;
    }
  }

  private void store(int row, int[][] line) {
    int stride = shape.samples();
    for (int c = 0; c < line.length; c++) {
      int at = row * shape.columns() * stride + decoded + c;
      for (int column = 1; column <= shape.columns(); column++, at += stride) {
        samples[at] = line[c][column];
      }
    }
  }
}
