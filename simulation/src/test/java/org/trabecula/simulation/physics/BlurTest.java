package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.5, 1.0})
  void anEvenImageStaysEvenAndNothingIsLost(double pitch) {
    Plane plane = new Plane(41, 51, pitch);
    float[] even = new float[plane.size()];
    Arrays.fill(even, 3);
    float[] point = new float[plane.size()];
    point[20 * 51 + 25] = 1;
    Blur.lorentzian(plane, even, 1.3);
    Blur.gaussian(plane, even, 0.4);
    Blur.lorentzian(plane, point, 1.3);
    Blur.gaussian(plane, point, 0.4);
    for (float value : even) {
      assertThat(value).isCloseTo(3, offset(1e-4f));
    }
    double sum = 0;
    for (float value : point) {
      sum += value;
    }
    assertThat(sum).isCloseTo(1, offset(1e-3));
    assertThat(point[20 * 51 + 24]).isCloseTo(point[20 * 51 + 26], offset(1e-6f));
    assertThat(point[19 * 51 + 25]).isCloseTo(point[20 * 51 + 26], offset(1e-6f));
  }

  /** Modulation of a sine on fine pixels follows 1 / (1 + (f / f0)²), the pixel's sinc aside. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.0, 2.0})
  void modulationTransferIsTheModel(double frequency) {
    Plane plane = new Plane(3, 400, 0.05);
    float[] sine = new float[plane.size()];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (1 + Math.sin(2 * Math.PI * frequency * 0.05 * (i % 400)));
    }
    Blur.lorentzian(plane, sine, 1.3);
    float low = 9;
    float high = -9;
    for (int c = 100; c < 300; c++) {
      low = Math.min(low, sine[400 + c]);
      high = Math.max(high, sine[400 + c]);
    }
    double expected = 1 / (1 + frequency * frequency / 1.69);
    assertThat((high - low) / 2.0).isCloseTo(expected, offset(0.03));
  }

  @Test
  void aGaussianHasTheVarianceAskedFor() {
    for (double sigma : new double[] {0.3, 0.6, 1.2, 2.5}) {
      Plane plane = new Plane(1, 81, 1);
      float[] point = new float[81];
      point[40] = 1;
      Blur.gaussian(plane, point, sigma);
      double variance = 0;
      for (int i = 0; i < 81; i++) {
        variance += point[i] * (i - 40) * (i - 40);
      }
      assertThat(variance).isCloseTo(sigma * sigma, offset(0.04 * sigma * sigma));
    }
  }
}
