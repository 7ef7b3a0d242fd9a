package org.trabecula.validation.page;

import java.util.List;
import java.util.Locale;
import org.trabecula.validation.study.ComparatorStudy;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.ThresholdStudy;
import org.trabecula.validation.study.ValidationStudy;

/** What the estimate is to be compared with. */
final class ComparatorSection {
  private ComparatorSection() {}

  static void add(Html html, ValidationStudy study) {
    html.heading(2, "comparators", "Comparators");
    html.table(baselines(study));
    html.note(
        "Improvement: the share of the baseline's mean absolute error that the image takes away,"
            + " paired on the same resamples; above 0 the image helps.");
    html.table(rivals(study));
    html.note(
        "Difference: AUC of the estimate less that of the comparator on the same radiographs, with"
            + " DeLong's paired interval; above 0 the estimate sorts better.");
    study
        .comparator()
        .ifPresent(name -> {
          html.heading(3, "comparator", "Other predictions: " + name);
          html.table(others(study, name)).table(othersAt(study, name));
          html.note(
              "NRI: net reclassification improvement by call; IDI: integrated discrimination"
                  + " improvement. Neither measures worth on its own.");
        });
  }

  private static Table baselines(ValidationStudy study) {
    Table table =
        Table.of(
            Words.label(study) + "Estimates without an image, and DXA's own precision",
            "site",
            "comparator",
            "mean absolute error, g/cm²",
            "improvement by the image");
    for (SiteStudy site : study.sites()) {
      SiteEvaluation evaluation = site.evaluation();
      String name = Html.escaped(site.source().name());
      table.row(name, "<b>estimate</b>", Table.of(evaluation.errors().meanAbsolute(), 3), "");
      for (SiteEvaluation.BaselineComparison baseline : evaluation.context().baselines()) {
        table.row(
            name,
            Html.escaped(baseline.kind().label()),
            Table.of(baseline.meanAbsoluteError(), 3),
            Table.of(baseline.improvement(), 3));
      }
      table.row(
          name, "DXA's own precision (floor)", Table.number(evaluation.context().floor(), 3), "");
    }
    return table;
  }

  private static Table rivals(ValidationStudy study) {
    Table table =
        Table.of(
            Words.label(study) + "Sorting subjects without an image",
            "site, condition",
            "comparator",
            "n with it",
            "AUC of the comparator",
            "AUC of the estimate",
            "difference",
            "p");
    for (SiteStudy site : study.sites()) {
      for (ThresholdStudy at : site.thresholds()) {
        String name = site.source().name() + ", " + SiteFigures.printed(at.accuracy().threshold());
        for (ThresholdStudy.Rival rival : at.rivals()) {
          table.row(
              Html.escaped(name),
              Html.escaped(rival.name()),
              "%d of %d".formatted(rival.positives(), rival.radiographs()),
              Table.of(rival.areas().second(), 3),
              Table.of(rival.areas().first(), 3),
              Table.of(rival.areas().difference(), 3),
              rival.areas().difference().known().isPresent() ? p(rival.areas().pValue()) : "");
        }
      }
    }
    return table;
  }

  private static Table others(ValidationStudy study, String name) {
    Table table =
        Table.of(
            Words.label(study) + "Mean absolute error in g/cm² beside " + name,
            "site",
            "n in both",
            "in one only",
            "estimate",
            "comparator",
            "estimate less comparator");
    for (SiteStudy site : study.sites()) {
      site.comparator()
          .ifPresent(other ->
              table.row(
                  Html.escaped(site.source().name()),
                  Table.count(other.radiographs()),
                  Table.count(other.unpaired()),
                  Table.of(other.meanAbsoluteError(), 3),
                  Table.of(other.comparatorError(), 3),
                  Table.of(other.difference(), 3)));
    }
    return table;
  }

  private static Table othersAt(ValidationStudy study, String name) {
    Table table =
        Table.of(
            Words.label(study) + "Finding low density beside " + name,
            "site, condition",
            "AUC of the estimate",
            "AUC of the comparator",
            "difference",
            "p",
            "NRI",
            "IDI");
    for (SiteStudy site : study.sites()) {
      for (ComparatorStudy.AtThreshold at :
          site.comparator().map(ComparatorStudy::thresholds).orElse(List.of())) {
        table.row(
            Html.escaped(site.source().name() + ", " + SiteFigures.printed(at.threshold())),
            Table.of(at.areas().first(), 3),
            Table.of(at.areas().second(), 3),
            Table.of(at.areas().difference(), 3),
            at.areas().difference().known().isPresent() ? p(at.areas().pValue()) : "",
            Table.of(at.byCall().net(), 3),
            Table.of(at.byCall().discrimination(), 3));
      }
    }
    return table;
  }

  private static String p(double value) {
    return value < 0.001 ? "&lt;&#160;0.001" : String.format(Locale.ROOT, "%.3f", value);
  }
}
