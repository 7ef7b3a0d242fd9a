package org.trabecula.radiography;

/** A grey image of 8 or 16 bits, as map and mask files hold it; samples are unsigned, row-major. */
public final class GrayImage {
  private final int rows;
  private final int columns;
  private final int bits;
  private final short[] samples;

  private GrayImage(int rows, int columns, int bits, short[] samples) {
    if (rows < 1 || columns < 1 || samples.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "%d samples do not fill %d rows x %d columns".formatted(samples.length, rows, columns));
    }
    this.rows = rows;
    this.columns = columns;
    this.bits = bits;
    this.samples = samples;
  }

  /** An image of 8 bits. */
  public static GrayImage of8(int rows, int columns, byte[] samples) {
    short[] wide = new short[samples.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = (short) (samples[i] & 0xFF);
    }
    return new GrayImage(rows, columns, 8, wide);
  }

  /** An image of 16 bits. */
  public static GrayImage of16(int rows, int columns, short[] samples) {
    return new GrayImage(rows, columns, 16, samples.clone());
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** 8 or 16. */
  public int bits() {
    return bits;
  }

  /** The sample at a row and column, 0 to 255 or 0 to 65,535. */
  public int at(int row, int column) {
    return samples[row * columns + column] & 0xFFFF;
  }

  /** A copy of the samples times a factor, row-major: a map in its own unit. */
  public float[] scaled(double factor) {
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) ((samples[i] & 0xFFFF) * factor);
    }
    return result;
  }

  /** 1 where any of the flags is set, 0 elsewhere: one region of a label map. */
  public float[] mask(int flags) {
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (samples[i] & flags) == 0 ? 0 : 1;
    }
    return result;
  }
}
