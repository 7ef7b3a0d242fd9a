package org.trabecula.radiography;

import java.util.Optional;

/** Pixels as a DX object stores them, unsigned, with what is needed to understand them. */
public final class StoredImage {
  private final int rows;
  private final int columns;
  private final short[] samples;
  private final Encoding encoding;

  /**
   * How stored values are meant. Bone is always shown bright, so the photometric interpretation
   * also says how values follow the beam.
   *
   * @param bitsStored 6 to 16
   * @param monochrome1 whether the smallest value is shown white; otherwise black
   * @param window what to show of the values, if stated
   */
  public record Encoding(
      int bitsStored,
      boolean monochrome1,
      PixelIntensity intensity,
      PresentationIntent intent,
      Optional<VoiLut.Window> window) {
    public Encoding {
      if (bitsStored < 6 || bitsStored > 16) {
        throw new IllegalArgumentException(
            "%d bits stored are not within 6 to 16".formatted(bitsStored));
      }
    }
  }

  private StoredImage(int rows, int columns, short[] samples, Encoding encoding) {
    this.rows = rows;
    this.columns = columns;
    this.samples = samples;
    this.encoding = encoding;
  }

  /** An image that holds a copy of the samples, row-major, within the bits stored. */
  public static StoredImage copyOf(int rows, int columns, short[] samples, Encoding encoding) {
    if (rows < 1 || columns < 1 || samples.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "%d samples do not fill %d rows x %d columns".formatted(samples.length, rows, columns));
    }
    for (short sample : samples) {
      if ((sample & 0xFFFF) >>> encoding.bitsStored() != 0) {
        throw new IllegalArgumentException(
            "Sample %d does not fit %d bits".formatted(sample & 0xFFFF, encoding.bitsStored()));
      }
    }
    return new StoredImage(rows, columns, samples.clone(), encoding);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The stored value at a row and column. */
  public int at(int row, int column) {
    return samples[row * columns + column] & 0xFFFF;
  }

  /** A copy of the stored values, row-major, unsigned. */
  public short[] samples() {
    return samples.clone();
  }

  public Encoding encoding() {
    return encoding;
  }
}
