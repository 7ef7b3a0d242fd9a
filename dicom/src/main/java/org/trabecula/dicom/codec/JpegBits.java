package org.trabecula.dicom.codec;

/**
 * Bits of an entropy-coded segment: a byte FF is followed by a stuffed 00 (T.81 section B.1.1.5).
 */
final class JpegBits {
  private final byte[] bytes;
  private int position;
  private long window;

  /** How many bits of the window are real; negative once more were taken than there are. */
  private int available;

  JpegBits(byte[] bytes, int start) {
    this.bytes = bytes;
    this.position = start;
  }

  /** The next 16 bits, zeros past the end. */
  int peek16() {
    if (available < 16) {
      fill();
    }
    return (int) (window >>> 48);
  }

  void skip(int count) {
    window <<= count;
    available -= count;
  }

  /**
   * The signed number that follows its category (T.81 section F.2.2.1, EXTEND).
   *
   * @param category number of bits, at most 15
   */
  int signed(int category) {
    if (category == 0) {
      return 0;
    }
    int value = peek16() >>> (16 - category);
    skip(category);
    return value < 1 << (category - 1) ? value - (1 << category) + 1 : value;
  }

  /** Drops what is left of the interval and passes its restart marker. */
  void restart() throws CodecException {
    requireNotExhausted();
    window = 0;
    available = 0;
    while (position + 1 < bytes.length) {
      int code = bytes[position + 1] & 0xFF;
      if ((bytes[position] & 0xFF) == 0xFF && code != 0 && code != 0xFF) {
        if (code < 0xD0 || code > 0xD7) {
          break;
        }
        position += 2;
        return;
      }
      position++;
    }
    throw CodecException.damaged("a JPEG restart marker is missing");
  }

  void requireNotExhausted() throws CodecException {
    if (available < 0) {
      throw CodecException.damaged("a JPEG scan ends early");
    }
  }

  /** At most where the marker after the scan is. */
  int position() {
    return position;
  }

  private void fill() {
    while (available >= 0 && available <= 56 && position < bytes.length) {
      int next = bytes[position] & 0xFF;
      if (next == 0xFF) {
        if (position + 1 >= bytes.length || bytes[position + 1] != 0) {
          return;
        }
        position++;
      }
      position++;
      window |= (long) next << (56 - available);
      available += 8;
    }
  }
}
