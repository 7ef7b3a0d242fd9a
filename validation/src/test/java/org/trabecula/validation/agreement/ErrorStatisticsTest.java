package org.trabecula.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

class ErrorStatisticsTest {
  private static final double LEVEL = 0.9;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1, LEVEL);
  private static final List<String> SUBJECTS =
      IntStream.range(0, 30).mapToObj(i -> "S" + i / 2).toList();

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private static ErrorStatistics errors(double... errors) {
    return ErrorStatistics.of(SUBJECTS, errors, BOOTSTRAP);
  }

  private static Estimate known(Statistic statistic) {
    return statistic.known().orElseThrow();
  }

  private static double[] draw(long seed) {
    return new SplittableRandom(seed).doubles(30, -1, 1).toArray();
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(v -> factor * v).toArray();
  }

  /** On every resample the same share is missing, so the interval has no width. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void errorsOfAQuarterAreThreeQuartersBetter(long seed) {
    double[] values = draw(seed);
    Estimate gain = known(errors(times(values, -0.25)).improvementOver(errors(values)));
    assertThat(gain.value()).isCloseTo(0.75, within(1e-12));
    assertThat(gain.low()).isCloseTo(0.75, within(1e-12));
    assertThat(gain.high()).isCloseTo(0.75, within(1e-12));
    assertThat(known(errors(times(values, 3)).improvementOver(errors(values))).value())
        .isCloseTo(-2, within(1e-12));
    assertThat(known(errors(values).improvementOver(errors(values))).value()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSquareOfTheRootIsThatOfBiasAndScatter(long seed) {
    double[] values = draw(seed);
    ErrorStatistics figures = errors(values);
    double bias = known(figures.bias()).value();
    double scatter =
        Arrays.stream(values).map(v -> (v - bias) * (v - bias)).average().orElseThrow();
    double root = known(figures.rootMeanSquare()).value();
    assertThat(root * root).isCloseTo(bias * bias + scatter, within(1e-12));
    assertThat(known(figures.meanAbsolute()).value()).isBetween(Math.abs(bias), root);
    assertThat(known(errors(times(values, -1)).bias()).value()).isEqualTo(-bias);
    assertThat(known(errors(times(values, -1)).meanAbsolute()))
        .isEqualTo(known(figures.meanAbsolute()));
  }

  @Test
  void overNoErrorThereIsNoImprovement() {
    assertThat(errors(draw(1)).improvementOver(errors(new double[30])))
        .isEqualTo(Statistic.undefined("the data do not define it"));
    assertThat(known(errors(new double[30]).improvementOver(errors(draw(1)))))
        .isEqualTo(new Estimate(1, 1, 1, LEVEL));
  }

  @Test
  void withoutAnErrorThereIsNoFigure() {
    ErrorStatistics none = ErrorStatistics.of(List.of(), new double[0], BOOTSTRAP);
    assertThat(none.meanAbsolute().known()).isEmpty();
    assertThat(none.rootMeanSquare().known()).isEmpty();
    assertThat(none.bias().known()).isEmpty();
    assertThat(none.improvementOver(none).known()).isEmpty();
  }

  @Test
  void oneSubjectHasNoScatter() {
    ErrorStatistics one = ErrorStatistics.of(List.of("a"), new double[] {-0.5}, BOOTSTRAP);
    assertThat(known(one.meanAbsolute())).isEqualTo(new Estimate(0.5, 0.5, 0.5, LEVEL));
    assertThat(known(one.bias())).isEqualTo(new Estimate(-0.5, -0.5, -0.5, LEVEL));
  }

  @Test
  void errorsAreFiniteAndOfSomeone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> errors(1, 2))
        .withMessage("30 subjects beside 2 errors");
    double[] values = draw(1);
    values[7] = Double.NEGATIVE_INFINITY;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> errors(values))
        .withMessage("errors holds -Infinity");
    ErrorStatistics others = ErrorStatistics.of(Arrays.asList("a", "b"), new double[2], BOOTSTRAP);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> errors(draw(1)).improvementOver(others))
        .withMessage("The other errors are not of the same subjects");
  }
}
