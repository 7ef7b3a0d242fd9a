package org.trabecula.validation.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;

/** Turns a study report into plain maps and lists. */
final class StudyTree {
  private static final String SCHEMA = "trabecula-study/1";

  private StudyTree() {}

  static Map<String, Object> of(StudyReport report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("title", report.heading().title());
    tree.put("synthetic", report.heading().synthetic());
    tree.put("provenance", report.heading().provenance());
    tree.put("sites", report.sites().stream().map(StudyTree::site).toList());
    return tree;
  }

  private static Map<String, Object> site(SiteEvaluation site) {
    Map<String, Object> tree = new LinkedHashMap<>();
    SiteEvaluation.Sample sample = site.sample();
    tree.put("site", sample.site().label());
    tree.put("scale", lower(sample.scale()));
    tree.put("radiographs", sample.radiographs());
    tree.put("subjects", sample.subjects());
    tree.put("mean_truth", sample.meanTruth());
    tree.put("sd_truth", sample.sdTruth());
    tree.put("mae", statistic(site.errors().meanAbsolute()));
    tree.put("rmse", statistic(site.errors().rootMeanSquare()));
    tree.put("bias", statistic(site.errors().bias()));
    putConcordance(tree, site.concordance());
    tree.put("diagnostics", diagnostics(site.diagnostics()));
    tree.put("baselines", site.context().baselines().stream().map(StudyTree::baseline).toList());
    site.context().floor().ifPresent(floor -> tree.put("dxa_floor_mae", floor));
    tree.put("subgroups", site.subgroups().stream().map(StudyTree::subgroup).toList());
    return tree;
  }

  private static void putConcordance(
      Map<String, Object> tree, SiteEvaluation.Concordance concordance) {
    tree.put("r", statistic(concordance.pearson()));
    tree.put("ccc", statistic(concordance.lin()));
    tree.put("icc_2_1", statistic(concordance.intraclass()));
    Optional<BlandAltman> limits = concordance.limits();
    if (limits.isPresent()) {
      tree.put(
          "limits_of_agreement",
          List.of(estimate(limits.get().lower()), estimate(limits.get().upper())));
      tree.put("sd_of_errors", limits.get().sd());
      tree.put("proportional_bias", statistic(limits.get().proportionalBias()));
    }
    tree.put("calibration_slope", statistic(concordance.calibration().slope()));
    tree.put("calibration_intercept", statistic(concordance.calibration().intercept()));
    tree.put("calibration_in_the_large", statistic(concordance.calibration().inTheLarge()));
    tree.put("coverage", statistic(concordance.coverage()));
    concordance.nominalCoverage().ifPresent(level -> tree.put("nominal_coverage", level));
  }

  private static Map<String, Object> diagnostics(SiteEvaluation.Diagnostics diagnostics) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("reference", diagnostics.reference());
    tree.put("without_reference", diagnostics.withoutReference());
    tree.put("thresholds", diagnostics.thresholds().stream().map(StudyTree::threshold).toList());
    CallAccuracy calls = diagnostics.calls();
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("likely_low", calls.likelyLow());
    call.put("unlikely_low", calls.unlikelyLow());
    call.put("undetermined", calls.undetermined());
    call.put("determined", statistic(calls.determined()));
    call.put("ppv", statistic(calls.positivePredictiveValue()));
    call.put("npv", statistic(calls.negativePredictiveValue()));
    tree.put("calls", call);
    return tree;
  }

  private static Map<String, Object> threshold(ThresholdAccuracy accuracy) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("threshold", accuracy.threshold().label());
    tree.put("true_positives", accuracy.counts().truePositives());
    tree.put("false_positives", accuracy.counts().falsePositives());
    tree.put("false_negatives", accuracy.counts().falseNegatives());
    tree.put("true_negatives", accuracy.counts().trueNegatives());
    tree.put("sensitivity", statistic(accuracy.sensitivity()));
    tree.put("specificity", statistic(accuracy.specificity()));
    tree.put("ppv", statistic(accuracy.positivePredictiveValue()));
    tree.put("npv", statistic(accuracy.negativePredictiveValue()));
    tree.put("auc", statistic(accuracy.rocArea()));
    return tree;
  }

  private static Map<String, Object> baseline(SiteEvaluation.BaselineComparison baseline) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("baseline", lower(baseline.kind()));
    tree.put("mae", statistic(baseline.meanAbsoluteError()));
    tree.put("improvement", statistic(baseline.improvement()));
    return tree;
  }

  private static Map<String, Object> subgroup(SubgroupFigures subgroup) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trait", subgroup.trait());
    tree.put("value", subgroup.value());
    tree.put("radiographs", subgroup.radiographs());
    tree.put("mae", statistic(subgroup.meanAbsoluteError()));
    tree.put("bias", statistic(subgroup.bias()));
    tree.put("r", statistic(subgroup.pearson()));
    tree.put("coverage", statistic(subgroup.coverage()));
    return tree;
  }

  private static Map<String, Object> statistic(Statistic statistic) {
    return switch (statistic) {
      case Statistic.Known(Estimate estimate) -> estimate(estimate);
      case Statistic.Undefined(String reason) -> Map.of("undefined", reason);
    };
  }

  private static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("value", estimate.value());
    tree.put("low", estimate.low());
    tree.put("high", estimate.high());
    tree.put("level", estimate.level());
    return tree;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
