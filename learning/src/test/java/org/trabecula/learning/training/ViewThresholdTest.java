package org.trabecula.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.screening.ViewModel;

class ViewThresholdTest {
  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  @Test
  void kindsThatKeepApartAreDividedInTheMiddle() {
    ViewThreshold threshold =
        ViewThreshold.of(Collections.nCopies(30, 0.9), Collections.nCopies(30, 0.1));
    assertThat(threshold.minimum()).isCloseTo(0.5, within(0.02));
    assertThat(threshold.goodRefused()).isZero();
    assertThat(threshold.otherAccepted()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noOtherThresholdErrsLess(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Double> good = random.doubles(200).map(Math::sqrt).boxed().toList();
    List<Double> other = random.doubles(200).map(x -> 0.7 * x * x).boxed().toList();
    ViewThreshold chosen = ViewThreshold.of(good, other);
    for (double t = 0.05; t < 0.95; t += 0.05) {
      double limit = t;
      double errors =
          good.stream().filter(s -> s < limit).count() / 200.0
              + other.stream().filter(s -> s >= limit).count() / 200.0;
      assertThat(chosen.goodRefused() + chosen.otherAccepted()).isLessThan(errors + 0.02);
    }
  }

  @Test
  void fewFilmsChangeNothing() {
    assertThat(ViewThreshold.of(List.of(0.9), List.of(0.95)).minimum())
        .isEqualTo(ViewModel.STANDARD_MINIMUM);
  }
}
