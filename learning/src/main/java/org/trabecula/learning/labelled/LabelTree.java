package org.trabecula.learning.labelled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** Turns the report of a label study into plain maps and lists. */
final class LabelTree {
  private static final String SCHEMA = "trabecula-label-study/1";

  private LabelTree() {}

  static Map<String, Object> of(LabelReport report) {
    LabelStudy.Origin origin = report.study().request().origin();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("synthetic", origin.synthetic());
    tree.put("films", origin.films());
    tree.put("verdict", report.verdict());
    tree.put("provenance", LabelFacts.of(report));
    Map<String, Object> arms = new LinkedHashMap<>();
    report.figures().forEach((arm, figures) -> arms.put(arm.code(), figures(figures)));
    tree.put("arms", arms);
    tree.put("differences", report.differences().stream().map(LabelTree::difference).toList());
    tree.put("verdicts", verdicts(report));
    return tree;
  }

  private static Map<String, Object> difference(LabelReport.Difference difference) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("arm", difference.arm().code());
    tree.put("less", difference.baseline().code());
    tree.put("figures", figures(difference.figures()));
    return tree;
  }

  private static List<Map<String, String>> verdicts(LabelReport report) {
    return report.tried().stream()
        .flatMap(arm ->
            report.primary().stream()
                .map(measure ->
                    Map.of(
                        "arm",
                        arm.code(),
                        "measure",
                        measure.words(),
                        "verdict",
                        report.verdict(arm, measure).name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  private static Map<String, Object> figures(Map<Measure, Statistic> figures) {
    Map<String, Object> tree = new LinkedHashMap<>();
    figures.forEach((measure, figure) -> tree.put(measure.words(), figure(figure)));
    return tree;
  }

  private static Map<String, Object> figure(Statistic figure) {
    return switch (figure) {
      case Statistic.Undefined(String reason) -> Map.of("undefined", reason);
      case Statistic.Known(Estimate e) -> {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", e.value());
        tree.put("low", e.low());
        tree.put("high", e.high());
        tree.put("level", e.level());
        yield tree;
      }
    };
  }
}
