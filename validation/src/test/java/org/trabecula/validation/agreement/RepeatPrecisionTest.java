package org.trabecula.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.LeastSignificantChange;
import org.trabecula.validation.Estimate;

class RepeatPrecisionTest {
  private static final double LEVEL = 0.95;

  /** Two subjects of 1 ± 0.02: each has a standard deviation of 0.02 √2. */
  private static final List<List<Double>> TWO = List.of(List.of(0.98, 1.02), List.of(1.02, 0.98));

  private static Estimate sd(List<List<Double>> measurements) {
    return RepeatPrecision.of(measurements, LEVEL).rmsSd().known().orElseThrow();
  }

  @Test
  void itIsThatOfTheDensitometer() {
    List<List<Double>> repeats = AgreementGoldenTest.repeats();
    assertThat(sd(repeats).value())
        .isCloseTo(LeastSignificantChange.precisionError(repeats), within(1e-15));
  }

  @Test
  void aSubjectCountsByItsDegreesOfFreedom() {
    assertThat(sd(TWO).value()).isCloseTo(0.02 * Math.sqrt(2), within(1e-15));
    assertThat(RepeatPrecision.of(TWO, LEVEL).rmsCv().known().orElseThrow().value())
        .isCloseTo(0.02 * Math.sqrt(2), within(1e-15));
    // Three more measurements without scatter: the squares are spread over four degrees.
    assertThat(sd(List.of(TWO.get(0), TWO.get(1), List.of(1.0, 1.0, 1.0))).value())
        .isCloseTo(0.02, within(1e-15));
  }

  @Test
  void inAnotherUnitTheShareStays() {
    List<List<Double>> milligrams = List.of(List.of(980.0, 1020.0), List.of(1020.0, 980.0));
    assertThat(sd(milligrams).value()).isCloseTo(20 * Math.sqrt(2), within(1e-9));
    assertThat(RepeatPrecision.of(milligrams, LEVEL).rmsCv().known().orElseThrow().high())
        .isCloseTo(
            RepeatPrecision.of(TWO, LEVEL).rmsCv().known().orElseThrow().high(), within(1e-12));
  }

  @Test
  void noSubjectHasNoPrecision() {
    RepeatPrecision none = RepeatPrecision.of(List.of(), LEVEL);
    assertThat(none.rmsSd().text(3)).isEqualTo("undefined: there is no subject");
    assertThat(none.leastSignificantShare().known()).isEmpty();
    assertThat(none.degreesOfFreedom()).isZero();
  }

  @Test
  void badMeasurementsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RepeatPrecision.of(List.of(List.of(1.0)), LEVEL))
        .withMessageContaining("1 measurements");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RepeatPrecision.of(List.of(List.of(1.0, 0.0)), LEVEL))
        .withMessageContaining("0.0, not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RepeatPrecision.of(List.of(List.of(1.0, Double.POSITIVE_INFINITY)), LEVEL));
  }
}
