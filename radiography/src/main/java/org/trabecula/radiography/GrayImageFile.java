package org.trabecula.radiography;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Grey PNG files of 8 or 16 bits. Written with little compression effort, for training sets of many
 * maps: most of their pixels are 0 or like their neighbour above.
 */
public final class GrayImageFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int EFFORT = 2;
  private static final int FILTER_UP = 2;

  private GrayImageFile() {}

  /** Writes a PNG file; the file appears under its name only when it is complete. */
  public static void write(GrayImage image, Path file) throws IOException {
    byte[] bytes = png(image);
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, ".png", ".part");
    try {
      Files.write(temporary, bytes);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Reads a grey PNG file of 8 or 16 bits.
   *
   * @throws IOException if it cannot be read, or is not such an image
   */
  public static GrayImage read(Path file) throws IOException {
    var bytes = new java.io.ByteArrayInputStream(Files.readAllBytes(file));
    var readers = ImageIO.getImageReadersByFormatName("png");
    if (!readers.hasNext()) {
      throw new IOException("No PNG reader is installed");
    }
    var reader = readers.next();
    try (var input = new MemoryCacheImageInputStream(bytes)) {
      reader.setInput(input);
      return gray(reader.read(0).getRaster(), file);
    } catch (RuntimeException broken) {
      throw new IOException(file + " is not a readable PNG image", broken);
    } finally {
      reader.dispose();
    }
  }

  private static GrayImage gray(Raster raster, Path file) throws IOException {
    int bits = raster.getSampleModel().getSampleSize(0);
    if (raster.getNumBands() != 1 || (bits != 8 && bits != 16)) {
      throw new IOException(
          "%s has %d channels of %d bits, not one of 8 or 16"
              .formatted(file, raster.getNumBands(), bits));
    }
    int rows = raster.getHeight();
    int columns = raster.getWidth();
    int[] row = new int[columns];
    short[] wide = new short[rows * columns];
    for (int r = 0; r < rows; r++) {
      raster.getSamples(0, r, columns, 1, 0, row);
      for (int c = 0; c < columns; c++) {
        wide[r * columns + c] = (short) row[c];
      }
    }
    return bits == 16
        ? GrayImage.of16(rows, columns, wide)
        : GrayImage.of8(rows, columns, narrow(wide));
  }

  private static byte[] narrow(short[] wide) {
    byte[] result = new byte[wide.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) wide[i];
    }
    return result;
  }

  private static byte[] png(GrayImage image) throws IOException {
    var result = new ByteArrayOutputStream();
    result.write(SIGNATURE);
    var header = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(header)) {
      data.writeInt(image.columns());
      data.writeInt(image.rows());
      data.writeByte(image.bits());
      data.writeInt(0); // grey, deflate, adaptive filters, not interlaced
    }
    chunk("IHDR", header.toByteArray(), result);
    chunk("IDAT", deflated(image), result);
    chunk("IEND", new byte[0], result);
    return result.toByteArray();
  }

  private static byte[] deflated(GrayImage image) throws IOException {
    var deflater = new Deflater(EFFORT);
    var result = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(result, deflater, 1 << 16)) {
      int bytesPerSample = image.bits() / 8;
      byte[] above = new byte[image.columns() * bytesPerSample];
      byte[] row = new byte[above.length];
      for (int r = 0; r < image.rows(); r++) {
        for (int c = 0; c < image.columns(); c++) {
          int value = image.at(r, c);
          if (bytesPerSample == 2) {
            row[2 * c] = (byte) (value >>> 8);
            row[2 * c + 1] = (byte) value;
          } else {
            row[c] = (byte) value;
          }
        }
        out.write(FILTER_UP);
        out.write(difference(row, above));
        byte[] swap = above;
        above = row;
        row = swap;
      }
    } finally {
      deflater.end();
    }
    return result.toByteArray();
  }

  private static byte[] difference(byte[] row, byte[] above) {
    byte[] result = new byte[row.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (row[i] - above[i]);
    }
    return result;
  }

  private static void chunk(String type, byte[] body, OutputStream out) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(body);
    var data = new DataOutputStream(out);
    data.writeInt(body.length);
    data.write(name);
    data.write(body);
    data.writeInt((int) crc.getValue());
    data.flush();
  }
}
