package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {
  private static final DoubleUnaryOperator LORENTZIAN = f -> 1 / (1 + f * f / 1.69);

  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.5, 1.0})
  void anEvenImageStaysEvenAndNothingIsLost(double pitch) {
    Plane plane = new Plane(61, 71, pitch);
    float[] even = new float[plane.size()];
    Arrays.fill(even, 3);
    float[] point = new float[plane.size()];
    point[30 * 71 + 35] = 1;
    Transfer transfer = Transfer.of(pitch, LORENTZIAN);
    transfer.apply(plane, even);
    transfer.apply(plane, point);
    for (float value : even) {
      assertThat(value).isCloseTo(3, within(1e-4f));
    }
    double sum = 0;
    for (float value : point) {
      sum += value;
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
    assertThat(point[30 * 71 + 34]).isCloseTo(point[30 * 71 + 36], within(1e-6f));
    assertThat(point[29 * 71 + 35]).isCloseTo(point[30 * 71 + 36], within(1e-6f));
  }

  /** A wave keeps the share asked for at every frequency the pitch can carry. */
  @ParameterizedTest
  @ValueSource(doubles = {0.14, 0.2, 0.5, 1.0})
  void wavesKeepTheShareAskedFor(double pitch) {
    Plane plane = new Plane(1, 801, pitch);
    Transfer transfer = Transfer.of(pitch, LORENTZIAN);
    for (double share = 0.05; share <= 1; share += 0.05) {
      double frequency = share / (2 * pitch);
      float[] wave = new float[plane.size()];
      for (int i = 0; i < wave.length; i++) {
        wave[i] = (float) Math.cos(2 * Math.PI * frequency * pitch * (i - 400));
      }
      transfer.apply(plane, wave);
      double expected = LORENTZIAN.applyAsDouble(frequency);
      assertThat((double) wave[400]).isCloseTo(expected, within(0.02 * expected));
    }
  }

  @Test
  void whatPassesEverythingChangesNothing() {
    Plane plane = new Plane(1, 5, 1);
    float[] image = {1, 5, 2, 8, 3};
    Transfer.of(1, f -> 1).apply(plane, image);
    assertThat(image).containsExactly(new float[] {1, 5, 2, 8, 3}, within(1e-6f));
  }
}
