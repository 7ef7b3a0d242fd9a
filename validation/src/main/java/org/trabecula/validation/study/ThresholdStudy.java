package org.trabecula.validation.study;

import java.util.List;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.RiskCalibration;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.LikelihoodRatio;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ThreeWayTable;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;

/**
 * How well densities beyond a T-score are found.
 *
 * @param accuracy counts, sensitivity, specificity, predictive values, area under the curve
 * @param likelihoodRatios LR+ and LR-
 * @param atPrevalences predictive values at other prevalences
 * @param averagePrecision area under the curve of precision over recall; its chance level is the
 *     prevalence of the study
 * @param curve a point for each different score (T-score turned round), the most specific first:
 *     the receiver operating characteristic and precision over recall; empty with one class only
 * @param threeWay the call at this T-score with its third answer
 * @param risk the probability of lying beyond the T-score
 * @param rivals areas of what needs no radiograph, each beside that of the estimate
 */
public record ThresholdStudy(
    ThresholdAccuracy accuracy,
    LikelihoodRatio likelihoodRatios,
    List<AtPrevalence> atPrevalences,
    Statistic averagePrecision,
    List<Curves.Point> curve,
    ThreeWay threeWay,
    Risk risk,
    List<Rival> rivals) {

  /**
   * Predictive values where a share of all is beyond the T-score.
   *
   * @param prevalence in (0, 1)
   */
  public record AtPrevalence(
      double prevalence, Statistic positivePredictiveValue, Statistic negativePredictiveValue) {}

  /**
   * A test with a third answer: the call of the study's policy, moved to this T-score.
   *
   * @param table likely, undetermined and unlikely by truth
   * @param determined the share with an answer
   * @param amongDetermined the undetermined left out
   * @param asWrong the undetermined counted as wrong
   * @param asLikely the undetermined sent on to DXA like the likely
   */
  public record ThreeWay(
      ThreeWayTable table,
      Statistic determined,
      ThreeWayTable.Accuracy amongDetermined,
      ThreeWayTable.Accuracy asWrong,
      ThreeWayTable.Accuracy asLikely) {}

  /**
   * The probability that the true T-score lies beyond the threshold, from the predictive
   * distribution: normal with the estimate's mean and standard deviation, on the reference's scale.
   *
   * @param calibration slope, intercept, in the large, Brier score
   * @param curve share beyond the T-score over mean risk, in tenths by risk
   * @param decisionCurve net benefit of acting at each threshold of risk
   */
  public record Risk(
      RiskCalibration calibration,
      List<CalibrationCurve.Point> curve,
      List<NetBenefit> decisionCurve) {
    public Risk {
      curve = List.copyOf(curve);
      decisionCurve = List.copyOf(decisionCurve);
    }
  }

  /**
   * What sorts subjects without a radiograph.
   *
   * @param name in print: a baseline, OST or ORAI
   * @param radiographs on how many both are known
   * @param positives how many of them are beyond the T-score
   * @param areas first the estimate's, second the rival's, and their paired difference
   */
  public record Rival(String name, int radiographs, int positives, RocDifference areas) {}

  public ThresholdStudy {
    atPrevalences = List.copyOf(atPrevalences);
    curve = List.copyOf(curve);
    rivals = List.copyOf(rivals);
  }
}
