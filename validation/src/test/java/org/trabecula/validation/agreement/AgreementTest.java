package org.trabecula.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.calibration.CalibrationLine;

class AgreementTest {
  private static final Offset<Double> TIGHT = within(1e-9);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static PairedValues draw(long seed, double shift, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] truths = random.doubles(40, 0.5, 1.3).toArray();
    double[] estimates = new double[40];
    for (int i = 0; i < 40; i++) {
      estimates[i] = shift + factor * (truths[i] + random.nextDouble(-0.1, 0.1));
    }
    return PairedValues.of(estimates, truths);
  }

  private static void assertClose(Statistic actual, double value, double low, double high) {
    Estimate estimate = actual.known().orElseThrow();
    assertThat(estimate.value()).isCloseTo(value, TIGHT);
    assertThat(estimate.low()).isCloseTo(low, TIGHT);
    assertThat(estimate.high()).isCloseTo(high, TIGHT);
  }

  /** The paper prints -2.1 (-22.0 to 17.8); digits: numpy 2.4, scipy 1.17 t.ppf(0.975, 16). */
  @Test
  void theBiasOfThePeakFlowMeters() {
    assertClose(
        Agreement.bias(PeakFlow.pairs(), 0.95),
        -2.1176470588235294,
        -22.04883769664517,
        17.81354357899811);
  }

  /** The paper prints s = 38.8, and limits with 2 s for 1.96 s. */
  @Test
  void theLimitsOfAgreementOfThePeakFlowMeters() {
    BlandAltman limits = BlandAltman.of(PeakFlow.pairs(), 0.95).orElseThrow();
    assertThat(limits.n()).isEqualTo(17);
    assertThat(limits.sd()).isCloseTo(38.76512987360738, TIGHT);
    assertThat(limits.lower().value()).isCloseTo(-78.09590546711173, TIGHT);
    assertThat(limits.upper().value()).isCloseTo(73.86061134946466, TIGHT);
    // The paper, table 2, has t √(3/17) s = 34.5 to either side; the exact ends lie further out.
    assertThat(limits.upper().high() - limits.upper().value()).isBetween(34.5, 50.0);
    assertThat(limits.upper().value() - limits.upper().low()).isBetween(20.0, 34.5);
  }

  /** The paper prints r = 0.94; interval: tanh(atanh r ± 1.96/√14), numpy. */
  @Test
  void thePearsonCorrelationOfThePeakFlowMeters() {
    assertClose(
        Agreement.pearson(PeakFlow.pairs(), 0.95),
        0.943279446890946,
        0.8463588087924644,
        0.9797313373519239);
  }

  /** numpy, with the variance of Lin 1989 as printed in its correction of 2000. */
  @Test
  void theConcordanceOfThePeakFlowMeters() {
    assertClose(
        Agreement.concordance(PeakFlow.pairs(), 0.95),
        0.9427424314274846,
        0.8504918731685605,
        0.9787262791701226);
  }

  /** scipy.stats.linregress(large, mini) with t.ppf(0.975, 15). */
  @Test
  void theCalibrationOfThePeakFlowMeters() {
    CalibrationLine line = CalibrationLine.of(PeakFlow.pairs(), 0.95);
    assertClose(line.slope(), 0.9173478660703998, 0.7396586923466573, 1.0950370397941422);
    assertClose(line.intercept(), 39.34027866853057, -43.156230921694615, 121.83678825875576);
    assertClose(line.inTheLarge(), 2.1176470588235294, -17.81354357899811, 22.04883769664517);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theCorrelationForgetsShiftAndScaleButTheConcordanceDoesNot(long seed) {
    double r = Agreement.pearson(draw(seed, 0, 1), 0.95).known().orElseThrow().value();
    double moved = Agreement.pearson(draw(seed, 0.3, 1.4), 0.95).known().orElseThrow().value();
    assertThat(moved).isCloseTo(r, TIGHT);
    double c = Agreement.concordance(draw(seed, 0, 1), 0.95).known().orElseThrow().value();
    double less = Agreement.concordance(draw(seed, 0.3, 1.4), 0.95).known().orElseThrow().value();
    assertThat(c).isLessThanOrEqualTo(r);
    assertThat(less).isLessThan(c);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTransformedEstimateIsTransformedBackByItsLine(long seed) {
    CalibrationLine plain = CalibrationLine.of(draw(seed, 0, 1), 0.95);
    CalibrationLine moved = CalibrationLine.of(draw(seed, 0.2, 2), 0.95);
    double slope = plain.slope().known().orElseThrow().value();
    assertThat(moved.slope().known().orElseThrow().value()).isCloseTo(slope / 2, TIGHT);
    assertThat(moved.intercept().known().orElseThrow().value())
        .isCloseTo(plain.intercept().known().orElseThrow().value() - slope / 2 * 0.2, TIGHT);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreConfidenceIsAWiderInterval(long seed) {
    Estimate narrow = Agreement.pearson(draw(seed, 0, 1), 0.90).known().orElseThrow();
    Estimate wide = Agreement.pearson(draw(seed, 0, 1), 0.99).known().orElseThrow();
    assertThat(wide.low()).isLessThan(narrow.low());
    assertThat(wide.high()).isGreaterThan(narrow.high());
  }

  /** Of 95 % intervals drawn from known truth, 95 % hold it (2,000 draws: ± 2 %). */
  @Test
  void theIntervalOfTheBiasHoldsAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(3);
    int held = 0;
    for (int draw = 0; draw < 2000; draw++) {
      double[] truths = new double[12];
      double[] estimates = new double[12];
      for (int i = 0; i < 12; i++) {
        truths[i] = random.nextDouble(0.5, 1.2);
        estimates[i] = truths[i] + 0.02 + 0.05 * random.nextGaussian();
      }
      Statistic bias = Agreement.bias(PairedValues.of(estimates, truths), 0.95);
      held += bias.known().orElseThrow().holds(0.02) ? 1 : 0;
    }
    assertThat(held / 2000.0).isCloseTo(0.95, within(0.02));
  }

  @Test
  void perfectAgreementIsOneAndFinite() {
    double[] values = {0.7, 0.8, 0.9, 1.0, 1.1};
    PairedValues same = PairedValues.of(values, values);
    assertThat(Agreement.pearson(same, 0.95).known().orElseThrow().value()).isCloseTo(1, TIGHT);
    assertThat(Agreement.concordance(same, 0.95).known().orElseThrow().value()).isCloseTo(1, TIGHT);
  }

  @Test
  void tooLittleDataIsUndefinedWithAReason() {
    PairedValues one = PairedValues.of(new double[] {1}, new double[] {1});
    assertThat(Agreement.bias(one, 0.95)).isEqualTo(Statistic.undefined("fewer than two pairs"));
    assertThat(BlandAltman.of(one, 0.95)).isEmpty();
    assertThat(Agreement.pearson(one, 0.95).known()).isEmpty();
    assertThat(Agreement.concordance(one, 0.95).known()).isEmpty();
    assertThat(CalibrationLine.of(one, 0.95).slope().known()).isEmpty();
  }

  @Test
  void valuesThatDoNotVaryAreUndefinedWithAReason() {
    PairedValues flat =
        PairedValues.of(new double[] {1, 1, 1, 1}, new double[] {0.8, 0.9, 1.0, 1.1});
    assertThat(Agreement.pearson(flat, 0.95))
        .isEqualTo(Statistic.undefined("the values do not vary"));
    assertThat(Agreement.concordance(flat, 0.95).known()).isEmpty();
    assertThat(CalibrationLine.of(flat, 0.95).slope())
        .isEqualTo(Statistic.undefined("the values do not vary"));
    PairedValues uncorrelated =
        PairedValues.of(new double[] {1, 2, 1, 2}, new double[] {1, 1, 2, 2});
    assertThat(Agreement.concordance(uncorrelated, 0.95))
        .isEqualTo(Statistic.undefined("the values do not correlate"));
  }

  @Test
  void truthsAreFiniteToo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedValues.of(new double[] {1}, new double[] {Double.NaN}))
        .withMessage("truths holds NaN");
  }

  @Test
  void whatIsNoNumberNeverGetsIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedValues.of(new double[] {Double.NaN}, new double[] {1}))
        .withMessageContaining("estimates holds NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedValues.of(new double[] {1, 2}, new double[] {1}))
        .withMessageContaining("2 estimates beside 1 truths");
  }
}
