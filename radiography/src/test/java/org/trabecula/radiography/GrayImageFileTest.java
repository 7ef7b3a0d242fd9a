package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrayImageFileTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Films.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sixteenBitsComeBackUnchanged(long seed) throws IOException {
    RandomGenerator random = Films.random(seed);
    int rows = random.nextInt(1, 90);
    int columns = random.nextInt(1, 90);
    short[] samples = new short[rows * columns];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt();
    }
    Path file = folder.resolve("map.png");
    GrayImageFile.write(GrayImage.of16(rows, columns, samples), file);
    GrayImage read = GrayImageFile.read(file);
    assertThat(read.bits()).isEqualTo(16);
    assertThat(read.rows()).isEqualTo(rows);
    for (int i = 0; i < samples.length; i++) {
      assertThat(read.at(i / columns, i % columns)).isEqualTo(samples[i] & 0xFFFF);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eightBitsComeBackUnchanged(long seed) throws IOException {
    RandomGenerator random = Films.random(seed);
    byte[] samples = new byte[70 * 50];
    random.nextBytes(samples);
    Path file = folder.resolve("mask.png");
    GrayImageFile.write(GrayImage.of8(70, 50, samples), file);
    GrayImage read = GrayImageFile.read(file);
    assertThat(read.bits()).isEqualTo(8);
    for (int i = 0; i < samples.length; i++) {
      assertThat(read.at(i / 50, i % 50)).isEqualTo(samples[i] & 0xFF);
    }
  }

  @Test
  void onlyTheFileItselfIsLeftBehind() throws IOException {
    GrayImageFile.write(GrayImage.of8(1, 1, new byte[1]), folder.resolve("one.png"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("one.png"));
    }
  }

  @Test
  void colourAndRubbishAreErrors() throws IOException {
    Path colour = folder.resolve("colour.png");
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", colour.toFile());
    assertThatThrownBy(() -> GrayImageFile.read(colour))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 channels");
    Path rubbish = folder.resolve("rubbish.png");
    Files.write(rubbish, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> GrayImageFile.read(rubbish)).isInstanceOf(IOException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GrayImage.of8(2, 2, new byte[3]))
        .withMessageContaining("3 samples");
  }

  @Test
  void masksAndScaledValues() {
    GrayImage image = GrayImage.of8(1, 4, new byte[] {0, 1, 3, (byte) 200});
    assertThat(image.mask(2)).containsExactly(0, 0, 1, 0);
    assertThat(image.mask(1)).containsExactly(0, 1, 1, 0);
    assertThat(image.scaled(0.5)).containsExactly(0, 0.5f, 1.5f, 100);
  }
}
