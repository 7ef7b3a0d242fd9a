package org.trabecula.report.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes Portable Network Graphics (W3C PNG, third edition) with 8 bits per sample. The JDK's own
 * writer starts half a second later, which a person who waits for one result would notice.
 */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int RGB_ALPHA = 6;
  private static final int FILTER_UP = 2;

  private Png() {}

  /** A picture of one grey sample per pixel, row-major. */
  public static byte[] grey(int width, int height, byte[] samples) {
    return write(width, height, GREY, samples);
  }

  /** A picture of red, green and blue samples, row-major. */
  public static byte[] rgb(int width, int height, byte[] samples) {
    return write(width, height, RGB, samples);
  }

  /** A picture of red, green, blue and opacity samples, row-major. */
  public static byte[] rgbAlpha(int width, int height, byte[] samples) {
    return write(width, height, RGB_ALPHA, samples);
  }

  private static byte[] write(int width, int height, int colourType, byte[] samples) {
    int perPixel =
        switch (colourType) {
          case GREY -> 1;
          case RGB -> 3;
          default -> 4;
        };
    if (width < 1 || height < 1 || samples.length != width * height * perPixel) {
      throw new IllegalArgumentException(
          "%d samples do not fill %d x %d pixels of %d"
              .formatted(samples.length, width, height, perPixel));
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream(samples.length / 2 + 1024);
    file.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) 8)
            .put((byte) colourType)
            .put((byte) 0)
            .put((byte) 0)
            .put((byte) 0)
            .array();
    chunk(file, "IHDR", header);
    chunk(file, "IDAT", deflated(filtered(height, samples)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /** Each row as its difference from the row above (PNG section 9.2). */
  private static byte[] filtered(int height, byte[] samples) {
    int rowLength = samples.length / height;
    byte[] filtered = new byte[samples.length + height];
    int out = 0;
    for (int row = 0; row < height; row++) {
      filtered[out++] = FILTER_UP;
      int start = row * rowLength;
      for (int i = start; i < start + rowLength; i++) {
        int above = row == 0 ? 0 : samples[i - rowLength];
        filtered[out++] = (byte) (samples[i] - above);
      }
    }
    return filtered;
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater(4);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 64);
      byte[] buffer = new byte[65_536];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
