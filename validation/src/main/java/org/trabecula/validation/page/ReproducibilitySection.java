package org.trabecula.validation.page;

import java.util.Map;

/** What it takes to get the same figures again. */
final class ReproducibilitySection {
  private ReproducibilitySection() {}

  static void add(Html html, IllustratedStudy study) {
    html.heading(2, "reproducibility", "Reproducibility");
    html.paragraph(
        "The same predictions, settings and seed give the same figures. Code: the open-source"
            + " repository of Trabecula at the commit below. All numbers stand beside this report as"
            + " JSON and CSV, each with its interval and n, so that every output can be audited;"
            + " every figure is there as SVG.");
    Table table =
        Table.facts(
            Words.label(study.study()) + "What the figures can be traced back to", "what", "value");
    for (Map.Entry<String, String> entry : study.study().heading().provenance().entrySet()) {
      table.row(Html.escaped(entry.getKey()), code(entry.getValue()));
    }
    html.table(
        table
            .row("bootstrap seed", Long.toString(bootstrapSeed(study)))
            .row("figures", "%d files in figures/".formatted(study.all().size())));
  }

  private static long bootstrapSeed(IllustratedStudy study) {
    return study.study().settings().evaluation().bootstrap().seed();
  }

  /** Long hashes and paths may be broken anywhere. */
  private static String code(String value) {
    return "<code>%s</code>".formatted(Html.escaped(value));
  }
}
