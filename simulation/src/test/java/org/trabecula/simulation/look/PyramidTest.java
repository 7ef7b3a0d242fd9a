package org.trabecula.simulation.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidTest {
  @ParameterizedTest
  @CsvSource({"64, 64, 5", "37, 101, 4", "33, 32, 3", "5, 7, 2"})
  void theSumOfAllBandsIsTheImage(int height, int width, int levels) {
    var random = new SplittableRandom(height);
    float[] image = new float[height * width];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    Pyramid pyramid = Pyramid.of(height, width, image, levels);
    assertThat(pyramid.levels()).isEqualTo(levels);
    float[] sum = pyramid.sum();
    for (int i = 0; i < image.length; i++) {
      assertThat(sum[i]).isCloseTo(image[i], offset(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "37, 101"})
  void anEvenImageHasNoDetail(int height, int width) {
    float[] image = new float[height * width];
    java.util.Arrays.fill(image, 2);
    Pyramid pyramid = Pyramid.of(height, width, image, 3);
    for (float value : pyramid.band(0)) {
      assertThat(value).isCloseTo(0, offset(1e-6f));
    }
    for (float value : pyramid.band(2)) {
      assertThat(value).isCloseTo(2, offset(1e-6f));
    }
  }
}
