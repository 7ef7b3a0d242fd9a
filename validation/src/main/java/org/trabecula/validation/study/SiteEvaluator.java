package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.DxaPrecision;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.ErrorStatistics;
import org.trabecula.validation.agreement.IntraclassCorrelation;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;
import org.trabecula.validation.study.SiteEvaluation.BaselineComparison;

/** Evaluates the predictions of one site. */
public final class SiteEvaluator {
  private final EvaluationSettings settings;

  public SiteEvaluator(EvaluationSettings settings) {
    this.settings = settings;
  }

  /**
   * Evaluates predictions on test subjects.
   *
   * @param test predictions of one site on one scale, at least one
   * @param train what the baselines learn from, of the same site and scale; perhaps none
   * @throws IllegalArgumentException if sites or scales are mixed
   */
  public SiteEvaluation evaluate(List<Prediction> test, List<Observation> train) {
    return evaluate(SiteRows.of(test, settings), new BaselineSource.Trained(train));
  }

  SiteEvaluation evaluate(SiteRows rows, BaselineSource baselines) {
    double[] truths = rows.pairs().truths();
    double mean = Moments.mean(truths);
    ErrorStatistics errors = rows.errors();
    return new SiteEvaluation(
        new SiteEvaluation.Sample(
            rows.site(),
            rows.scale(),
            rows.size(),
            rows.subjects().distinct(),
            mean,
            truths.length < 2 ? 0 : Moments.standardDeviation(truths)),
        new SiteEvaluation.Errors(errors.meanAbsolute(), errors.rootMeanSquare(), errors.bias()),
        concordance(rows),
        diagnostics(rows),
        new SiteEvaluation.Context(
            baselines(rows, baselines, errors), DxaPrecision.meanAbsoluteError(rows.site(), mean)),
        Subgroups.of(rows, settings));
  }

  private static SiteEvaluation.Concordance concordance(SiteRows rows) {
    PairedValues pairs = rows.pairs();
    double level = rows.level();
    return new SiteEvaluation.Concordance(
        rows.figure(some -> Agreement.pearson(some, level)),
        rows.figure(some -> Agreement.concordance(some, level)),
        rows.figure(some -> IntraclassCorrelation.of(some, level)),
        BlandAltman.of(pairs, rows.subjects()),
        CalibrationLine.of(pairs, rows.subjects()),
        rows.coverage(),
        rows.nominalCoverage());
  }

  private SiteEvaluation.Diagnostics diagnostics(SiteRows rows) {
    ScoredRows scored = rows.scored();
    PairedValues scores = scored.scores();
    SubjectRows subjects = scored.subjects();
    return new SiteEvaluation.Diagnostics(
        settings.reference().name(),
        rows.size() - scored.size(),
        settings.thresholds().stream()
            .map(threshold -> ThresholdAccuracy.of(threshold, scores, subjects))
            .toList(),
        CallAccuracy.of(scored.calls(settings.policy()), subjects));
  }

  private static List<BaselineComparison> baselines(
      SiteRows rows, BaselineSource source, ErrorStatistics model) {
    List<BaselineComparison> comparisons = new ArrayList<>();
    for (BaselineModel.Kind kind : BaselineModel.Kind.values()) {
      Optional<double[]> predicted = source.predict(kind, rows.predictions());
      if (predicted.isEmpty()) {
        Statistic none = Statistic.undefined(source.reasonIfNone());
        comparisons.add(new BaselineComparison(kind, none, none));
      } else {
        double[] errors = predicted.get().clone();
        for (int row = 0; row < errors.length; row++) {
          errors[row] -= rows.prediction(row).truth();
        }
        ErrorStatistics baseline = rows.errors(errors);
        comparisons.add(
            new BaselineComparison(kind, baseline.meanAbsolute(), model.improvementOver(baseline)));
      }
    }
    return comparisons;
  }
}
