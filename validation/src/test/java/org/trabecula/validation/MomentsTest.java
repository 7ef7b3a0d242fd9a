package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /**
   * NumAcc3 and NumAcc4 of NIST's Statistical Reference Datasets: 0.2, then 500 times 0.1 and 0.3,
   * upon a million and upon ten; the certified standard deviation is 0.1. A sum of squares less
   * that of the mean has lost it all.
   */
  @ParameterizedTest(name = "upon {0}")
  @ValueSource(doubles = {1e6, 1e7})
  void aFarOriginCostsNoDigits(double origin) {
    double[] values = new double[1001];
    Arrays.setAll(values, i -> origin + (i == 0 ? 0.2 : i % 2 == 1 ? 0.1 : 0.3));
    // The values themselves are rounded by 1e-9.
    assertThat(Moments.mean(values)).isCloseTo(origin + 0.2, within(2e-9));
    assertThat(Moments.standardDeviation(values)).isCloseTo(0.1, within(2e-9));
    double[] mirrored = Arrays.stream(values).map(v -> 2 * origin - v).toArray();
    Moments both = Moments.of(values, mirrored);
    assertThat(both.sxx()).isCloseTo(10, within(1e-6));
    assertThat(both.syy()).isCloseTo(10, within(1e-6));
    assertThat(both.sxy()).isCloseTo(-10, within(1e-6));
  }

  /** The variance of a sum is that of both and twice what they share. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theVarianceOfASumHasTheSharedPartTwice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(2, 50);
    double[] x = random.doubles(n, -1, 5).toArray();
    double[] y = random.doubles(n, 0, 3).toArray();
    double[] sum = new double[n];
    Arrays.setAll(sum, i -> x[i] + y[i]);
    Moments m = Moments.of(x, y);
    assertThat(Moments.variance(sum) * (n - 1))
        .isCloseTo(m.sxx() + m.syy() + 2 * m.sxy(), within(1e-9));
    assertThat(Moments.mean(sum)).isCloseTo(m.meanX() + m.meanY(), within(1e-12));
    assertThat(m.n()).isEqualTo(n);
  }

  @Test
  void ofNoneAllIsZero() {
    assertThat(Moments.of(new double[0], new double[0])).isEqualTo(new Moments(0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void sumsWithoutAPairAreThoseOfTheRest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(30, 0.5, 1.5).toArray();
    double[] y = random.doubles(30, 0.5, 1.5).toArray();
    Moments all = Moments.of(x, y);
    Moments rest = Moments.of(Arrays.copyOf(x, 29), Arrays.copyOf(y, 29));
    Moments less = all.without(x[29], y[29]);
    assertThat(less.n()).isEqualTo(29);
    assertThat(less.meanX()).isCloseTo(rest.meanX(), within(1e-13));
    assertThat(less.meanY()).isCloseTo(rest.meanY(), within(1e-13));
    assertThat(less.sxx()).isCloseTo(rest.sxx(), within(1e-12));
    assertThat(less.syy()).isCloseTo(rest.syy(), within(1e-12));
    assertThat(less.sxy()).isCloseTo(rest.sxy(), within(1e-12));
  }
}
