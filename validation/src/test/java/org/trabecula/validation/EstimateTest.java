package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
  private static final Estimate FIGURE = new Estimate(3, 1, 4, 0.9);

  @Test
  void anIntervalHoldsItsEnds() {
    assertThat(Stream.of(1, 2, 4).allMatch(FIGURE::holds)).isTrue();
    assertThat(FIGURE.holds(Math.nextDown(1.0))).isFalse();
    assertThat(FIGURE.holds(Math.nextUp(4.0))).isFalse();
  }

  @Test
  void onAnotherScaleTheEndsGoAlong() {
    assertThat(FIGURE.times(2)).isEqualTo(new Estimate(6, 2, 8, 0.9));
    assertThat(FIGURE.times(-2)).isEqualTo(new Estimate(-6, -8, -2, 0.9));
    assertThat(FIGURE.plus(-1)).isEqualTo(new Estimate(2, 0, 3, 0.9));
    assertThat(FIGURE.through(x -> x * x)).isEqualTo(new Estimate(9, 1, 16, 0.9));
    assertThat(Estimate.symmetric(2, 0.5, 0.8)).isEqualTo(new Estimate(2, 1.5, 2.5, 0.8));
  }

  @Test
  void anIntervalWithoutWidthIsOne() {
    assertThat(new Estimate(1, 1, 1, 0.9).holds(1)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(1, 1, Math.nextDown(1.0), 0.9))
        .withMessageContaining("is above high");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void everyNumberIsFinite(double bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(bad, 0, 1, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(0, bad, 1, 0.9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(0, 0, bad, 0.9))
        .withMessageContaining("is not finite");
  }
}
