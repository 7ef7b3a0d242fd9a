package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.densitometry.LeastSignificantChange.Verdict;

class LeastSignificantChangeTest {

  /** ISCD: LSC = 2.77 x precision error. */
  @Test
  void itIsAlmostThreePrecisionErrors() {
    assertThat(LeastSignificantChange.ofPrecision(0.010).density())
        .isCloseTo(0.0277, within(1e-12));
  }

  /** By hand: squares 2 x 0.01², 0, and for three measurements 2 x 0.01²; degrees 1 + 1 + 2. */
  @Test
  void thePrecisionErrorIsTheRootMeanSquareOfTheSubjects() {
    double error =
        LeastSignificantChange.precisionError(
            List.of(List.of(0.99, 1.01), List.of(0.8, 0.8), List.of(0.69, 0.70, 0.71)));
    assertThat(error).isCloseTo(Math.sqrt(0.0004 / 4), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"4, 0.030", "3, 0.0321", "2, 0.0372", "1, 0.0495"})
  void fewerVertebraeNeedAGreaterChange(int vertebrae, double density) {
    assertThat(new LeastSignificantChange(0.030).forVertebrae(vertebrae).density())
        .isCloseTo(density, within(1e-12));
  }

  @Test
  void aChangeOfEitherSignIsJudged() {
    LeastSignificantChange change = new LeastSignificantChange(0.03);
    assertThat(change.judge(-0.03)).isEqualTo(Verdict.BEYOND);
    assertThat(change.judge(0.029)).isEqualTo(Verdict.WITHIN);
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastSignificantChange.ofPrecision(0))
        .withMessageContaining("precisionError is 0.0 g/cm2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeastSignificantChange(0.03).forVertebrae(5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastSignificantChange.precisionError(List.of(List.of(1.0))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastSignificantChange.precisionError(List.of()));
  }

  /** √(2/π) x 0.012 x 1 g/cm². */
  @Test
  void theFloorUnderTheErrorIsAboutOnePercent() {
    assertThat(DxaPrecision.meanAbsoluteError(Site.L1_L4, 1).orElseThrow())
        .isCloseTo(0.009574614729634, within(1e-12));
    assertThat(DxaPrecision.meanAbsoluteError(Site.TROCHANTER, 0.7)).isEmpty();
    assertThat(DxaPrecision.coefficientOfVariation(Site.FEMORAL_NECK)).hasValue(0.0166);
    assertThat(DxaPrecision.coefficientOfVariation(Site.TOTAL_HIP)).hasValue(0.013);
  }
}
