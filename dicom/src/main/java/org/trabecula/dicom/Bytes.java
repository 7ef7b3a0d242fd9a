package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * An unchanging run of bytes, possibly a window onto a larger one: no value is copied on reading.
 */
public final class Bytes {
  static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int length;

  private Bytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** A copy of the given bytes. */
  public static Bytes copyOf(byte[] bytes) {
    return wrap(bytes.clone());
  }

  /** For arrays that nobody changes any more. */
  static Bytes wrap(byte[] bytes) {
    return new Bytes(bytes, 0, bytes.length);
  }

  /** The window from {@code start}, {@code size} bytes long. */
  public Bytes slice(int start, int size) {
    Objects.checkFromIndexSize(start, size, length);
    return new Bytes(array, offset + start, size);
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  /** The byte at an index, 0 to 255. */
  public int at(int index) {
    return array[offset + Objects.checkIndex(index, length)] & 0xFF;
  }

  /** The bytes as a new array. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** A read-only view in little-endian order. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(array, offset, length)
        .slice()
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, length);
  }

  /** The bytes with the order reversed inside each unit; a remainder stays as it is. */
  Bytes swapped(int width) {
    if (width == 1) {
      return this;
    }
    byte[] swapped = toArray();
    for (int unit = 0; unit + width <= length; unit += width) {
      for (int low = unit, high = unit + width - 1; low < high; low++, high--) {
        byte held = swapped[low];
        swapped[low] = swapped[high];
        swapped[high] = held;
      }
    }
    return wrap(swapped);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    return buffer().hashCode();
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
