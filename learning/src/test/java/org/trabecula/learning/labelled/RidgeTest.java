package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void withoutPenaltyAPlaneIsFoundAgain(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[30][2];
    double[] truths = new double[30];
    for (int i = 0; i < 30; i++) {
      rows[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      truths[i] = 3 - 2 * rows[i][0] + 0.5 * rows[i][1];
    }

    assertThat(Ridge.of(rows, truths, 0).at(new double[] {1, 2})).isCloseTo(2, within(1e-9));
  }

  /** By hand: the slope of x = -1, 0, 1 on y = 1, 2, 6 is 5 / (2 + penalty). */
  @Test
  void thePenaltyShrinksTheSlopeAndLeavesTheMean() {
    Ridge ridge = Ridge.of(new double[][] {{-1}, {0}, {1}}, new double[] {1, 2, 6}, 3);

    assertThat(ridge.at(new double[] {0})).isCloseTo(3, within(1e-9));
    assertThat(ridge.at(new double[] {2})).isCloseTo(5, within(1e-9));
  }

  @Test
  void columnsThatSayTheSameShareTheirWeight() {
    double[][] rows = {{-1, -1}, {0, 0}, {1, 1}};
    Ridge ridge = Ridge.of(rows, new double[] {0, 1, 2}, 1);

    // By hand: the sum of the two weights is 2 * 2 / (1 + 2 * 2).
    assertThat(ridge.at(new double[] {1, 1})).isCloseTo(1 + 0.8, within(1e-9));
    assertThat(ridge.at(new double[] {1, 0}))
        .isCloseTo(ridge.at(new double[] {0, 1}), within(1e-9));
    assertThat(Arrays.stream(rows).mapToDouble(ridge::at).sum()).isCloseTo(3, within(1e-9));
  }
}
