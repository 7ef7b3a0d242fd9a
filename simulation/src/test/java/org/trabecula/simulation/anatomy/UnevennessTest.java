package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnevennessTest {
  @Test
  void itsMeanIsZeroAndItsSpreadOne() {
    Unevenness unevenness = new Unevenness(new SplittableRandom(1));
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (double x = 0; x < 512; x += 3) {
      for (double z = 0; z < 512; z += 3) {
        double value = unevenness.folds(x, z);
        sum += value;
        squares += value * value;
        count++;
      }
    }
    // Turned squares do not fill the period evenly, and values are cut off at 2.5.
    assertThat(sum / count).isCloseTo(0, within(0.15));
    assertThat(squares / count).isCloseTo(1, within(0.2));
  }

  @Test
  void itIsContinuous() {
    Unevenness unevenness = new Unevenness(new SplittableRandom(2));
    for (double x = -300; x < 300; x += 0.37) {
      double step = unevenness.folds(x + 0.1, 40) - unevenness.folds(x, 40);
      assertThat(Math.abs(step)).as("at %s", x).isLessThan(0.1);
    }
  }

  @Test
  void subjectsDiffer() {
    Unevenness one = new Unevenness(new SplittableRandom(3));
    Unevenness other = new Unevenness(new SplittableRandom(4));
    assertThat(one.folds(10, 20)).isNotEqualTo(other.folds(10, 20));
  }
}
