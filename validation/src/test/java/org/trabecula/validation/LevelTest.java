package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Deming;
import org.trabecula.validation.agreement.IntraclassCorrelation;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.agreement.PassingBablok;
import org.trabecula.validation.agreement.RepeatPrecision;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.calibration.IntervalCoverage;
import org.trabecula.validation.calibration.RiskCalibration;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.Confusion;
import org.trabecula.validation.diagnosis.LikelihoodRatio;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.Reclassification;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThreeWayTable;
import org.trabecula.validation.diagnosis.WeightedKappa;
import org.trabecula.validation.planning.SampleSize;

/**
 * A level of confidence lies in (0, 1): 95 for 0.95 is refused, even where no figure is defined.
 */
class LevelTest {
  private static final double[] NONE = {};
  private static final PairedValues NO_PAIR = PairedValues.of(NONE, NONE);
  private static final ScoredSubjects NOBODY = ScoredSubjects.of(NONE, new boolean[0]);
  private static final Confusion EMPTY = new Confusion(0, 0, 0, 0);
  private static final ThreeWayTable.Answers NO_ANSWER = new ThreeWayTable.Answers(0, 0, 0);
  private static final ThreeWayTable NO_CALL = new ThreeWayTable(NO_ANSWER, NO_ANSWER);

  private static final Map<String, DoubleFunction<Object>> FIGURES =
      Map.ofEntries(
          Map.entry("estimate", level -> new Estimate(0, 0, 0, level)),
          Map.entry("normal quantile", Quantiles::normal),
          Map.entry("t quantile", level -> Quantiles.student(level, 3)),
          Map.entry("Wilson", level -> Proportion.wilson(1, 2, level)),
          Map.entry("share", level -> Proportion.of(0, 0, level, "none")),
          Map.entry("bootstrap", level -> new Bootstrap(100, 1, level)),
          Map.entry("bias", level -> Agreement.bias(NO_PAIR, level)),
          Map.entry("Pearson", level -> Agreement.pearson(NO_PAIR, level)),
          Map.entry("Lin", level -> Agreement.concordance(NO_PAIR, level)),
          Map.entry("limits", level -> BlandAltman.of(NO_PAIR, level)),
          Map.entry("Deming", level -> Deming.of(NO_PAIR, 1, level)),
          Map.entry("Passing and Bablok", level -> PassingBablok.of(NO_PAIR, level)),
          Map.entry("line", level -> Line.of(NONE, NONE, level)),
          Map.entry("ICC", level -> IntraclassCorrelation.of(NO_PAIR, level)),
          Map.entry("precision", level -> RepeatPrecision.of(List.of(), level)),
          Map.entry("calibration line", level -> CalibrationLine.of(NO_PAIR, level)),
          Map.entry("calibration curve", level -> CalibrationCurve.of(NO_PAIR, 3, level)),
          Map.entry("coverage", level -> IntervalCoverage.of(NONE, NONE, NONE, level)),
          Map.entry("risks", level -> RiskCalibration.of(NONE, new boolean[0], level)),
          Map.entry("sensitivity", EMPTY::sensitivity),
          Map.entry("specificity", EMPTY::specificity),
          Map.entry("positive predictive value", EMPTY::positivePredictiveValue),
          Map.entry("negative predictive value", EMPTY::negativePredictiveValue),
          Map.entry("likelihood ratio", level -> LikelihoodRatio.of(EMPTY, level)),
          Map.entry("calls", level -> CallAccuracy.of(List.of(), level)),
          Map.entry("determined", NO_CALL::determined),
          Map.entry("among determined", NO_CALL::amongDetermined),
          Map.entry("undetermined as wrong", NO_CALL::undeterminedAsWrong),
          Map.entry("undetermined as likely", NO_CALL::undeterminedAsLikely),
          Map.entry("area", level -> RocArea.of(NONE, NONE, level)),
          Map.entry("difference of areas", level -> RocDifference.of(NOBODY, NOBODY, level)),
          Map.entry("net benefit", level -> NetBenefit.of(NOBODY, 0.5, level)),
          Map.entry("reclassification", level -> Reclassification.of(NOBODY, NOBODY, NONE, level)),
          Map.entry(
              "kappa",
              level -> WeightedKappa.of(new int[2][2], WeightedKappa.Weights.LINEAR, level)),
          Map.entry("size for a share", level -> SampleSize.ofShare(0.5, 0.1, level)),
          Map.entry("size for an area", level -> SampleSize.ofArea(0.8, 0.1, 0.5, level)));

  static Stream<Arguments> figures() {
    return FIGURES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("figures")
  void aLevelLiesWithinZeroAndOne(String what, DoubleFunction<Object> figure) {
    for (double bad : new double[] {0, 1, -0.5, 95, Double.NaN}) {
      assertThatIllegalArgumentException()
          .as(what)
          .isThrownBy(() -> figure.apply(bad))
          .withMessage("level is %s, not within (0, 1)".formatted(bad));
    }
  }
}
