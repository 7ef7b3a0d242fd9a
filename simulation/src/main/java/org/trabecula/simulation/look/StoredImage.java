package org.trabecula.simulation.look;

/**
 * What is written to file: unsigned values of {@code bits} bits, row-major.
 *
 * <p>With {@code monochrome1} a larger value means less attenuation, otherwise more.
 */
public final class StoredImage {
  private final int rows;
  private final int columns;
  private final short[] values;
  private final int bits;
  private final boolean monochrome1;

  private StoredImage(int rows, int columns, short[] values, int bits, boolean monochrome1) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.bits = bits;
    this.monochrome1 = monochrome1;
  }

  /** Quantises a picture in [0, 1], 1 being most attenuating. */
  static StoredImage quantised(int rows, int columns, float[] picture, Look look) {
    int top = (1 << look.bits()) - 1;
    short[] values = new short[picture.length];
    for (int i = 0; i < values.length; i++) {
      int value = Math.round(Math.clamp(picture[i], 0f, 1f) * top);
      values[i] = (short) (look.monochrome1() ? top - value : value);
    }
    return new StoredImage(rows, columns, values, look.bits(), look.monochrome1());
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int bits() {
    return bits;
  }

  public boolean monochrome1() {
    return monochrome1;
  }

  /** Stored value of a pixel, in [0, 2^bits). */
  public int at(int row, int column) {
    return values[row * columns + column] & 0xFFFF;
  }

  /** A copy of the stored values; read them as unsigned. */
  public short[] values() {
    return values.clone();
  }
}
