package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiography.CanonicalFrame;

class QuarterTurnsTest {
  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twoHalfTurnsAreNone(long seed) {
    float[] samples = random(seed);
    assertThat(QuarterTurns.of(QuarterTurns.of(samples, 2), 2)).isEqualTo(samples);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aHalfTurnReadsTheSamplesBackwards(long seed) {
    float[] samples = random(seed);
    float[] turned = QuarterTurns.of(samples, 2);
    for (int i = 0; i < samples.length; i++) {
      assertThat(turned[i]).isEqualTo(samples[samples.length - 1 - i]);
    }
  }

  @Test
  void aQuarterTurnBringsTheLeftToTheTop() {
    float[] samples = new float[ModelInput.IMAGE_SIZE];
    samples[CanonicalFrame.ROWS / 2 * CanonicalFrame.COLUMNS] = 1;
    float[] turned = QuarterTurns.of(samples, 1);
    int top = (CanonicalFrame.ROWS - CanonicalFrame.COLUMNS) / 2;
    float sum = 0;
    for (int column = 0; column < CanonicalFrame.COLUMNS; column++) {
      sum += turned[top * CanonicalFrame.COLUMNS + column];
    }
    assertThat(sum).isEqualTo(1);
  }

  @Test
  void anotherGridIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> QuarterTurns.of(new float[9], 1));
  }

  private static float[] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] samples = new float[ModelInput.IMAGE_SIZE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) random.nextGaussian();
    }
    return samples;
  }
}
