package org.trabecula.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngTest {
  static List<Long> seeds() {
    return List.of(1L, 2L, 3L);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anotherReaderSeesTheSameSamples(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int width = random.nextInt(1, 60);
    int height = random.nextInt(1, 60);
    byte[] grey = bytes(random, width * height);
    byte[] rgb = bytes(random, 3 * width * height);
    byte[] alpha = bytes(random, 4 * width * height);

    same(Png.grey(width, height, grey), 1, grey);
    same(Png.rgb(width, height, rgb), 3, rgb);
    same(Png.rgbAlpha(width, height, alpha), 4, alpha);
  }

  private static void same(byte[] file, int perPixel, byte[] samples) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    int[] read =
        image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    assertThat(read).hasSize(samples.length);
    assertThat(image.getRaster().getNumBands()).isEqualTo(perPixel);
    for (int i = 0; i < read.length; i++) {
      assertThat((byte) read[i]).isEqualTo(samples[i]);
    }
  }

  @Test
  void samplesMustFillThePicture() {
    assertThatIllegalArgumentException().isThrownBy(() -> Png.rgb(2, 2, new byte[4]));
    assertThatIllegalArgumentException().isThrownBy(() -> Png.grey(0, 2, new byte[0]));
  }

  private static byte[] bytes(SplittableRandom random, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    return bytes;
  }
}
