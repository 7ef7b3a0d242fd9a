package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;
import org.trabecula.validation.figure.AgreementFigure;
import org.trabecula.validation.figure.BlandAltmanFigure;
import org.trabecula.validation.figure.CalibrationFigure;
import org.trabecula.validation.figure.DecisionCurveFigure;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.figure.PrecisionRecallFigure;
import org.trabecula.validation.figure.RiskCalibrationFigure;
import org.trabecula.validation.figure.RocFigure;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.figure.ThreeWayFigure;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.ThresholdStudy;

/**
 * The figures of one site.
 *
 * @param agreement estimate and DXA, Bland-Altman
 * @param calibration of the density
 * @param thresholds at each T-score
 * @param forests error, bias, coverage and areas in subgroups; several if there are many
 */
record SiteFigures(
    List<Figure> agreement,
    Figure calibration,
    List<AtThreshold> thresholds,
    List<Figure> forests) {

  /**
   * The figures at a T-score.
   *
   * @param curves ROC, precision and recall
   * @param calls the three-way call
   * @param risk calibration of the probability, decision curve
   */
  record AtThreshold(List<Figure> curves, Figure calls, List<Figure> risk) {}

  static SiteFigures of(SiteStudy site) {
    Studied studied = new Studied(site.source().name(), site.source().synthetic());
    SiteEvaluation.Concordance concordance = site.evaluation().concordance();
    PairedValues pairs = pairs(site.source().predictions());
    List<AtThreshold> thresholds = new ArrayList<>();
    for (int i = 0; i < Words.reported(site).size(); i++) {
      thresholds.add(atThreshold(studied, site, i));
    }
    return new SiteFigures(
        List.of(
            AgreementFigure.of(studied, pairs, site.lines().deming(), site.lines().passingBablok()),
            BlandAltmanFigure.of(studied, pairs, concordance.limits())),
        CalibrationFigure.of(studied, site.calibrationCurve(), concordance.calibration()),
        thresholds,
        Subgroups.figures(studied, site));
  }

  /** Every figure. */
  List<Figure> all() {
    List<Figure> all = new ArrayList<>(agreement);
    all.add(calibration);
    for (AtThreshold at : thresholds) {
      all.addAll(at.curves());
      all.add(at.calls());
      all.addAll(at.risk());
    }
    all.addAll(forests);
    return all;
  }

  /** A T-score limit as it is printed; no line ends within it. */
  static String printed(Threshold threshold) {
    return threshold.label().replace("<=", "\u2264").replace('-', '\u2212').replace(' ', '\u00a0');
  }

  private static AtThreshold atThreshold(Studied studied, SiteStudy site, int index) {
    ThresholdStudy at = Words.reported(site).get(index);
    String condition = printed(at.accuracy().threshold());
    List<RocFigure.Curve> scores = new ArrayList<>();
    scores.add(new RocFigure.Curve("estimate", at.curve(), at.accuracy().rocArea()));
    at.rivals()
        .forEach(rival ->
            scores.add(new RocFigure.Curve(rival.name(), rival.curve(), rival.areas().second())));
    return new AtThreshold(
        List.of(
            RocFigure.of(studied, condition, scores),
            PrecisionRecallFigure.of(
                studied,
                condition,
                List.of(new RocFigure.Curve("estimate", at.curve(), at.averagePrecision())))),
        ThreeWayFigure.of(studied, condition, at.threeWay().table()),
        List.of(
            RiskCalibrationFigure.of(
                studied, condition, at.risk().curve(), at.risk().calibration()),
            DecisionCurveFigure.of(
                studied, condition, at.accuracy().counts().size(), decisionCurves(site, at))));
  }

  private static List<DecisionCurveFigure.Curve> decisionCurves(SiteStudy site, ThresholdStudy at) {
    List<DecisionCurveFigure.Curve> curves = new ArrayList<>();
    curves.add(new DecisionCurveFigure.Curve("estimate", at.risk().decisionCurve()));
    site.comparator().stream()
        .flatMap(other -> other.thresholds().stream())
        .filter(other -> other.threshold().equals(at.accuracy().threshold()))
        .forEach(other ->
            curves.add(new DecisionCurveFigure.Curve("comparator", other.comparatorCurve())));
    return curves;
  }

  private static PairedValues pairs(List<Prediction> predictions) {
    return PairedValues.of(
        predictions.stream().mapToDouble(p -> p.estimate().mean()).toArray(),
        predictions.stream().mapToDouble(Prediction::truth).toArray());
  }
}
