package org.trabecula.dicom.deidentify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.trabecula.dicom.Bytes;
import org.trabecula.dicom.DataSet;
import org.trabecula.dicom.DataSetBuilder;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Frame;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Vr;

/** Writes stored values as uncompressed pixel data (PS3.5 section 8.1), interleaved by pixel. */
final class PlainPixels {
  private static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;

  private PlainPixels() {}

  /** The bytes of a sample. */
  static int width(Frame frame) {
    return frame.bitsStored() <= 8 ? 1 : frame.bitsStored() <= 16 ? 2 : 4;
  }

  /** The data set with these frames, all described by one of them. */
  static DataSet put(DataSet data, Frame frame, List<int[]> frames) {
    int width = width(frame);
    byte[] bytes = new byte[frames.size() * frames.get(0).length * width];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] values : frames) {
      for (int value : values) {
        switch (width) {
          case 1 -> buffer.put((byte) value);
          case 2 -> buffer.putShort((short) value);
          default -> buffer.putInt(value);
        }
      }
    }
    DataSetBuilder builder =
        data.toBuilder()
            .putInts(Tag.BitsAllocated, 8 * width)
            .putInts(Tag.BitsStored, frame.bitsStored())
            .putInts(Tag.HighBit, frame.bitsStored() - 1)
            .put(Tag.PhotometricInterpretation, frame.photometricInterpretation())
            .remove(Tag.ExtendedOffsetTable)
            .remove(EXTENDED_OFFSET_TABLE_LENGTHS)
            .put(new Element.Plain(Tag.PixelData, width == 1 ? Vr.OB : Vr.OW, Bytes.copyOf(bytes)));
    if (frame.samplesPerPixel() > 1) {
      builder.putInts(Tag.PlanarConfiguration, 0);
    }
    return builder.build();
  }
}
