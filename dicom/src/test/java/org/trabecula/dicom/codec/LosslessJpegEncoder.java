package org.trabecula.dicom.codec;

import java.io.ByteArrayOutputStream;

/** Lossless JPEG for tests (T.81 annex H), one table of 17 codes of 5 bits. */
final class LosslessJpegEncoder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long held;
  private int heldBits;

  /** Encodes with a predictor; restarts after each {@code restartRows} rows unless 0. */
  static byte[] encode(int[] samples, Shape shape, int bits, int predictor, int restartRows) {
    LosslessJpegEncoder encoder = new LosslessJpegEncoder();
    encoder.header(shape, bits, predictor, restartRows);
    int stride = shape.samples();
    for (int row = 0; row < shape.rows(); row++) {
      boolean first = row == 0 || restartRows > 0 && row % restartRows == 0;
      if (first && row > 0) {
        encoder.flush();
        encoder.bytes(0xFF, 0xD0 + (row / restartRows - 1) % 8);
      }
      for (int i = 0; i < shape.columns() * stride; i++) {
        int at = row * shape.columns() * stride + i;
        int left = i >= stride ? samples[at - stride] : 0;
        int above = row > 0 ? samples[at - shape.columns() * stride] : 0;
        int corner = i >= stride && row > 0 ? samples[at - shape.columns() * stride - stride] : 0;
        int prediction =
            first
                ? i < stride ? 1 << (bits - 1) : left
                : i < stride ? above : predict(predictor, left, above, corner);
        encoder.difference((short) (samples[at] - prediction));
      }
    }
    encoder.flush();
    encoder.bytes(0xFF, 0xD9);
    return encoder.out.toByteArray();
  }

  private static int predict(int predictor, int a, int b, int c) {
    return switch (predictor) {
      case 1 -> a;
      case 2 -> b;
      case 3 -> c;
      case 4 -> a + b - c;
      case 5 -> a + ((b - c) >> 1);
      case 6 -> b + ((a - c) >> 1);
      default -> (a + b) >> 1;
    };
  }

  private void header(Shape shape, int bits, int predictor, int restartRows) {
    bytes(0xFF, 0xD8, 0xFF, 0xC3, 0, 8 + 3 * shape.samples(), bits);
    bytes(shape.rows() >> 8, shape.rows(), shape.columns() >> 8, shape.columns());
    bytes(shape.samples());
    for (int c = 1; c <= shape.samples(); c++) {
      bytes(c, 0x11, 0);
    }
    bytes(0xFF, 0xC4, 0, 19 + 17, 0);
    for (int length = 1; length <= 16; length++) {
      bytes(length == 5 ? 17 : 0);
    }
    for (int category = 0; category <= 16; category++) {
      bytes(category);
    }
    if (restartRows > 0) {
      int interval = restartRows * shape.columns();
      bytes(0xFF, 0xDD, 0, 4, interval >> 8, interval);
    }
    bytes(0xFF, 0xDA, 0, 6 + 2 * shape.samples(), shape.samples());
    for (int c = 1; c <= shape.samples(); c++) {
      bytes(c, 0);
    }
    bytes(predictor, 0, 0);
  }

  private void difference(int value) {
    int category = value == -32768 ? 16 : 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    put(category, 5);
    if (category < 16) {
      put(value < 0 ? value - 1 : value, category);
    }
  }

  private void put(int value, int bits) {
    held = held << bits | value & (1L << bits) - 1;
    heldBits += bits;
    while (heldBits >= 8) {
      int next = (int) (held >>> (heldBits - 8)) & 0xFF;
      heldBits -= 8;
      out.write(next);
      if (next == 0xFF) {
        out.write(0);
      }
    }
  }

  private void flush() {
    if (heldBits > 0) {
      put(-1, 8 - heldBits);
    }
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
