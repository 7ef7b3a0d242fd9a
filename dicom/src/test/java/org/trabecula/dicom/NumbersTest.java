package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void decimalStringsFitSixteenBytesAndReadBackClosely(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-30, 30));
    String text = Numbers.text(value);
    assertThat(text).hasSizeLessThanOrEqualTo(16);
    double back = Numbers.decimal(text).orElseThrow();
    assertThat(Math.abs(back - value)).isLessThanOrEqualTo(1e-8 * Math.abs(value));
  }

  @Test
  void shortNumbersAreWrittenExactly() {
    assertThat(Numbers.text(0.2)).isEqualTo("0.2");
    assertThat(Numbers.text(-1024)).isEqualTo("-1024");
    assertThat(Numbers.text(0)).isEqualTo("0");
    assertThat(Numbers.text(1.0 / 3)).isEqualTo("0.33333333333333");
    assertThatThrownBy(() -> Numbers.text(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NaN", "Infinity", "1d", "0x10", "1,5", "--1", "1e9999", "."})
  void whatIsNoDecimalStringIsAbsent(String text) {
    assertThat(Numbers.decimal(text)).isEmpty();
    assertThat(Numbers.integer(text)).isEmpty();
  }

  @Test
  void paddedAndSignedNumbersAreRead() {
    assertThat(Numbers.decimal(" +1.50 ")).hasValue(1.5);
    assertThat(Numbers.decimal("-.5E+2")).hasValue(-50);
    assertThat(Numbers.integer(" 512.0 ")).hasValue(512);
    assertThat(Numbers.integer("1.5")).isEmpty();
  }
}
