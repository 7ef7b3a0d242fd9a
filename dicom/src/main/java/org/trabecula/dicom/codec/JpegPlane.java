package org.trabecula.dicom.codec;

/** One component of a sequential JPEG: whole blocks of 8 x 8 samples after the inverse DCT. */
final class JpegPlane {
  /** cos((2x+1)uπ/16)·C(u)/2 at 8u + x (T.81 section A.3.3). */
  private static final double[] BASIS = basis();

  private final int blocksAcross;
  private final int blocksDown;
  private final int stride;
  private final int precision;
  private final short[] samples;
  private final double[] half = new double[64];

  /**
   * Makes a plane for a component.
   *
   * @param columns samples across that count
   * @param rows samples down that count
   * @param padding most blocks that an interleaved unit can add on either side
   */
  JpegPlane(int columns, int rows, int padding, int precision) {
    this.blocksAcross = (columns + 7) / 8;
    this.blocksDown = (rows + 7) / 8;
    this.stride = 8 * (blocksAcross + padding);
    this.precision = precision;
    this.samples = new short[Math.multiplyExact(stride, 8 * (blocksDown + padding))];
  }

  private static double[] basis() {
    double[] basis = new double[64];
    for (int u = 0; u < 8; u++) {
      double scale = u == 0 ? Math.sqrt(0.125) : 0.5;
      for (int x = 0; x < 8; x++) {
        basis[8 * u + x] = scale * Math.cos((2 * x + 1) * u * Math.PI / 16);
      }
    }
    return basis;
  }

  int blocksAcross() {
    return blocksAcross;
  }

  int blocksDown() {
    return blocksDown;
  }

  int at(int row, int column) {
    return samples[row * stride + column];
  }

  /** Stores the inverse transform of dequantised coefficients as block (x, y). */
  void put(int x, int y, int[] coefficients) {
    int from = 8 * (y * stride + x);
    int middle = 1 << (precision - 1);
    int largest = (1 << precision) - 1;
    int lastRow = rowsTransformed(coefficients);
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 8; column++) {
        double sum = 0;
        for (int v = 0; v <= lastRow; v++) {
          sum += BASIS[8 * v + row] * half[8 * v + column];
        }
        long value = Math.round(sum) + middle;
        samples[from + row * stride + column] = (short) Math.clamp(value, 0, largest);
      }
    }
  }

  /** Transforms each row of coefficients; returns the last one that is not all zero. */
  private int rowsTransformed(int[] coefficients) {
    int last = 0;
    for (int v = 0; v < 8; v++) {
      boolean any = false;
      for (int x = 0; x < 8; x++) {
        half[8 * v + x] = 0;
      }
      for (int u = 0; u < 8; u++) {
        int coefficient = coefficients[8 * v + u];
        if (coefficient != 0) {
          any = true;
          for (int x = 0; x < 8; x++) {
            half[8 * v + x] += coefficient * BASIS[8 * u + x];
          }
        }
      }
      last = any ? v : last;
    }
    return last;
  }
}
