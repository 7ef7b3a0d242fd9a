package org.trabecula.dicom;

import java.util.Objects;
import org.trabecula.dicom.codec.Shape;

/**
 * The stored values of one frame (PS3.3 section C.7.6.3.1): after masking to Bits Stored, shifting
 * by High Bit and sign extension; before any modality or VOI transformation.
 */
public final class Frame {
  private final Shape shape;
  private final int bitsStored;
  private final boolean signed;
  private final String photometricInterpretation;
  private final int[] samples;

  Frame(Shape shape, PixelDescription description, String photometric, int[] samples) {
    this.shape = shape;
    this.bitsStored = description.bitsStored();
    this.signed = description.signed();
    this.photometricInterpretation = photometric;
    this.samples = samples;
  }

  /** The number of rows. */
  public int rows() {
    return shape.rows();
  }

  /** The number of columns. */
  public int columns() {
    return shape.columns();
  }

  /** 1 for a radiograph, 3 for colour. */
  public int samplesPerPixel() {
    return shape.samples();
  }

  /** Bits that a stored value may use. */
  public int bitsStored() {
    return bitsStored;
  }

  /** Whether stored values are two's complement. */
  public boolean signed() {
    return signed;
  }

  /** The photometric interpretation of these samples: RGB where a codec undid its transform. */
  public String photometricInterpretation() {
    return photometricInterpretation;
  }

  /** The stored value at a pixel, first sample. */
  public int at(int row, int column) {
    return at(row, column, 0);
  }

  /** The stored value of one sample of a pixel. */
  public int at(int row, int column, int sample) {
    Objects.checkIndex(row, shape.rows());
    Objects.checkIndex(column, shape.columns());
    Objects.checkIndex(sample, shape.samples());
    return samples[(row * shape.columns() + column) * shape.samples() + sample];
  }

  /** A new array of all samples, row by row, interleaved by pixel. */
  public int[] samples() {
    return samples.clone();
  }
}
