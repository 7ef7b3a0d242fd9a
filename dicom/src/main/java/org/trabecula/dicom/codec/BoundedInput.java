package org.trabecula.dicom.codec;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Bytes in memory that refuse to be read past their end or for ever. The JPEG 2000 library takes an
 * end of file for a small matter and would go round in circles; an unchecked exception stops it.
 */
final class BoundedInput extends ImageInputStreamImpl {
  private final byte[] bytes;
  private long left;

  BoundedInput(byte[] bytes) {
    this.bytes = bytes;
    this.left = (1L << 16) + 8L * bytes.length;
  }

  /** Thrown through the library. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("read past the end", null, false, false);
    }
  }

  @Override
  public int read() {
    spend(1);
    bitOffset = 0;
    return bytes[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int size = (int) Math.min(length, bytes.length - streamPos);
    spend(Math.max(1, size));
    bitOffset = 0;
    System.arraycopy(bytes, (int) streamPos, target, offset, size);
    streamPos += size;
    return size;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  private void spend(long size) {
    left -= size;
    if (left < 0 || streamPos >= bytes.length) {
      throw new Exhausted();
    }
  }
}
