package org.trabecula.dicom.codec;

/** Bits of a JPEG-LS scan: after a byte FF the next one carries seven (T.87 section A.1). */
final class JpegLsBits {
  private final byte[] bytes;
  private int position;
  private boolean afterFull;

  /** The bits not yet taken, left-aligned, zeros after them. */
  private long window;

  /** How many bits of the window are real; negative once more were taken than there are. */
  private int available;

  JpegLsBits(byte[] bytes, int start) {
    this.bytes = bytes;
    this.position = start;
    fill();
  }

  /** The number of zeros before the next one, which is taken too; at most {@code most} zeros. */
  int zeros(int most) {
    int zeros = 0;
    while (zeros < most) {
      if (available < 32) {
        fill();
      }
      int run = Math.min(Long.numberOfLeadingZeros(window), 32);
      if (zeros + run >= most) {
        skip(most - zeros);
        zeros = most;
      } else if (run < 32) {
        skip(run + 1);
        return zeros + run;
      } else {
        skip(32);
        zeros += 32;
      }
    }
    // A code word of the longest kind still has its one.
    take(1);
    return most;
  }

  /** The next bits as a number, at most 31. */
  int take(int bits) {
    if (bits == 0) {
      return 0;
    }
    if (available < bits) {
      fill();
    }
    int value = (int) (window >>> (Long.SIZE - bits));
    skip(bits);
    return value;
  }

  /** Throws once more bits were taken than the scan has. */
  void requireNotExhausted() throws CodecException {
    if (available < 0) {
      throw CodecException.damaged("a JPEG-LS scan ends early");
    }
  }

  /** Where the next marker is looked for. */
  int position() {
    return position;
  }

  private void skip(int bits) {
    window <<= bits;
    available -= bits;
  }

  private void fill() {
    while (available >= 0 && available <= 56 && position < bytes.length) {
      int next = bytes[position] & 0xFF;
      if (next == 0xFF && (position + 1 == bytes.length || bytes[position + 1] < 0)) {
        // A marker: FF and a byte with the high bit set.
        return;
      }
      int bits = afterFull ? 7 : 8;
      window |= (long) next << (Long.SIZE - available - bits);
      available += bits;
      afterFull = next == 0xFF;
      position++;
    }
  }
}
