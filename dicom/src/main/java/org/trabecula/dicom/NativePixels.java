package org.trabecula.dicom;

import java.nio.ByteBuffer;
import org.trabecula.dicom.codec.Shape;

/** Pixel data that are not compressed (PS3.5 section 8.1). */
final class NativePixels {
  private final PixelDescription description;
  private final Shape shape;

  NativePixels(PixelDescription description) {
    this.description = description;
    this.shape = description.shape();
  }

  /** The cells of a frame, interleaved by pixel. */
  int[] cells(Bytes all, int frame) throws ParseException {
    int bits = description.bitsAllocated();
    if (bits != 1 && bits != 8 && bits != 16 && bits != 32) {
      throw new ParseException(
          new DicomFailure.UnsupportedPixels("%d bits allocated".formatted(bits)));
    }
    if (description.layout().photometric().equals("YBR_FULL_422")) {
      return subsampled(all, frame);
    }
    long firstBit = (long) shape.size() * bits * frame;
    require(all, (firstBit + (long) shape.size() * bits + 7) / 8);
    return bits == 1 ? bits(all, firstBit) : interleaved(all, firstBit / 8);
  }

  private int[] interleaved(Bytes all, long start) {
    int width = description.bitsAllocated() / 8;
    ByteBuffer bytes = all.slice((int) start, shape.size() * width).buffer();
    boolean planar = description.layout().planar() && shape.samples() > 1;
    int[] cells = new int[shape.size()];
    int pixels = shape.rows() * shape.columns();
    for (int i = 0; i < cells.length; i++) {
      int cell =
          switch (width) {
            case 1 -> bytes.get(i) & 0xFF;
            case 2 -> bytes.getShort(2 * i) & 0xFFFF;
            default -> bytes.getInt(4 * i);
          };
      cells[planar ? i % pixels * shape.samples() + i / pixels : i] = cell;
    }
    return cells;
  }

  /** One bit a sample, the first in the lowest bit; frames follow without a gap. */
  private int[] bits(Bytes all, long firstBit) {
    int[] cells = new int[shape.size()];
    for (int i = 0; i < cells.length; i++) {
      long bit = firstBit + i;
      cells[i] = all.at((int) (bit / 8)) >> (bit % 8) & 1;
    }
    return cells;
  }

  /** Y1 Y2 Cb Cr for each pair of pixels (PS3.3 section C.7.6.3.1.2), widened to YBR_FULL. */
  private int[] subsampled(Bytes all, int frame) throws ParseException {
    if (description.bitsAllocated() != 8 || shape.samples() != 3 || shape.columns() % 2 != 0) {
      throw new ParseException(
          new DicomFailure.UnsupportedPixels("YBR_FULL_422 other than 8 bits in even columns"));
    }
    int pairs = shape.rows() * shape.columns() / 2;
    long start = 4L * pairs * frame;
    require(all, start + 4L * pairs);
    int[] cells = new int[shape.size()];
    for (int pair = 0; pair < pairs; pair++) {
      int from = (int) start + 4 * pair;
      for (int pixel = 0; pixel < 2; pixel++) {
        int to = 6 * pair + 3 * pixel;
        cells[to] = all.at(from + pixel);
        cells[to + 1] = all.at(from + 2);
        cells[to + 2] = all.at(from + 3);
      }
    }
    return cells;
  }

  private static void require(Bytes all, long needed) throws ParseException {
    if (all.length() < needed) {
      throw new ParseException(
          new DicomFailure.DamagedPixels(
              "%d bytes where %d are needed".formatted(all.length(), needed)));
    }
  }
}
