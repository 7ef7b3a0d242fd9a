package org.trabecula.dicom.codec;

/** Rows, columns and samples per pixel of a frame; all positive, their product an array size. */
public record Shape(int rows, int columns, int samples) {
  /** Checks the numbers. */
  public Shape {
    if (rows < 1 || columns < 1 || samples < 1) {
      throw new IllegalArgumentException(
          "%d rows x %d columns x %d samples".formatted(rows, columns, samples));
    }
    Math.multiplyExact(Math.multiplyExact(rows, columns), samples);
  }

  /** The number of samples of the frame. */
  public int size() {
    return rows * columns * samples;
  }

  void requireSame(int rowsThere, int columnsThere, int samplesThere) throws CodecException {
    if (rowsThere != rows || columnsThere != columns || samplesThere != samples) {
      throw CodecException.damaged(
          "the compressed frame is %d x %d x %d, the header says %d x %d x %d"
              .formatted(rowsThere, columnsThere, samplesThere, rows, columns, samples));
    }
  }
}
