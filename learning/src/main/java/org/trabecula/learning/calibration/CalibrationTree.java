package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.screening.Bend;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** A calibration's report as a tree of maps, lists and values, for JSON. */
final class CalibrationTree {
  private CalibrationTree() {}

  static Map<String, Object> of(CalibrationReport report) {
    CalibrationReport.Heading heading = report.heading();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", "trabecula-calibration/1");
    tree.put("synthetic", heading.synthetic());
    tree.put("model", Map.of("name", heading.name(), "version", heading.version()));
    Map<String, Object> parent = new LinkedHashMap<>();
    parent.put("name", heading.parent().named().name());
    parent.put("version", heading.parent().named().version());
    parent.put("sha256", heading.parent().named().sha256());
    tree.put("parent", parent);
    tree.put("scale", heading.scale().name().toLowerCase(Locale.ROOT));
    tree.put("data_sha256", heading.pairs().sha256());
    tree.put("radiographs", heading.pairs().rows().size());
    tree.put("seed", heading.settings().seed());
    tree.put("commit", heading.origin().commit());
    tree.put("command", heading.origin().command());
    tree.put("settings", report.settings());
    tree.put("reservations", report.reservations());
    List<Object> sites = new ArrayList<>();
    report.outcomes().forEach((key, outcome) -> sites.add(site(key, outcome)));
    tree.put("sites", sites);
    Map<String, Object> left = new LinkedHashMap<>();
    report.objections().forEach((key, why) -> left.put(key.toString(), why));
    tree.put("not_calibrated", left);
    return tree;
  }

  private static Map<String, Object> site(SiteKey key, SiteOutcome outcome) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("view", key.view().code());
    tree.put("site", key.site().label());
    tree.put("in_view", key.inView());
    tree.put("subjects", outcome.pairs().subjects());
    tree.put("radiographs", outcome.pairs().size());
    tree.put("before", figures(outcome.before()));
    tree.put("after", figures(outcome.after()));
    tree.put("gain", statistic(outcome.gain()));
    tree.put("chosen", outcome.fit().candidate().label());
    tree.put("chosen_by_fold", outcome.folds().stream().map(Candidate::label).toList());
    tree.put("quantile_90", outcome.fit().quantile());
    tree.put("correction", correction(outcome.fit().correction()));
    List<Object> losses = new ArrayList<>();
    for (SiteFit.Loss loss : outcome.fit().losses()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("candidate", loss.candidate().label());
      one.put("rmse", loss.rootMeanSquare());
      one.put("squared_error_behind_best", loss.behind());
      one.put("standard_error", loss.behindError());
      losses.add(one);
    }
    tree.put("candidates", losses);
    return tree;
  }

  private static Map<String, Object> correction(Correction correction) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (correction) {
      case Correction.Curve(double scale, double offset, Bend bend) -> {
        tree.put("scale", scale);
        tree.put("offset", offset);
        tree.put(
            "bend",
            bend.knots().stream().map(k -> Map.of("from", k.from(), "to", k.to())).toList());
      }
      case Correction.LastLayer(double offset, Features weights) -> {
        tree.put("last_layer_offset", offset);
        tree.put("last_layer_weights", weights.size());
      }
    }
    return tree;
  }

  private static Map<String, Object> figures(SiteFigures figures) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mae", statistic(figures.error()));
    tree.put("bias", statistic(figures.bias()));
    tree.put("slope", statistic(figures.slope()));
    tree.put("coverage_90", statistic(figures.coverage()));
    return tree;
  }

  private static Map<String, Object> statistic(Statistic statistic) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (statistic) {
      case Statistic.Known(Estimate estimate) -> {
        tree.put("value", estimate.value());
        tree.put("low", estimate.low());
        tree.put("high", estimate.high());
        tree.put("level", estimate.level());
      }
      case Statistic.Undefined(String reason) -> tree.put("undefined", reason);
    }
    return tree;
  }
}
