package org.trabecula.learning.study;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.study.ReproductionReport.Section;
import org.trabecula.radiography.View;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;
import org.trabecula.validation.study.SiteEvaluation;

/** Writes the headline of a reproduction as Markdown: one table for each view and site. */
final class ReproductionMarkdown {
  private static final int DIGITS = 3;

  private final ReproductionReport report;
  private final Formatter text = new Formatter(Locale.ROOT);

  private ReproductionMarkdown(ReproductionReport report) {
    this.report = report;
  }

  static String of(ReproductionReport report) {
    ReproductionMarkdown markdown = new ReproductionMarkdown(report);
    markdown.heading();
    for (View view : View.values()) {
      for (Site site : List.of(Site.L1_L4, Site.FEMORAL_NECK, Site.TOTAL_HIP)) {
        markdown.table(view, site);
      }
    }
    return markdown.text.toString();
  }

  private void heading() {
    text.format("# The study of Moro et al. on simulated participants (synthetic)\n\n");
    text.format(
        "Every figure but those of the published study is **synthetic**: accuracy in simulation is"
            + " not clinical accuracy.\nThe two kinds stand side by side so that the protocol can"
            + " be compared, not the results. Intervals are 95 %%. Every film is judged by a\n"
            + "network that has not seen its subject; estimates are calibrated across folds."
            + " The baseline is fitted to the participants themselves, which favours it.\n\n");
    report.origin().forEach((name, value) -> text.format("- %s: %s\n", name, value));
    text.format("\n");
  }

  private void table(View view, Site site) {
    List<Row> rows =
        report.sections().stream()
            .filter(section -> section.view() == view)
            .flatMap(section ->
                section.sites().stream()
                    .filter(e -> e.sample().site() == site)
                    .map(e -> new Row(section, e)))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    text.format("## %s from %s (synthetic)\n\n", site.label(), view.code());
    text.format(
        "| synthetic unless said | n | MAE g/cm2 | RMSE g/cm2 | bias g/cm2 | limits of agreement | r |"
            + " ICC(2,1)"
            + " | T < -1: sensitivity | specificity | AUC | T <= -2.5: AUC | 90 %% intervals cover"
            + " |\n");
    text.format("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    published(view, site).ifPresent(this::published);
    rows.forEach(this::row);
    SiteEvaluation any = rows.getFirst().evaluation();
    text.format(
        "| baseline: age, sex, height, weight | %d | %s | | | | | | | | | | |\n",
        any.sample().radiographs(),
        any.context().baselines().getLast().meanAbsoluteError().text(DIGITS));
    any.context()
        .floor()
        .ifPresent(floor ->
            text.format("| floor: DXA's own precision | | %.3f | | | | | | | | | | |\n", floor));
    text.format("\n");
  }

  private record Row(Section section, SiteEvaluation evaluation) {}

  private static Optional<PublishedStudy.Figures> published(View view, Site site) {
    if (view != View.LUMBAR_AP) {
      return Optional.empty();
    }
    return Optional.of(
        site.isLumbar() ? PublishedStudy.MORO_2025.lumbar() : PublishedStudy.MORO_2025.femur());
  }

  private void published(PublishedStudy.Figures figures) {
    text.format(
        "| **%s**, not synthetic | 1454 | %.3f | | | | %.2f | | %.3f | %.3f | | | |\n",
        PublishedStudy.MORO_2025.name(),
        figures.meanAbsoluteError(),
        figures.pearson(),
        figures.sensitivity(),
        figures.specificity());
  }

  private void row(Row row) {
    SiteEvaluation e = row.evaluation();
    Section section = row.section();
    String against = section.against() == Against.EXACT ? ", against the exact truth" : "";
    ThresholdAccuracy low = e.diagnostics().thresholds().getFirst();
    ThresholdAccuracy osteoporotic = e.diagnostics().thresholds().getLast();
    text.format(
        "| %s, %s%s | %d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
        section.arm().label(),
        section.knowledge().label(),
        against,
        e.sample().radiographs(),
        e.errors().meanAbsolute().text(DIGITS),
        e.errors().rootMeanSquare().text(DIGITS),
        e.errors().bias().text(DIGITS),
        limits(e),
        e.concordance().pearson().text(DIGITS),
        e.concordance().intraclass().text(DIGITS),
        low.sensitivity().text(DIGITS),
        low.specificity().text(DIGITS),
        low.rocArea().text(DIGITS),
        osteoporotic.rocArea().text(DIGITS),
        e.concordance().coverage().text(DIGITS));
  }

  private static String limits(SiteEvaluation e) {
    return e.concordance()
        .limits()
        .map(
            l -> String.format(Locale.ROOT, "%+.3f to %+.3f", l.lower().value(), l.upper().value()))
        .orElse("");
  }
}
