package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
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
