package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.LeastSignificantChange;

class RepeatPrecisionTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1, 0.95);

  /** By hand: squares 0.0008 and 0.0002 over 1 + 2 degrees; CVs weighted likewise. */
  @Test
  void twoSubjectsByHand() {
    RepeatPrecision precision =
        RepeatPrecision.of(List.of(List.of(0.98, 1.02), List.of(0.79, 0.80, 0.81)), BOOTSTRAP);
    assertThat(precision.subjects()).isEqualTo(2);
    assertThat(precision.measurements()).isEqualTo(5);
    assertThat(value(precision.rmsSd())).isCloseTo(Math.sqrt(0.0010 / 3), within(1e-9));
    assertThat(value(precision.rmsCv()))
        .isCloseTo(Math.sqrt((0.0008 + 0.0002 / 0.64) / 3), within(1e-9));
    assertThat(value(precision.leastSignificantChange()))
        .isCloseTo(2.77 * Math.sqrt(0.0010 / 3), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theScatterThatWasPutInComesOut(long seed) {
    RepeatPrecision precision = RepeatPrecision.of(repeated(seed, 0.02, 400), BOOTSTRAP);
    assertThat(value(precision.rmsSd())).isCloseTo(0.02, within(0.002));
    assertThat(precision.rmsSd().known().orElseThrow().holds(value(precision.rmsSd()))).isTrue();
    assertThat(value(precision.rmsSd()))
        .isCloseTo(LeastSignificantChange.precisionError(repeated(seed, 0.02, 400)), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 10})
  void unitsScaleTheDeviationAndNotTheCoefficientOfVariation(double factor) {
    List<List<Double>> first = repeated(7, 0.02, 30);
    List<List<Double>> scaled =
        first.stream().map(s -> s.stream().map(v -> factor * v).toList()).toList();
    RepeatPrecision a = RepeatPrecision.of(first, BOOTSTRAP);
    RepeatPrecision b = RepeatPrecision.of(scaled, BOOTSTRAP);
    assertThat(value(b.rmsSd())).isCloseTo(factor * value(a.rmsSd()), within(1e-9));
    assertThat(value(b.rmsCv())).isCloseTo(value(a.rmsCv()), within(1e-9));
  }

  @Test
  void equalMeasurementsHaveNoScatter() {
    RepeatPrecision precision =
        RepeatPrecision.of(List.of(List.of(1.0, 1.0), List.of(0.7, 0.7, 0.7)), BOOTSTRAP);
    assertThat(value(precision.rmsSd())).isCloseTo(0, within(1e-12));
    assertThat(value(precision.rmsCv())).isCloseTo(0, within(1e-12));
  }

  @Test
  void whatCannotBeIsRejectedAndNothingIsUndefined() {
    assertThatThrownBy(() -> RepeatPrecision.of(List.of(List.of(1.0)), BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RepeatPrecision.of(List.of(List.of(1.0, -1.0)), BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RepeatPrecision.of(List.of(List.of(1.0, Double.NaN)), BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(RepeatPrecision.of(List.of(), BOOTSTRAP).rmsSd())
        .isInstanceOf(Statistic.Undefined.class);
  }

  private static List<List<Double>> repeated(long seed, double sd, int subjects) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Double>> all = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      double mean = 0.6 + 0.6 * random.nextDouble();
      all.add(
          List.of(
              mean + sd * random.nextGaussian(),
              mean + sd * random.nextGaussian(),
              mean + sd * random.nextGaussian()));
    }
    return all;
  }

  private static double value(Statistic statistic) {
    return statistic.known().orElseThrow().value();
  }
}
