package org.trabecula.validation;

import java.util.Locale;

/** Writes a study report as Markdown. */
final class StudyMarkdown {
  private static final int DENSITY = 3;
  private static final int SHARE = 3;

  private final StudyReport report;
  private final StringBuilder text = new StringBuilder();

  private StudyMarkdown(StudyReport report) {
    this.report = report;
  }

  static String of(StudyReport report) {
    StudyMarkdown markdown = new StudyMarkdown(report);
    markdown.heading();
    markdown.overview();
    report.sites().forEach(markdown::site);
    return markdown.text.toString();
  }

  private void heading() {
    StudyReport.Heading heading = report.heading();
    line("# %s%s", heading.title(), heading.synthetic() ? " (synthetic)" : "");
    line("");
    if (heading.synthetic()) {
      line("Every figure here is **synthetic**: accuracy in simulation is not clinical accuracy.");
      line("");
    }
    heading.provenance().forEach((name, value) -> line("- %s: %s", name, value));
    line("");
  }

  private void overview() {
    line("| %ssite | n | MAE g/cm2 | r | bias g/cm2 | MAE without image | DXA floor |", label());
    line("|---|---|---|---|---|---|---|");
    for (SiteEvaluation site : report.sites()) {
      line(
          "| %s | %d | %s | %s | %s | %s | %s |",
          site.sample().site().label(),
          site.sample().radiographs(),
          site.errors().meanAbsolute().text(DENSITY),
          site.concordance().pearson().text(SHARE),
          site.errors().bias().text(DENSITY),
          site.context().baselines().getLast().meanAbsoluteError().text(DENSITY),
          floor(site));
    }
    line("");
  }

  private void site(SiteEvaluation site) {
    SiteEvaluation.Sample sample = site.sample();
    line(
        "## %s%s, %s scale",
        sample.site().label(),
        report.heading().synthetic() ? " (synthetic)" : "",
        sample.scale().name().toLowerCase(Locale.ROOT));
    line("");
    line(
        "%d radiographs of %d subjects; truth %.3f +- %.3f g/cm2.",
        sample.radiographs(), sample.subjects(), sample.meanTruth(), sample.sdTruth());
    line("");
    line("| %sfigure | value (interval) |", label());
    line("|---|---|");
    errors(site);
    concordance(site.concordance());
    context(site.context());
    diagnostics(site.diagnostics());
    subgroups(site);
  }

  private void errors(SiteEvaluation site) {
    row("MAE g/cm2", site.errors().meanAbsolute(), DENSITY);
    row("RMSE g/cm2", site.errors().rootMeanSquare(), DENSITY);
    row("bias g/cm2", site.errors().bias(), DENSITY);
  }

  private void concordance(SiteEvaluation.Concordance concordance) {
    row("Pearson r", concordance.pearson(), SHARE);
    row("Lin's concordance", concordance.lin(), SHARE);
    concordance
        .limits()
        .ifPresent(limits -> {
          row("lower limit of agreement g/cm2", Statistic.of(limits.lower()), DENSITY);
          row("upper limit of agreement g/cm2", Statistic.of(limits.upper()), DENSITY);
        });
    row("calibration slope", concordance.calibration().slope(), SHARE);
    row("calibration intercept g/cm2", concordance.calibration().intercept(), DENSITY);
    row("calibration in the large g/cm2", concordance.calibration().inTheLarge(), DENSITY);
    String nominal =
        concordance.nominalCoverage().isPresent()
            ? String.format(
                Locale.ROOT, " of %.0f %%", 100 * concordance.nominalCoverage().getAsDouble())
            : "";
    row("coverage" + nominal + " intervals", concordance.coverage(), SHARE);
  }

  private void context(SiteEvaluation.Context context) {
    for (SiteEvaluation.BaselineComparison baseline : context.baselines()) {
      String kind = baseline.kind().label();
      row("MAE of " + kind + " g/cm2", baseline.meanAbsoluteError(), DENSITY);
      row("improvement over " + kind, baseline.improvement(), SHARE);
    }
    context.floor().ifPresent(floor -> line("| MAE floor by DXA precision g/cm2 | %.3f |", floor));
    line("");
  }

  private void diagnostics(SiteEvaluation.Diagnostics diagnostics) {
    line(
        "T-scores by %s; %d radiographs without a reference.",
        diagnostics.reference(), diagnostics.withoutReference());
    line("");
    line("| %sthreshold | n low | sensitivity | specificity | PPV | NPV | AUC |", label());
    line("|---|---|---|---|---|---|---|");
    for (ThresholdAccuracy accuracy : diagnostics.thresholds()) {
      line(
          "| %s | %d of %d | %s | %s | %s | %s | %s |",
          accuracy.threshold().label(),
          accuracy.counts().positives(),
          accuracy.counts().size(),
          accuracy.sensitivity().text(SHARE),
          accuracy.specificity().text(SHARE),
          accuracy.positivePredictiveValue().text(SHARE),
          accuracy.negativePredictiveValue().text(SHARE),
          accuracy.rocArea().text(SHARE));
    }
    line("");
    calls(diagnostics.calls());
  }

  private void calls(CallAccuracy calls) {
    line(
        "Calls: %d likely low, %d undetermined, %d unlikely low. Share called %s; right among"
            + " likely low %s, among unlikely low %s.",
        calls.likelyLow(),
        calls.undetermined(),
        calls.unlikelyLow(),
        calls.determined().text(SHARE),
        calls.positivePredictiveValue().text(SHARE),
        calls.negativePredictiveValue().text(SHARE));
    line("");
  }

  private void subgroups(SiteEvaluation site) {
    line("| %ssubgroup | n | MAE g/cm2 | bias g/cm2 | r | coverage |", label());
    line("|---|---|---|---|---|---|");
    for (SubgroupFigures subgroup : site.subgroups()) {
      line(
          "| %s %s | %d | %s | %s | %s | %s |",
          subgroup.trait(),
          subgroup.value(),
          subgroup.radiographs(),
          subgroup.meanAbsoluteError().text(DENSITY),
          subgroup.bias().text(DENSITY),
          subgroup.pearson().text(SHARE),
          subgroup.coverage().text(SHARE));
    }
    line("");
  }

  private static String floor(SiteEvaluation site) {
    return site.context().floor().isPresent()
        ? String.format(Locale.ROOT, "%.3f", site.context().floor().getAsDouble())
        : "unknown";
  }

  /** Tables are copied out of their report: each says for itself what it holds. */
  private String label() {
    return report.heading().synthetic() ? "synthetic: " : "";
  }

  private void row(String name, Statistic statistic, int decimals) {
    line("| %s | %s |", name, statistic.text(decimals));
  }

  private void line(String format, Object... arguments) {
    text.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
        .append('\n');
  }
}
