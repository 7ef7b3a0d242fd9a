package org.trabecula.dicom.codec;

import org.jspecify.annotations.Nullable;

/**
 * JPEG with Huffman coding (ITU-T T.81): baseline and extended sequential DCT of 8 and 12 bits, and
 * lossless of 2 to 16 bits with every predictor. Components come as they are stored; colour is not
 * converted.
 */
public final class Jpeg {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DQT = 0xDB;
  private static final int DHT = 0xC4;
  private static final int DAC = 0xCC;
  private static final int JPG = 0xC8;
  private static final int DRI = 0xDD;
  private static final int SOF_55 = 0xF7;

  private final JpegMarkers markers;
  private final Shape shape;
  private final JpegTables tables = new JpegTables();
  private final int[] samples;
  private @Nullable JpegFrame frame;
  private JpegPlane[] planes = {};
  private int decoded;

  private Jpeg(byte[] bytes, Shape shape) {
    this.markers = new JpegMarkers(bytes);
    this.shape = shape;
    this.samples = new int[shape.size()];
  }

  /** Decodes a frame into unsigned samples. */
  public static int[] decode(byte[] bytes, Shape shape) throws CodecException {
    // A block of 64 samples takes two bits at least, a lossless sample one.
    if (shape.size() > 256L * bytes.length) {
      throw CodecException.damaged("JPEG holds too few bytes for the frame");
    }
    Jpeg decoder = new Jpeg(bytes, shape);
    decoder.markers.require(SOI);
    while (decoder.decoded < shape.samples()) {
      decoder.segment(decoder.markers.next());
    }
    decoder.collect();
    return decoder.samples;
  }

  private void segment(int marker) throws CodecException {
    if (marker >= 0xD0 && marker <= 0xD7) {
      return;
    }
    switch (marker) {
      case DQT -> tables.readQuantisation(markers.segment());
      case DHT -> tables.readHuffman(markers.segment());
      case DRI -> tables.readRestartInterval(markers.segment());
      case SOS -> scan();
      case EOI, SOI -> throw CodecException.damaged("JPEG ends before its last component");
      case SOF_55 -> throw CodecException.damaged("JPEG-LS under the syntax of JPEG");
      default -> {
        JpegMarkers.Segment segment = markers.segment();
        if (marker >= 0xC0 && marker <= 0xCF && marker != DAC && marker != JPG) {
          start(marker - 0xC0, segment);
        }
      }
    }
  }

  private void start(int process, JpegMarkers.Segment segment) throws CodecException {
    if (frame != null) {
      throw CodecException.damaged("JPEG with two frames");
    }
    JpegFrame header = JpegFrame.read(process, segment, shape);
    frame = header;
    if (process == 3) {
      return;
    }
    planes = new JpegPlane[header.components().size()];
    for (int c = 0; c < planes.length; c++) {
      JpegFrame.Component component = header.components().get(c);
      int columns = share(header.columns(), component.across(), header.mostAcross());
      int rows = share(header.rows(), component.down(), header.mostDown());
      planes[c] = new JpegPlane(columns, rows, 4, header.precision());
    }
  }

  private static int share(int size, int factor, int most) {
    return (size * factor + most - 1) / most;
  }

  private void scan() throws CodecException {
    JpegFrame header = frame;
    if (header == null) {
      throw CodecException.damaged("a JPEG scan before its frame");
    }
    JpegScanHeader scan = JpegScanHeader.read(markers.segment(), header);
    JpegBits bits = new JpegBits(markers.bytes(), markers.position());
    if (header.process() == 3) {
      new JpegLosslessScan(header, scan, tables, samples).decode(bits, tables.restartInterval());
    } else {
      new JpegSequentialScan(header, scan, tables, planes).decode(bits);
    }
    markers.seek(bits.position());
    decoded += scan.parts().size();
  }

  /** Brings the planes together; a subsampled one is repeated. */
  private void collect() {
    JpegFrame header = frame;
    if (header == null || planes.length == 0) {
      return;
    }
    for (int c = 0; c < planes.length; c++) {
      JpegFrame.Component component = header.components().get(c);
      int at = c;
      for (int row = 0; row < shape.rows(); row++) {
        int y = row * component.down() / header.mostDown();
        for (int column = 0; column < shape.columns(); column++, at += planes.length) {
          samples[at] = planes[c].at(y, column * component.across() / header.mostAcross());
        }
      }
    }
  }
}
