package org.trabecula.validation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Golden;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;

class CalibrationTest {
  private static final double LEVEL = 0.95;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static boolean[] truths() {
    double[] column = Golden.column("scores.csv", 1);
    boolean[] positive = new boolean[column.length];
    for (int i = 0; i < column.length; i++) {
      positive[i] = column[i] == 1;
    }
    return positive;
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void theLineAndTheCurveAreThoseOfR(double level) {
    PairedValues pairs = Golden.pairs("pairs.csv");
    CalibrationLine line = CalibrationLine.of(pairs, level);
    Golden.assertSame(line.slope(), "calibration.slope");
    Golden.assertSame(line.intercept(), "calibration.intercept");
    Golden.assertSame(line.inTheLarge(), "calibration.large");
    List<CalibrationCurve.Point> curve = CalibrationCurve.of(pairs, 5, level);
    assertThat(curve).extracting(CalibrationCurve.Point::n).containsExactly(12, 13, 11, 12, 12);
    for (int group = 1; group <= 5; group++) {
      CalibrationCurve.Point point = curve.get(group - 1);
      Estimate truth = point.meanTruth();
      Golden.assertSame(
          new double[] {point.meanEstimate(), truth.value(), truth.low(), truth.high()},
          Golden.at(level, "curve." + group));
    }
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void theCalibrationOfRisksIsThatOfR(double level) {
    RiskCalibration calibration =
        RiskCalibration.of(Golden.column("scores.csv", 4), truths(), level);
    Golden.assertSame(calibration.slope(), "risk.slope");
    Golden.assertSame(calibration.intercept(), "risk.intercept");
    Golden.assertSame(calibration.inTheLarge(), "risk.large");
    Golden.assertSame(calibration.brier(), "risk.brier");
  }

  /** Of log odds that are stretched by a factor and moved, the slope is the inverse. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void stretchedRisksAreShrunkBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double factor = random.nextDouble(0.3, 2);
    double shift = random.nextDouble(-1, 1);
    double[] risks = Golden.column("scores.csv", 4);
    double[] stretched =
        Arrays.stream(risks)
            .map(p -> 1 / (1 + Math.exp(-shift - factor * Math.log(p / (1 - p)))))
            .toArray();
    RiskCalibration plain = RiskCalibration.of(risks, truths(), LEVEL);
    RiskCalibration moved = RiskCalibration.of(stretched, truths(), LEVEL);
    double slope = plain.slope().known().orElseThrow().value();
    assertThat(moved.slope().known().orElseThrow().value()).isCloseTo(slope / factor, within(1e-9));
    assertThat(moved.intercept().known().orElseThrow().value())
        .isCloseTo(
            plain.intercept().known().orElseThrow().value() - slope / factor * shift, within(1e-9));
  }

  /**
   * Far from the optimum Newton's full step overshoots. At the optimum the moved risks are on
   * average the share of the positive.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void absurdRisksAreStillFitted(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] risks = new double[8];
    boolean[] positive = new boolean[8];
    for (int i = 0; i < 8; i++) {
      risks[i] = 1 / (1 + Math.exp(random.nextDouble(-30, 30)));
      positive[i] = i % 4 < 1 + seed % 3;
    }
    RiskCalibration calibration = RiskCalibration.of(risks, positive, LEVEL);
    double share = (1 + seed % 3) / 4.0;
    double large = calibration.inTheLarge().known().orElseThrow().value();
    assertThat(averageOf(risks, large, 1)).isCloseTo(share, within(1e-9));
    calibration
        .slope()
        .known()
        .ifPresent(slope -> {
          double intercept = calibration.intercept().known().orElseThrow().value();
          assertThat(averageOf(risks, intercept, slope.value())).isCloseTo(share, within(1e-9));
        });
  }

  /** The mean of the risks whose log odds are stretched and moved. */
  private static double averageOf(double[] risks, double shift, double factor) {
    return Arrays.stream(risks)
        .map(p -> 1 / (1 + Math.exp(-shift - factor * Math.log(p / (1 - p)))))
        .average()
        .orElseThrow();
  }

  @Test
  void whereMaximumLikelihoodHasNoEndThereIsNoSlope() {
    boolean[] two = {false, false, true, true};
    RiskCalibration apart = RiskCalibration.of(new double[] {0.1, 0.2, 0.3, 0.4}, two, LEVEL);
    Statistic none = Statistic.undefined("the risks part the classes wholly or do not vary");
    assertThat(apart.slope()).isEqualTo(none);
    assertThat(apart.intercept()).isEqualTo(none);
    assertThat(apart.inTheLarge().known()).isPresent();
    assertThat(RiskCalibration.of(new double[] {0.1, 0.3, 0.3, 0.4}, two, LEVEL).slope())
        .isEqualTo(none);
    assertThat(RiskCalibration.of(new double[] {0.4, 0.3, 0.3, 0.1}, two, LEVEL).slope())
        .isEqualTo(none);
    assertThat(RiskCalibration.of(new double[] {0.3, 0.3, 0.3, 0.3}, two, LEVEL).slope())
        .isEqualTo(none);
    assertThat(RiskCalibration.of(new double[] {0.1, 0.31, 0.3, 0.4}, two, LEVEL).slope().known())
        .isPresent();
    RiskCalibration healthy = RiskCalibration.of(new double[] {0.1, 0.2}, new boolean[2], LEVEL);
    assertThat(healthy.inTheLarge()).isEqualTo(Statistic.undefined("all are of one class"));
    assertThat(healthy.slope().known()).isEmpty();
    assertThat(healthy.brier().known().orElseThrow().value()).isCloseTo(0.025, within(1e-12));
    RiskCalibration sick = RiskCalibration.of(new double[] {0.1}, new boolean[] {true}, LEVEL);
    assertThat(sick.inTheLarge().known()).isEmpty();
    assertThat(sick.brier()).isEqualTo(Statistic.undefined("fewer than two subjects"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskCalibration.of(new double[] {1, 0.5}, new boolean[2], LEVEL))
        .withMessageContaining("risk is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskCalibration.of(new double[] {0.5}, new boolean[2], LEVEL))
        .withMessageContaining("1 risks beside 2 truths");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theGroupsOfACurveHoldAllAndRise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(2, 60);
    double[] estimates = random.ints(n, 0, random.nextInt(1, 30)).asDoubleStream().toArray();
    double[] truths = random.doubles(n).toArray();
    PairedValues pairs = PairedValues.of(estimates, truths);
    List<CalibrationCurve.Point> curve = CalibrationCurve.of(pairs, 7, LEVEL);
    assertThat(curve.stream().mapToInt(CalibrationCurve.Point::n).sum()).isEqualTo(n);
    assertThat(curve).hasSizeBetween(1, 7).allMatch(point -> point.n() >= 2);
    for (int i = 1; i < curve.size(); i++) {
      assertThat(curve.get(i).meanEstimate()).isGreaterThan(curve.get(i - 1).meanEstimate());
    }
  }

  @Test
  void aCurveKeepsTiesTogetherAndLeavesNoneAlone() {
    double[] truths = {1, 2, 3, 4, 5, 6, 7};
    PairedValues ties = PairedValues.of(new double[] {1, 1, 1, 1, 2, 3, 4}, truths);
    assertThat(CalibrationCurve.of(ties, 3, LEVEL))
        .extracting(CalibrationCurve.Point::n)
        .containsExactly(4, 3);
    PairedValues plain = PairedValues.of(truths, truths);
    assertThat(CalibrationCurve.of(plain, 7, LEVEL))
        .extracting(CalibrationCurve.Point::n)
        .containsExactly(2, 2, 3);
    assertThat(CalibrationCurve.of(plain, 1, LEVEL)).hasSize(1);
    PairedValues one = PairedValues.of(new double[] {1}, new double[] {1});
    assertThat(CalibrationCurve.of(one, 1, LEVEL)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> CalibrationCurve.of(plain, 0, LEVEL));
  }

  @Test
  void coverageCountsBothEnds() {
    double[] lows = {0, 0, 0, 0};
    double[] highs = {1, 1, 1, 1};
    double[] truths = {0, 1, 1.1, -0.1};
    assertThat(IntervalCoverage.of(lows, highs, truths, LEVEL))
        .isEqualTo(Statistic.of(Proportion.wilson(2, 4, LEVEL)));
    double[] most = {0, 1, 0.5, -0.1};
    assertThat(IntervalCoverage.of(lows, highs, most, LEVEL))
        .isEqualTo(Statistic.of(Proportion.wilson(3, 4, LEVEL)));
    // An interval without width holds the one truth that it names.
    assertThat(IntervalCoverage.of(lows, lows, truths, LEVEL))
        .isEqualTo(Statistic.of(Proportion.wilson(1, 4, LEVEL)));
    Bootstrap bootstrap = new Bootstrap(200, 1, LEVEL);
    Statistic clustered =
        IntervalCoverage.of(List.of("a", "a", "b", "b"), lows, highs, truths, bootstrap);
    // Two subjects, one wholly covered: a resample has none, half or all.
    assertThat(clustered).isEqualTo(Statistic.of(new Estimate(0.5, 0, 1, LEVEL)));
    assertThat(IntervalCoverage.of(new double[0], new double[0], new double[0], LEVEL))
        .isEqualTo(Statistic.undefined("there is no interval"));
  }

  @Test
  void badIntervalsAreRefused() {
    double[] one = {1};
    double[] none = {};
    double[] nan = {Double.NaN};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntervalCoverage.of(one, new double[] {0.5}, one, LEVEL))
        .withMessageContaining("low 1.0 is above high 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntervalCoverage.of(none, one, one, LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntervalCoverage.of(one, none, one, LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntervalCoverage.of(nan, one, one, LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntervalCoverage.of(one, nan, one, LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntervalCoverage.of(one, one, nan, LEVEL));
  }
}
