package org.trabecula.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Jpeg2000Test {
  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  /** Lossless, 16 bits, by the library's own writer. */
  static byte[] encode(int[] samples, Shape shape, boolean signed) {
    int type = signed ? DataBuffer.TYPE_SHORT : DataBuffer.TYPE_USHORT;
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, type);
    WritableRaster raster = model.createCompatibleWritableRaster(shape.columns(), shape.rows());
    raster.setPixels(0, 0, shape.columns(), shape.rows(), samples);
    BufferedImage image = new BufferedImage(model, raster, false, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriter writer = new J2KImageWriterSpi().createWriterInstance(null);
      J2KImageWriteParam settings = (J2KImageWriteParam) writer.getDefaultWriteParam();
      settings.setLossless(true);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
      writer.dispose();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The library's writer drops the last bits of flat pictures even if told to be lossless. */
  private static int[] noisy(Shape shape, int bits, SplittableRandom random) {
    int[] samples = new int[shape.size()];
    for (int i = 0; i < samples.length; i++) {
      int slope = (1 << (bits - 1)) * (i % shape.columns()) / shape.columns();
      samples[i] = slope + random.nextInt(1 << (bits - 1));
    }
    return samples;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void losslessIsLossless(long seed) throws CodecException {
    SplittableRandom random = new SplittableRandom(seed);
    Shape shape = new Shape(random.nextInt(8, 90), random.nextInt(8, 90), 1);
    int[] samples = noisy(shape, 15, random);
    assertThat(Jpeg2000.decode(encode(samples, shape, false), shape)).isEqualTo(samples);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void signedSamplesKeepTheirSign(long seed) throws CodecException {
    SplittableRandom random = new SplittableRandom(seed);
    Shape shape = new Shape(random.nextInt(8, 90), random.nextInt(8, 90), 1);
    int[] samples = noisy(shape, 12, random);
    Arrays.setAll(samples, i -> samples[i] - 2000);
    assertThat(Jpeg2000.decode(encode(samples, shape, true), shape)).isEqualTo(samples);
  }

  @Test
  void whatContradictsTheHeaderIsDamaged() {
    Shape shape = new Shape(20, 30, 1);
    byte[] coded = encode(new int[600], shape, false);
    assertThatThrownBy(() -> Jpeg2000.decode(coded, new Shape(30, 20, 1)))
        .hasMessageContaining("20 x 30 x 1");
    assertThatThrownBy(() -> Jpeg2000.decode(new byte[40], shape))
        .isInstanceOf(CodecException.class);
  }
}
