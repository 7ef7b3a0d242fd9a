package org.trabecula.validation.study;

import static org.trabecula.validation.study.IntervalMethod.DELONG;
import static org.trabecula.validation.study.IntervalMethod.FLEISS;
import static org.trabecula.validation.study.IntervalMethod.MERCALDO;
import static org.trabecula.validation.study.IntervalMethod.NORMAL;
import static org.trabecula.validation.study.IntervalMethod.RESAMPLED;
import static org.trabecula.validation.study.IntervalMethod.SIMEL;
import static org.trabecula.validation.study.IntervalMethod.WALD;
import static org.trabecula.validation.study.IntervalMethod.WILSON;

import java.util.List;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.Confusion;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.ThreeWayTable;

/** Lists how well low densities are found. */
record DiagnosisFigures(FigureList list, SiteStudy study) {

  void add() {
    study.thresholds().forEach(this::threshold);
    calls();
    classes();
  }

  private void threshold(ThresholdStudy one) {
    String at = one.accuracy().threshold().label();
    Confusion counts = one.accuracy().counts();
    int found = counts.truePositives() + counts.falsePositives();
    list.pure("sensitivity", at, one.accuracy().sensitivity(), counts.positives(), WILSON);
    list.pure("specificity", at, one.accuracy().specificity(), counts.negatives(), WILSON);
    list.pure("ppv", at, one.accuracy().positivePredictiveValue(), found, WILSON);
    list.pure("npv", at, one.accuracy().negativePredictiveValue(), counts.size() - found, WILSON);
    list.pure("lr_positive", at, one.likelihoodRatios().ofPositive(), counts.size(), SIMEL);
    list.pure("lr_negative", at, one.likelihoodRatios().ofNegative(), counts.size(), SIMEL);
    for (ThresholdStudy.AtPrevalence share : one.atPrevalences()) {
      String where = at + "; prevalence " + FigureList.number(share.prevalence());
      list.pure(
          "ppv_at_prevalence", where, share.positivePredictiveValue(), counts.size(), MERCALDO);
      list.pure(
          "npv_at_prevalence", where, share.negativePredictiveValue(), counts.size(), MERCALDO);
    }
    list.pure("auc", at, one.accuracy().rocArea(), counts.size(), DELONG);
    list.pure("average_precision", at, one.averagePrecision(), counts.size(), RESAMPLED);
    one.rivals()
        .forEach(rival -> list.areas(at + "; " + rival.name(), rival.areas(), rival.radiographs()));
    threeWay(at, one.threeWay());
    risk(at, one.risk(), counts.size());
  }

  private void threeWay(String at, ThresholdStudy.ThreeWay way) {
    ThreeWayTable table = way.table();
    list.pure("determined", at, way.determined(), table.size(), WILSON);
    ThreeWayTable.Answers low = table.low();
    ThreeWayTable.Answers not = table.notLow();
    accuracy(
        "among determined",
        at,
        way.amongDetermined(),
        low.size() - low.undetermined(),
        not.size() - not.undetermined());
    accuracy("undetermined wrong", at, way.asWrong(), low.size(), not.size());
    accuracy("undetermined referred", at, way.asLikely(), low.size(), not.size());
  }

  private void accuracy(String how, String at, ThreeWayTable.Accuracy accuracy, int low, int not) {
    list.pure("call_sensitivity", at + "; " + how, accuracy.sensitivity(), low, WILSON);
    list.pure("call_specificity", at + "; " + how, accuracy.specificity(), not, WILSON);
  }

  private void risk(String at, ThresholdStudy.Risk risk, int of) {
    list.pure("risk_slope", at, risk.calibration().slope(), of, WALD);
    list.pure("risk_intercept", at, risk.calibration().intercept(), of, WALD);
    list.pure("risk_in_the_large", at, risk.calibration().inTheLarge(), of, WALD);
    list.pure("brier", at, risk.calibration().brier(), of, NORMAL);
    for (NetBenefit point : risk.decisionCurve()) {
      list.gain("net_benefit", at, point, point.ofTest(), of);
      list.gain("net_benefit_of_all", at, point, point.ofAll(), of);
    }
  }

  private void calls() {
    CallAccuracy calls = study.evaluation().diagnostics().calls();
    int all = calls.likelyLow() + calls.undetermined() + calls.unlikelyLow();
    list.pure("call_made", "", calls.determined(), all, WILSON);
    list.pure("call_ppv", "", calls.positivePredictiveValue(), calls.likelyLow(), WILSON);
    list.pure("call_npv", "", calls.negativePredictiveValue(), calls.unlikelyLow(), WILSON);
  }

  private void classes() {
    SiteStudy.DensityClasses classes = study.classes();
    int of = classes.counts().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    list.pure("kappa", "unweighted", classes.kappa(), of, FLEISS);
    list.pure("kappa", "linear weights", classes.linearKappa(), of, FLEISS);
    list.pure("kappa", "quadratic weights", classes.quadraticKappa(), of, FLEISS);
  }
}
