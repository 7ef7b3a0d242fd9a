package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

class ScoredTest {
  private static final ReferencePopulation NHANES = ReferencePopulation.preset("nhanes-iii");

  private static Scored scored(double truth, double mean, double sd, ScannerScale scale) {
    return Scored.of(
            new Prediction(
                "A",
                Subject.UNKNOWN,
                truth,
                DensityEstimate.normal(Site.L1_L4, mean, sd, scale),
                false,
                Map.of()),
            NHANES)
        .orElseThrow();
  }

  /** Young adults at the spine: 1.047 g/cm2, 0.110 between persons. */
  @Test
  void scoresAreDistancesFromYoungAdults() {
    Scored one = scored(0.937, 0.772, 0.055, ScannerScale.HOLOGIC);
    assertThat(one.truth()).isCloseTo(-1, within(1e-12));
    assertThat(one.estimated()).isCloseTo(-2.5, within(1e-12));
    assertThat(one.spread()).isCloseTo(0.5, within(1e-12));
    assertThat(one.risk(Threshold.OSTEOPOROTIC)).isCloseTo(0.5, within(1e-12));
    // Three spreads below -1: pnorm(3).
    assertThat(one.risk(Threshold.LOW)).isCloseTo(0.9986501019683699, within(1e-12));
    assertThat(one.scoreOf(1.047)).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.6,0.05", "0.9,0.05", "0.94,0.1", "1.2,0.05"})
  void theRiskIsThatBehindTheCall(double mean, double sd) {
    for (ScannerScale scale : new ScannerScale[] {ScannerScale.HOLOGIC, ScannerScale.LUNAR}) {
      Scored one = scored(0.9, mean, sd, scale);
      assertThat(one.risk(Threshold.LOW))
          .isCloseTo(
              CallPolicy.DEFAULT
                  .judge(one.prediction().estimate(), one.reference())
                  .probabilityLow(),
              within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 2.5})
  void noRiskIsCertain(double mean) {
    assertThat(scored(0.9, mean, 0.01, ScannerScale.HOLOGIC).risk(Threshold.LOW))
        .isBetween(1e-9, 1 - 1e-9);
  }

  @Test
  void withoutReferenceThereIsNoScore() {
    assertThat(
            Scored.of(
                Prediction.of(
                    "A",
                    Subject.UNKNOWN,
                    0.6,
                    DensityEstimate.normal(Site.TROCHANTER, 0.6, 0.05, ScannerScale.HOLOGIC)),
                NHANES))
        .isEmpty();
  }

  @Test
  void thresholdsSayWhetherTheirLimitCounts() {
    assertThat(Threshold.of(-1)).isEqualTo(Threshold.LOW);
    assertThat(Threshold.of(-2.5)).isEqualTo(Threshold.OSTEOPOROTIC);
    assertThat(Threshold.of(-2).label()).isEqualTo("T <= -2");
    assertThat(Threshold.of(-1.75).label()).isEqualTo("T <= -1.75");
    assertThat(Threshold.LOW.label()).isEqualTo("T < -1");
    assertThat(Threshold.of(-2).holds(-2)).isTrue();
    assertThat(Threshold.LOW.holds(-1)).isFalse();
  }
}
