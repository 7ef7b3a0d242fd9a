package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** RLE (PS3.5 annex G): one PackBits segment per byte of a sample, high byte first. */
public final class Rle {
  private static final int HEADER = 64;

  private Rle() {}

  /**
   * Decodes a frame.
   *
   * @param frame header and segments
   * @param shape what the frame holds
   * @param bytesPerSample 1, 2 or 4
   * @return unsigned samples; 4 bytes fill the {@code int}
   */
  public static int[] decode(byte[] frame, Shape shape, int bytesPerSample) throws CodecException {
    int segments = shape.samples() * bytesPerSample;
    int[] offsets = offsets(frame, segments);
    int pixels = shape.rows() * shape.columns();
    requirePossible(frame.length, (long) pixels * segments);
    int[] samples = new int[shape.size()];
    for (int segment = 0; segment < segments; segment++) {
      byte[] plane = unpack(frame, offsets[segment], offsets[segment + 1], pixels);
      int sample = segment / bytesPerSample;
      int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
      for (int pixel = 0; pixel < pixels; pixel++) {
        samples[pixel * shape.samples() + sample] |= (plane[pixel] & 0xFF) << shift;
      }
    }
    return samples;
  }

  /** Two bytes make at most 128: less cannot fill the frame, so nothing is allocated for it. */
  private static void requirePossible(int available, long wanted) throws CodecException {
    if (wanted > 64L * available) {
      throw CodecException.damaged("RLE holds too few bytes for the frame");
    }
  }

  private static int[] offsets(byte[] frame, int segments) throws CodecException {
    if (frame.length < HEADER) {
      throw CodecException.damaged("RLE has no header");
    }
    ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != segments) {
      throw CodecException.damaged(
          "RLE has %d segments, not %d".formatted(header.getInt(0), segments));
    }
    if (segments > 15) {
      throw CodecException.unsupported("RLE of more than 15 segments");
    }
    int[] offsets = new int[segments + 1];
    offsets[segments] = frame.length;
    for (int i = segments - 1; i >= 0; i--) {
      offsets[i] = header.getInt(4 + 4 * i);
      if (offsets[i] < HEADER || offsets[i] > offsets[i + 1]) {
        throw CodecException.damaged("RLE segment offsets are not in order");
      }
    }
    return offsets;
  }

  private static byte[] unpack(byte[] frame, int start, int end, int size) throws CodecException {
    byte[] plane = new byte[size];
    int at = start;
    int filled = 0;
    while (filled < size) {
      if (at >= end) {
        throw CodecException.damaged("an RLE segment ends early");
      }
      int control = frame[at++];
      if (control == -128) {
        continue;
      }
      int run = Math.min(control >= 0 ? control + 1 : 1 - control, size - filled);
      int needed = control >= 0 ? run : 1;
      if (at + needed > end) {
        throw CodecException.damaged("an RLE segment ends early");
      }
      if (control >= 0) {
        System.arraycopy(frame, at, plane, filled, run);
        at += control + 1;
      } else {
        Arrays.fill(plane, filled, filled + run, frame[at++]);
      }
      filled += run;
    }
    return plane;
  }
}
