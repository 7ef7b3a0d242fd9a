package org.trabecula.learning.robustness;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.trabecula.radiography.StoredImage;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Jpeg;

/** What a film shows: {@code rows x columns} values in [0, 1], row-major, bone bright. */
final class Picture {
  private final int rows;
  private final int columns;
  private final float[] values;

  private Picture(int rows, int columns, float[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** A picture that takes over the values. */
  static Picture owning(int rows, int columns, float[] values) {
    if (values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "%d values do not fill %d x %d".formatted(values.length, rows, columns));
    }
    return new Picture(rows, columns, values);
  }

  static Picture of(StoredImage image) {
    float top = top(image);
    float[] values = new float[image.rows() * image.columns()];
    for (int i = 0; i < values.length; i++) {
      float value = image.at(i / image.columns(), i % image.columns()) / top;
      values[i] = image.encoding().monochrome1() ? 1 - value : value;
    }
    return new Picture(image.rows(), image.columns(), values);
  }

  /** The film that shows another picture, encoded as before. */
  static Film edited(Film film, UnaryOperator<Picture> edit) {
    return film.with(edit.apply(of(film.image())).stored(film.image().encoding()));
  }

  private static float top(StoredImage image) {
    return (1 << image.encoding().bitsStored()) - 1;
  }

  /** The picture as stored values. */
  StoredImage stored(StoredImage.Encoding encoding) {
    float top = (1 << encoding.bitsStored()) - 1;
    short[] samples = new short[values.length];
    for (int i = 0; i < samples.length; i++) {
      float value = Math.clamp(values[i], 0f, 1f);
      samples[i] = (short) Math.round(top * (encoding.monochrome1() ? 1 - value : value));
    }
    return StoredImage.copyOf(rows, columns, samples, encoding);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  float at(int row, int column) {
    return values[row * columns + column];
  }

  float[] values() {
    return values.clone();
  }

  /** Every value through a curve. */
  Picture through(DoubleUnaryOperator curve) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) curve.applyAsDouble(values[i]);
    }
    return new Picture(rows, columns, result);
  }

  /** Blurred by a Gaussian of that standard deviation, in pixels; edges are continued. */
  Picture blurred(double sigma) {
    int reach = (int) Math.ceil(4 * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    return along(kernel, false).along(kernel, true);
  }

  private Picture along(double[] kernel, boolean down) {
    int reach = kernel.length / 2;
    float[] result = new float[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
          int row = down ? Math.clamp(r + k, 0, rows - 1) : r;
          int column = down ? c : Math.clamp(c + k, 0, columns - 1);
          sum += kernel[k + reach] * values[row * columns + column];
        }
        result[r * columns + c] = (float) sum;
      }
    }
    return new Picture(rows, columns, result);
  }

  /** Turned clockwise about its centre on a canvas of the same size; corners are black. */
  Picture turned(double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    float[] result = new float[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double y = r - (rows - 1) / 2.0;
        double x = c - (columns - 1) / 2.0;
        double column = (columns - 1) / 2.0 + cosine * x + sine * y;
        double row = (rows - 1) / 2.0 - sine * x + cosine * y;
        result[r * columns + c] = between(row, column);
      }
    }
    return new Picture(rows, columns, result);
  }

  /** Linear between pixels, black outside. */
  private float between(double row, double column) {
    int r = (int) Math.floor(row);
    int c = (int) Math.floor(column);
    if (row < 0 || column < 0 || row > rows - 1 || column > columns - 1) {
      return 0;
    }
    float down = (float) (row - r);
    float across = (float) (column - c);
    int below = Math.min(r + 1, rows - 1);
    int right = Math.min(c + 1, columns - 1);
    float upper = at(r, c) + across * (at(r, right) - at(r, c));
    float lower = at(below, c) + across * (at(below, right) - at(below, c));
    return upper + down * (lower - upper);
  }

  /** Turned clockwise by a quarter; rows and columns are exchanged. */
  Picture quarterTurned() {
    int height = columns;
    int width = rows;
    float[] result = new float[values.length];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        result[r * width + c] = at(rows - 1 - c, r);
      }
    }
    return new Picture(height, width, result);
  }

  /** As it comes back from an 8-bit JPEG file of that quality, 1 to 100. */
  Picture throughJpeg(int quality) {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < values.length; i++) {
      int level = Math.round(255 * Math.clamp(values[i], 0f, 1f));
      image.getRaster().setSample(i % columns, i / columns, 0, level);
    }
    try {
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(Jpeg.bytes(image, quality)));
      float[] result = new float[values.length];
      for (int i = 0; i < result.length; i++) {
        result[i] = read.getRaster().getSample(i % columns, i / columns, 0) / 255f;
      }
      return new Picture(rows, columns, result);
    } catch (IOException e) {
      throw new UncheckedIOException("A JPEG file could not be made in memory", e);
    }
  }
}
