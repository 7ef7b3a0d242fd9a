package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JpegTest {
  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void losslessIsLossless(long seed) throws CodecException {
    SplittableRandom random = new SplittableRandom(seed);
    int bits = random.nextInt(2, 17);
    Shape shape =
        new Shape(random.nextInt(1, 40), random.nextInt(1, 60), random.nextBoolean() ? 1 : 3);
    int[] samples = Pictures.random(shape, bits, random);
    int restarts = random.nextInt(3);
    byte[] coded = LosslessJpegEncoder.encode(samples, shape, bits, 1 + (int) (seed % 7), restarts);
    assertThat(Jpeg.decode(coded, shape)).isEqualTo(samples);
  }

  /** The JDK's decoder has an integer transform that may be off by one. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void baselineDecodesAsTheJdkDoes(long seed) throws CodecException, IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Shape shape = new Shape(random.nextInt(1, 70), random.nextInt(1, 90), 1);
    int[] samples = Pictures.random(shape, 8, random);
    BufferedImage image =
        new BufferedImage(shape.columns(), shape.rows(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, shape.columns(), shape.rows(), samples);
    byte[] coded = jpeg(image, 0.3f + 0.7f * (float) random.nextDouble());
    int[] ours = Jpeg.decode(coded, shape);
    int[] theirs = jdk(coded).getPixels(0, 0, shape.columns(), shape.rows(), (int[]) null);
    for (int i = 0; i < ours.length; i++) {
      assertThat(Math.abs(ours[i] - theirs[i])).isLessThanOrEqualTo(1);
    }
  }

  /** Chroma is subsampled 2 x 2, which both widen in their own way: luma and means agree. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void colourComponentsAgreeWithTheJdk(long seed) throws CodecException, IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Shape shape = new Shape(random.nextInt(16, 70), random.nextInt(16, 90), 3);
    int[] samples = Pictures.random(shape, 8, random);
    BufferedImage image =
        new BufferedImage(shape.columns(), shape.rows(), BufferedImage.TYPE_INT_RGB);
    image.getRaster().setPixels(0, 0, shape.columns(), shape.rows(), samples);
    byte[] coded = jpeg(image, 0.9f);
    int[] ours = Jpeg.decode(coded, shape);
    int[] theirs = jdk(coded).getPixels(0, 0, shape.columns(), shape.rows(), (int[]) null);
    double[] difference = new double[3];
    for (int i = 0; i < ours.length; i++) {
      difference[i % 3] += ours[i] - theirs[i];
      if (i % 3 == 0) {
        assertThat(Math.abs(ours[i] - theirs[i])).isLessThanOrEqualTo(1);
      }
    }
    int pixels = shape.rows() * shape.columns();
    for (double sum : difference) {
      assertThat(Math.abs(sum) / pixels).isLessThan(1.5);
    }
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Raster jdk(byte[] coded) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(coded))) {
      reader.setInput(in);
      return reader.readRaster(0, null);
    } finally {
      reader.dispose();
    }
  }

  /** A flat frame of 12 bits: every block is its mean, 8·(value - 2048) in one coefficient. */
  @Test
  void twelveBitsAreDecoded() throws CodecException {
    byte[] head = {-1, -40, -1, -37, 0, 67, 0};
    byte[] steps = new byte[64];
    Arrays.fill(steps, (byte) 1);
    byte[] frame = {-1, -63, 0, 11, 12, 0, 8, 0, 8, 1, 1, 0x11, 0};
    // Codes of one bit: category 13 of the difference, end of block.
    byte[] tables = new byte[2 + 2 + 18 + 18];
    tables[0] = -1;
    tables[1] = -60;
    tables[3] = 38;
    tables[5] = 1;
    tables[21] = 13;
    tables[22] = 0x10;
    tables[23] = 1;
    byte[] scan = {-1, -38, 0, 8, 1, 1, 0, 0, 63, 0};
    // 8·(3000 - 2048) = 7616 in 13 bits is 1110111000000: with the code 0 before and after it.
    byte[] data = {0b0111_0111, 0b0000_0001, -1, -39};
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : new byte[][] {head, steps, frame, tables, scan, data}) {
      all.writeBytes(part);
    }
    int[] decoded = Jpeg.decode(all.toByteArray(), new Shape(8, 8, 1));
    assertThat(decoded).containsOnly(3000);
  }

  @Test
  void whatIsNotDecodedIsNamed() {
    byte[] coded = LosslessJpegEncoder.encode(new int[64], new Shape(8, 8, 1), 8, 1, 0);
    Shape shape = new Shape(8, 8, 1);
    byte[] progressive = coded.clone();
    progressive[3] = (byte) 0xC2;
    assertThatThrownBy(() -> Jpeg.decode(progressive, shape)).hasMessage("progressive JPEG");
    byte[] arithmetic = coded.clone();
    arithmetic[3] = (byte) 0xC9;
    assertThatThrownBy(() -> Jpeg.decode(arithmetic, shape)).hasMessageContaining("SOF9");
    assertThatThrownBy(() -> Jpeg.decode(coded, new Shape(8, 9, 1)))
        .hasMessageContaining("the header says 8 x 9 x 1");
  }

  @Test
  void aStreamThatEndsEarlyIsDamaged() {
    Shape shape = new Shape(20, 20, 1);
    byte[] coded =
        LosslessJpegEncoder.encode(
            Pictures.random(shape, 12, new SplittableRandom(1)), shape, 12, 1, 0);
    for (int length = 0; length < coded.length - 2; length++) {
      byte[] cut = Arrays.copyOf(coded, length);
      assertThatThrownBy(() -> Jpeg.decode(cut, shape)).isInstanceOf(CodecException.class);
    }
  }
}
