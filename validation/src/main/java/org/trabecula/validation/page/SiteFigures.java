package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;
import org.trabecula.validation.figure.AgreementFigure;
import org.trabecula.validation.figure.BlandAltmanFigure;
import org.trabecula.validation.figure.CalibrationFigure;
import org.trabecula.validation.figure.DecisionCurveFigure;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.figure.ForestFigure;
import org.trabecula.validation.figure.PrecisionRecallFigure;
import org.trabecula.validation.figure.RiskCalibrationFigure;
import org.trabecula.validation.figure.RocFigure;
import org.trabecula.validation.figure.Studied;
import org.trabecula.validation.figure.ThreeWayFigure;
import org.trabecula.validation.study.ComparatorStudy;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.SubgroupFigures;
import org.trabecula.validation.study.ThresholdStudy;

/**
 * The figures of one site.
 *
 * @param agreement estimate and DXA, Bland-Altman
 * @param calibration of the density
 * @param thresholds at each T-score
 * @param forests error, bias, coverage and areas in subgroups
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
    for (int i = 0; i < site.thresholds().size(); i++) {
      thresholds.add(atThreshold(studied, site, i));
    }
    return new SiteFigures(
        List.of(
            AgreementFigure.of(studied, pairs, site.lines().deming(), site.lines().passingBablok()),
            BlandAltmanFigure.of(studied, pairs, concordance.limits())),
        CalibrationFigure.of(studied, site.calibrationCurve(), concordance.calibration()),
        thresholds,
        forests(studied, site));
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

  /** A T-score limit as it is printed. */
  static String printed(Threshold threshold) {
    return threshold.label().replace("<=", "\u2264").replace('-', '\u2212');
  }

  private static AtThreshold atThreshold(Studied studied, SiteStudy site, int index) {
    ThresholdStudy at = site.thresholds().get(index);
    String condition = printed(at.accuracy().threshold());
    List<RocFigure.Curve> scores = new ArrayList<>();
    scores.add(new RocFigure.Curve("estimate", at.curve(), at.accuracy().rocArea()));
    at.rivals()
        .forEach(rival ->
            scores.add(new RocFigure.Curve(rival.name(), List.of(), rival.areas().second())));
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
                studied,
                condition,
                at.accuracy().counts().size(),
                decisionCurves(site, at, index))));
  }

  private static List<DecisionCurveFigure.Curve> decisionCurves(
      SiteStudy site, ThresholdStudy at, int index) {
    List<DecisionCurveFigure.Curve> curves = new ArrayList<>();
    curves.add(new DecisionCurveFigure.Curve("estimate", at.risk().decisionCurve()));
    site.comparator()
        .map(ComparatorStudy::thresholds)
        .filter(thresholds -> index < thresholds.size())
        .ifPresent(thresholds ->
            curves.add(
                new DecisionCurveFigure.Curve(
                    "comparator", thresholds.get(index).comparatorCurve())));
    return curves;
  }

  private static List<Figure> forests(Studied studied, SiteStudy site) {
    SiteEvaluation evaluation = site.evaluation();
    List<Figure> forests = new ArrayList<>();
    forests.add(
        forest(
            studied,
            site,
            new ForestFigure.Quantity(
                "forest mae",
                "mean absolute error in subgroups",
                "mean absolute error (g/cm²)",
                3,
                OptionalDouble.empty(),
                ""),
            SubgroupFigures::meanAbsoluteError,
            evaluation.errors().meanAbsolute()));
    forests.add(
        forest(
            studied,
            site,
            new ForestFigure.Quantity(
                "forest bias",
                "bias in subgroups",
                "bias (g/cm²)",
                3,
                OptionalDouble.of(0),
                "no bias"),
            SubgroupFigures::bias,
            evaluation.errors().bias()));
    forests.add(coverage(studied, site));
    for (int i = 0; i < site.thresholds().size(); i++) {
      forests.add(areas(studied, site, i));
    }
    return forests;
  }

  private static Figure coverage(Studied studied, SiteStudy site) {
    OptionalDouble nominal = site.evaluation().concordance().nominalCoverage();
    String of =
        nominal.isPresent()
            ? String.format(Locale.ROOT, " of %.0f %% intervals", 100 * nominal.getAsDouble())
            : " of intervals";
    return forest(
        studied,
        site,
        new ForestFigure.Quantity(
            "forest coverage",
            "coverage" + of + " in subgroups",
            "share of intervals that hold DXA",
            3,
            nominal,
            "what is meant"),
        SubgroupFigures::coverage,
        site.evaluation().concordance().coverage());
  }

  private static Figure areas(Studied studied, SiteStudy site, int index) {
    ThresholdStudy at = site.thresholds().get(index);
    String condition = printed(at.accuracy().threshold());
    return forest(
        studied,
        site,
        new ForestFigure.Quantity(
            "forest auc " + condition,
            "AUC for " + condition + " in subgroups",
            "area under the ROC curve",
            3,
            OptionalDouble.of(0.5),
            "chance"),
        group -> area(group, at.accuracy().threshold()),
        at.accuracy().rocArea());
  }

  private static Statistic area(SubgroupFigures group, Threshold threshold) {
    return group.areas().stream()
        .filter(area -> area.threshold().equals(threshold))
        .map(SubgroupFigures.Area::area)
        .findFirst()
        .orElse(Statistic.undefined("not computed"));
  }

  private static Figure forest(
      Studied studied,
      SiteStudy site,
      ForestFigure.Quantity quantity,
      Function<SubgroupFigures, Statistic> figure,
      Statistic all) {
    Stream<ForestFigure.Row> rows =
        site.evaluation().subgroups().stream()
            .map(group ->
                new ForestFigure.Row(
                    group.trait(), group.value(), group.radiographs(), figure.apply(group)));
    int n = site.evaluation().sample().radiographs();
    return ForestFigure.of(
        studied, quantity, rows.toList(), new ForestFigure.Row("", "all", n, all));
  }

  private static PairedValues pairs(List<Prediction> predictions) {
    return PairedValues.of(
        predictions.stream().mapToDouble(p -> p.estimate().mean()).toArray(),
        predictions.stream().mapToDouble(Prediction::truth).toArray());
  }
}
