package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.diagnosis.Confusion;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.ThreeWayTable;

/** Turns a validation into plain maps and lists; docs/validation.md describes them. */
final class ValidationTree {
  private static final String SCHEMA = "trabecula-validation/1";

  private ValidationTree() {}

  static Map<String, Object> of(ValidationStudy study) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("title", study.heading().title());
    tree.put("synthetic", study.heading().synthetic());
    tree.put("provenance", study.heading().provenance());
    tree.put("settings", settings(study.settings()));
    tree.put("flow", study.flow().steps().stream().map(ValidationTree::step).toList());
    tree.put("participants", participants(study.participants()));
    study.comparator().ifPresent(name -> tree.put("comparator", name));
    tree.put("figures", study.figures().stream().map(ValidationTree::figure).toList());
    tree.put("sites", study.sites().stream().map(ValidationTree::site).toList());
    return tree;
  }

  private static Map<String, Object> settings(StudySettings settings) {
    EvaluationSettings how = settings.evaluation();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("reference", how.reference().id());
    tree.put("thresholds", how.thresholds().stream().map(one -> one.label()).toList());
    tree.put("prevalences", settings.prevalences());
    tree.put("level", how.level());
    tree.put("resamples", how.bootstrap().replicates());
    tree.put("seed", how.bootstrap().seed());
    tree.put("call_ppv_target", how.policy().targetPpv());
    tree.put("call_npv_target", how.policy().targetNpv());
    tree.put("call_threshold", how.policy().threshold());
    tree.put("subgroups", List.copyOf(how.traits()));
    return tree;
  }

  private static Map<String, Object> step(StudyFlow.Step step) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    tree.put("text", step.text());
    tree.put("subjects", step.subjects());
    tree.put("radiographs", step.radiographs());
    return tree;
  }

  private static Map<String, Object> participants(Participants who) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("subjects", who.subjects());
    tree.put("women", who.women());
    tree.put("men", who.men());
    tree.put("sex_unknown", who.sexUnknown());
    tree.put("quantities", who.quantities().stream().map(ValidationTree::quantity).toList());
    tree.put("traits", who.traits());
    return tree;
  }

  private static Map<String, Object> quantity(Participants.Quantity quantity) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", quantity.name());
    tree.put("unit", quantity.unit());
    tree.put("known", quantity.known());
    tree.put("missing", quantity.missing());
    quantity
        .spread()
        .ifPresent(spread -> {
          tree.put("mean", spread.mean());
          tree.put("sd", spread.sd());
          tree.put("least", spread.least());
          tree.put("median", spread.median());
          tree.put("greatest", spread.greatest());
        });
    return tree;
  }

  private static Map<String, Object> figure(Figure figure) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("site", figure.site());
    tree.put("group", figure.group());
    tree.put("statistic", figure.statistic());
    tree.put("at", figure.at());
    tree.put("unit", figure.unit());
    tree.putAll(statistic(figure.value()));
    tree.put("method", figure.method());
    tree.put("n", figure.n());
    return tree;
  }

  private static Map<String, Object> statistic(Statistic statistic) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (statistic) {
      case Statistic.Known(Estimate estimate) -> {
        tree.put("estimate", estimate.value());
        tree.put("low", estimate.low());
        tree.put("high", estimate.high());
        tree.put("level", estimate.level());
      }
      case Statistic.Undefined(String reason) -> tree.put("undefined", reason);
    }
    return tree;
  }

  private static Map<String, Object> site(SiteStudy study) {
    SiteEvaluation.Sample sample = study.evaluation().sample();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", study.source().name());
    tree.put("site", sample.site().label());
    study.source().view().ifPresent(view -> tree.put("view", view));
    tree.put("scale", sample.scale().name().toLowerCase(Locale.ROOT));
    tree.put("synthetic", study.source().synthetic());
    tree.put("repeated", study.source().repeated());
    tree.put("radiographs", sample.radiographs());
    tree.put("subjects", sample.subjects());
    tree.put("mean_truth", sample.meanTruth());
    tree.put("sd_truth", sample.sdTruth());
    study
        .evaluation()
        .concordance()
        .limits()
        .ifPresent(limits -> tree.put("sd_of_errors", limits.sd()));
    tree.put("without_reference", study.evaluation().diagnostics().withoutReference());
    tree.put("baselines_learned_from", study.source().baselines());
    tree.put("calibration_curve", curve(study.calibrationCurve()));
    tree.put("classes", classes(study.classes()));
    tree.put("thresholds", study.thresholds().stream().map(ValidationTree::threshold).toList());
    study.comparator().ifPresent(other -> tree.put("comparator", comparator(other)));
    return tree;
  }

  private static Map<String, Object> classes(SiteStudy.DensityClasses classes) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("labels", classes.labels());
    tree.put("truth_by_estimate", classes.counts());
    return tree;
  }

  private static Map<String, Object> threshold(ThresholdStudy study) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("threshold", study.accuracy().threshold().label());
    Confusion counts = study.accuracy().counts();
    tree.put("true_positives", counts.truePositives());
    tree.put("false_positives", counts.falsePositives());
    tree.put("false_negatives", counts.falseNegatives());
    tree.put("true_negatives", counts.trueNegatives());
    Map<String, Object> way = new LinkedHashMap<>();
    way.put("low", answers(study.threeWay().table().low()));
    way.put("not_low", answers(study.threeWay().table().notLow()));
    tree.put("three_way", way);
    tree.put("roc_columns", List.of("highest_t_score", "true_positives", "false_positives"));
    tree.put("roc", study.curve().stream().map(ValidationTree::point).toList());
    tree.put("risk_curve", curve(study.risk().curve()));
    tree.put("decision_curve", decisions(study.risk().decisionCurve()));
    tree.put("beside", study.rivals().stream().map(ValidationTree::rival).toList());
    return tree;
  }

  private static Map<String, Object> answers(ThreeWayTable.Answers answers) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("likely", answers.likely());
    tree.put("undetermined", answers.undetermined());
    tree.put("unlikely", answers.unlikely());
    return tree;
  }

  /** Scores are T-scores turned round. */
  private static List<Number> point(Curves.Point point) {
    return List.of(
        -point.threshold(), point.table().truePositives(), point.table().falsePositives());
  }

  private static List<Map<String, Object>> curve(List<CalibrationCurve.Point> points) {
    List<Map<String, Object>> curve = new ArrayList<>();
    for (CalibrationCurve.Point point : points) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("n", point.n());
      tree.put("mean_estimate", point.meanEstimate());
      tree.put("truth", statistic(Statistic.of(point.meanTruth())));
      curve.add(tree);
    }
    return curve;
  }

  private static List<Map<String, Object>> decisions(List<NetBenefit> points) {
    List<Map<String, Object>> curve = new ArrayList<>();
    for (NetBenefit point : points) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("risk", point.threshold());
      tree.put("of_test", statistic(point.ofTest()));
      tree.put("of_all", statistic(point.ofAll()));
      curve.add(tree);
    }
    return curve;
  }

  private static Map<String, Object> rival(ThresholdStudy.Rival rival) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", rival.name());
    tree.put("radiographs", rival.radiographs());
    tree.put("positives", rival.positives());
    tree.put("p_value", rival.areas().pValue());
    return tree;
  }

  private static Map<String, Object> comparator(ComparatorStudy other) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("radiographs", other.radiographs());
    tree.put("subjects", other.subjects());
    tree.put("unpaired", other.unpaired());
    List<Map<String, Object>> thresholds = new ArrayList<>();
    for (ComparatorStudy.AtThreshold one : other.thresholds()) {
      Map<String, Object> at = new LinkedHashMap<>();
      at.put("threshold", one.threshold().label());
      at.put("p_value", one.areas().pValue());
      at.put("calls", List.of("unlikely", "undetermined", "likely"));
      at.put("low_comparator_by_estimate", one.positives());
      at.put("not_low_comparator_by_estimate", one.negatives());
      at.put("decision_curve", decisions(one.decisionCurve()));
      at.put("comparator_decision_curve", decisions(one.comparatorCurve()));
      thresholds.add(at);
    }
    tree.put("thresholds", thresholds);
    return tree;
  }
}
