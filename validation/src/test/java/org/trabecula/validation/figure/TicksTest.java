package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicksTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ticksCoverTheRangeAndDoNotReachFarBeyond(long seed) {
    Random random = new Random(seed);
    double scale = Math.pow(10, random.nextInt(-6, 7));
    double low = random.nextGaussian() * scale;
    double high = low + random.nextDouble() * scale;
    Ticks ticks = Ticks.covering(low, high, 7);
    double step = ticks.step().doubleValue();
    assertThat(ticks.low()).isLessThanOrEqualTo(low + 1e-8 * step).isGreaterThan(low - step);
    assertThat(ticks.high()).isGreaterThanOrEqualTo(high - 1e-8 * step).isLessThan(high + step);
    assertThat(ticks.values()).hasSizeBetween(2, 9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void stepsAreOneTwoOrFiveTimesAPowerOfTen(long seed) {
    Random random = new Random(seed);
    double high = Math.pow(10, random.nextDouble(-6, 7));
    BigDecimal step = Ticks.covering(0, high, 5).step().stripTrailingZeros();
    assertThat(step.unscaledValue().intValueExact()).isIn(1, 2, 5);
  }

  @Test
  void aRangeWithoutWidthIsWidened() {
    for (double value : new double[] {0, 1.05, -3, 1e-9, 1e9}) {
      Ticks ticks = Ticks.covering(value, value, 7);
      assertThat(ticks.low()).isLessThan(value);
      assertThat(ticks.high()).isGreaterThan(value);
    }
  }

  @Test
  void densitiesGetTenths() {
    assertThat(Ticks.covering(0.62, 1.31, 7).values().stream().map(Ticks::text))
        .isEqualTo(List.of("0.6", "0.7", "0.8", "0.9", "1.0", "1.1", "1.2", "1.3", "1.4"));
  }

  @Test
  void belowZeroStandsAMinusSign() {
    assertThat(Ticks.text(new BigDecimal("-0.20"))).isEqualTo("\u22120.20");
    assertThat(Ticks.text(new BigDecimal("2E+2"))).isEqualTo("200");
  }

  @Test
  void whatIsNoRangeIsNamed() {
    assertThatThrownBy(() -> Ticks.covering(1, 0, 5)).hasMessage("A range from 1.0 to 0.0");
    assertThatThrownBy(() -> Ticks.covering(0, Double.NaN, 5))
        .hasMessage("A range from 0.0 to NaN");
  }
}
