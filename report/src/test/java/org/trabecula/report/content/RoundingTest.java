package org.trabecula.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RoundingTest {
  @Test
  void halvesGoAwayFromZero() {
    assertThat(Rounding.to(1, 0.25)).hasToString("0.3");
    assertThat(Rounding.to(1, -0.25)).hasToString("-0.3");
  }

  @Test
  void nothingIsANegativeZero() {
    assertThat(Rounding.to(2, -0.001)).hasToString("0.00");
    assertThat(Rounding.printed(1, -0.01)).isEqualTo("0.0");
  }

  @Test
  void inPrintAMinusIsAMinusAndNothingIsADash() {
    assertThat(Rounding.printed(1, -2.34)).isEqualTo("−2.3");
    assertThat(Rounding.printed(1, OptionalDouble.empty())).isEqualTo("–");
  }
}
