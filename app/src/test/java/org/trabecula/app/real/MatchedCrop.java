package org.trabecula.app.real;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * A square window on a film, {@value #SIZE} x {@value #SIZE} pixels, bone bright, made the same way
 * whatever the film: resampled by area, blurred, put on one grey scale, saved as an 8-bit JPEG and
 * read again. What then tells two sources apart is not size, pitch, gain or format.
 *
 * @param group whose films must not be both learnt from and judged: the person
 * @param pixels row-major, {@code (x - median) / (p90 - p10)}, within ±{@value #LIMIT}
 */
record MatchedCrop(String group, Pixels pixels) {
  /** A power of two, for the transform. */
  static final int SIZE = 256;

  /** Pixel pitch of lumbar crops: coarser than any film of either source. */
  static final double LUMBAR_MM = 0.56;

  static final double LIMIT = 2;

  /** Distance of the centres of L1 and L4 to which both sources are scaled, mm. */
  static final double L1_TO_L4_MM = 108;

  private static final float QUALITY = 0.9f;

  /** A picture's samples: a class, for an array has no value semantics. */
  static final class Pixels {
    private final float[] samples;

    Pixels(float[] samples) {
      if (samples.length != SIZE * SIZE) {
        throw new IllegalArgumentException("%d samples".formatted(samples.length));
      }
      this.samples = samples.clone();
    }

    float at(int row, int column) {
      return samples[row * SIZE + column];
    }

    float[] copy() {
      return samples.clone();
    }
  }

  /** A film as it is looked at: larger is brighter. */
  record Picture(int rows, int columns, Sampler values) {
    interface Sampler {
      float at(int row, int column);
    }
  }

  /** Where the window lies on the film, all in its pixels. */
  record Window(double centreRow, double centreColumn, double pixelsPerCropPixel) {
    /** The window around L1 to L4, given the centres of L1 and L4. */
    static Window lumbar(SpineFilm.Point l1, SpineFilm.Point l4) {
      double pixelsPerMm = Math.hypot(l4.x() - l1.x(), l4.y() - l1.y()) / L1_TO_L4_MM;
      return new Window((l1.y() + l4.y()) / 2, (l1.x() + l4.x()) / 2, pixelsPerMm * LUMBAR_MM);
    }
  }

  /** Cuts and matches; empty where the window leaves the film. */
  static Optional<MatchedCrop> of(String group, Picture picture, Window window) {
    double half = window.pixelsPerCropPixel() * SIZE / 2;
    if (window.centreRow() < half
        || window.centreColumn() < half
        || window.centreRow() + half > picture.rows() - 1
        || window.centreColumn() + half > picture.columns() - 1) {
      return Optional.empty();
    }
    float[] samples = canonical(blurred(resampled(picture, window)));
    return Optional.of(new MatchedCrop(group, new Pixels(canonical(compressed(samples)))));
  }

  private static float[] resampled(Picture picture, Window window) {
    double step = window.pixelsPerCropPixel();
    int fine = Math.max(1, (int) Math.ceil(2 * step));
    float[] result = new float[SIZE * SIZE];
    for (int i = 0; i < result.length; i++) {
      double sum = 0;
      for (int k = 0; k < fine * fine; k++) {
        double dr = i / SIZE + (k / fine + 0.5) / fine - SIZE / 2.0;
        double dc = i % SIZE + (k % fine + 0.5) / fine - SIZE / 2.0;
        sum += between(picture, window.centreRow() + dr * step, window.centreColumn() + dc * step);
      }
      result[i] = (float) (sum / (fine * fine));
    }
    return result;
  }

  private static double between(Picture picture, double row, double column) {
    int r = (int) Math.clamp(Math.floor(row), 0, picture.rows() - 2.0);
    int c = (int) Math.clamp(Math.floor(column), 0, picture.columns() - 2.0);
    double y = Math.clamp(row - r, 0, 1);
    double x = Math.clamp(column - c, 0, 1);
    Picture.Sampler at = picture.values();
    return (1 - y) * ((1 - x) * at.at(r, c) + x * at.at(r, c + 1))
        + y * ((1 - x) * at.at(r + 1, c) + x * at.at(r + 1, c + 1));
  }

  /** (1 2 1)/4 along both axes. */
  private static float[] blurred(float[] samples) {
    return blurred(blurred(samples, 1), SIZE);
  }

  private static float[] blurred(float[] samples, int stride) {
    float[] result = samples.clone();
    for (int i = 0; i < samples.length; i++) {
      int along = stride == 1 ? i % SIZE : i / SIZE;
      if (along > 0 && along + 1 < SIZE) {
        result[i] = (samples[i - stride] + 2 * samples[i] + samples[i + stride]) / 4;
      }
    }
    return result;
  }

  private static float[] canonical(float[] samples) {
    float[] sorted = samples.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2];
    float spread = Math.max(sorted[sorted.length * 9 / 10] - sorted[sorted.length / 10], 1e-6f);
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) Math.clamp((samples[i] - median) / spread, -LIMIT, LIMIT);
    }
    return result;
  }

  private static float[] compressed(float[] samples) {
    var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < samples.length; i++) {
      int gray = (int) Math.round((samples[i] + LIMIT) / (2 * LIMIT) * 255);
      image.getRaster().setSample(i % SIZE, i / SIZE, 0, gray);
    }
    try {
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg(image)));
      float[] result = new float[samples.length];
      return read.getRaster().getSamples(0, 0, SIZE, SIZE, 0, result);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
