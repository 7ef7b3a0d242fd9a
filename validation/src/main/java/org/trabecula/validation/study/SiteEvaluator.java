package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.DxaPrecision;
import org.trabecula.densitometry.ReferenceValue;
import org.trabecula.densitometry.ScaleConversion;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;
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

  /** A T-score beside the true one, and the call. */
  private record Scored(double estimated, double truth, CallAccuracy.Case call) {}

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
    requireOneSite(test);
    DensityEstimate first = test.getFirst().estimate();
    double[] truths = test.stream().mapToDouble(Prediction::truth).toArray();
    double mean = Moments.mean(truths);
    ErrorStatistics errors = errors(test, settings.bootstrap());
    return new SiteEvaluation(
        new SiteEvaluation.Sample(
            first.site(),
            first.scale(),
            test.size(),
            (int) test.stream().map(Prediction::subjectId).distinct().count(),
            mean,
            truths.length < 2 ? 0 : Moments.standardDeviation(truths)),
        new SiteEvaluation.Errors(errors.meanAbsolute(), errors.rootMeanSquare(), errors.bias()),
        concordance(test),
        diagnostics(test, first.site()),
        new SiteEvaluation.Context(
            baselines(test, train, errors), DxaPrecision.meanAbsoluteError(first.site(), mean)),
        Subgroups.of(test, settings.bootstrap()));
  }

  private SiteEvaluation.Concordance concordance(List<Prediction> test) {
    PairedValues pairs = pairs(test);
    double level = settings.level();
    return new SiteEvaluation.Concordance(
        Agreement.pearson(pairs, level),
        Agreement.concordance(pairs, level),
        IntraclassCorrelation.of(pairs, level),
        BlandAltman.of(pairs, level),
        CalibrationLine.of(pairs, level),
        coverage(test, level),
        nominalCoverage(test));
  }

  private SiteEvaluation.Diagnostics diagnostics(List<Prediction> test, Site site) {
    List<Scored> scored = new ArrayList<>();
    for (Prediction prediction : test) {
      settings
          .reference()
          .youngAdult(site, prediction.subject(), prediction.estimate().scale())
          .ifPresent(reference -> scored.add(score(prediction, reference)));
    }
    PairedValues scores =
        PairedValues.of(
            scored.stream().mapToDouble(Scored::estimated).toArray(),
            scored.stream().mapToDouble(Scored::truth).toArray());
    return new SiteEvaluation.Diagnostics(
        settings.reference().name(),
        test.size() - scored.size(),
        Arrays.stream(ThresholdAccuracy.Threshold.values())
            .map(threshold -> ThresholdAccuracy.of(threshold, scores, settings.level()))
            .toList(),
        CallAccuracy.of(scored.stream().map(Scored::call).toList(), settings.level()));
  }

  private Scored score(Prediction prediction, ReferenceValue reference) {
    DensityEstimate estimate = prediction.estimate();
    CallPolicy.Judgement judgement = settings.policy().judge(estimate, reference);
    double truth =
        reference.scoreOf(
            ScaleConversion.between(estimate.scale(), reference.scale(), estimate.site())
                .apply(prediction.truth())
                .density());
    return new Scored(
        reference.scoreOf(estimate.onScale(reference.scale()).mean()),
        truth,
        new CallAccuracy.Case(judgement.call(), truth < settings.policy().threshold()));
  }

  private List<BaselineComparison> baselines(
      List<Prediction> test, List<Observation> train, ErrorStatistics model) {
    List<BaselineComparison> comparisons = new ArrayList<>();
    for (BaselineModel.Kind kind : BaselineModel.Kind.values()) {
      if (train.isEmpty()) {
        Statistic none = Statistic.undefined("there is no training row");
        comparisons.add(new BaselineComparison(kind, none, none));
      } else {
        BaselineModel baseline = BaselineModel.fit(kind, train);
        ErrorStatistics errors =
            ErrorStatistics.of(
                test.stream().map(Prediction::subjectId).toList(),
                test.stream().mapToDouble(p -> baseline.predict(p.subject()) - p.truth()).toArray(),
                settings.bootstrap());
        comparisons.add(
            new BaselineComparison(kind, errors.meanAbsolute(), model.improvementOver(errors)));
      }
    }
    return comparisons;
  }

  static ErrorStatistics errors(List<Prediction> predictions, Bootstrap bootstrap) {
    return ErrorStatistics.of(
        predictions.stream().map(Prediction::subjectId).toList(),
        predictions.stream().mapToDouble(Prediction::error).toArray(),
        bootstrap);
  }

  static PairedValues pairs(List<Prediction> predictions) {
    return PairedValues.of(
        predictions.stream().mapToDouble(p -> p.estimate().mean()).toArray(),
        predictions.stream().mapToDouble(Prediction::truth).toArray());
  }

  static Statistic coverage(List<Prediction> predictions, double level) {
    int held = (int) predictions.stream().filter(SiteEvaluator::isHeld).count();
    return Proportion.of(held, predictions.size(), level, "there is no interval");
  }

  private static boolean isHeld(Prediction prediction) {
    DensityEstimate estimate = prediction.estimate();
    return estimate.low() <= prediction.truth() && prediction.truth() <= estimate.high();
  }

  private static OptionalDouble nominalCoverage(List<Prediction> predictions) {
    double[] levels =
        predictions.stream().mapToDouble(p -> p.estimate().level()).distinct().toArray();
    return levels.length == 1 ? OptionalDouble.of(levels[0]) : OptionalDouble.empty();
  }

  private static void requireOneSite(List<Prediction> test) {
    if (test.isEmpty()) {
      throw new IllegalArgumentException("There is no prediction");
    }
    Site site = test.getFirst().estimate().site();
    ScannerScale scale = test.getFirst().estimate().scale();
    for (Prediction prediction : test) {
      if (prediction.estimate().site() != site || prediction.estimate().scale() != scale) {
        throw new IllegalArgumentException(
            "%s on scale %s among %s on scale %s"
                .formatted(
                    prediction.estimate().site(), prediction.estimate().scale(), site, scale));
      }
    }
  }
}
