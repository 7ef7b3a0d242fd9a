package org.trabecula.validation.study;

import java.util.Formatter;
import java.util.Locale;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;

/** Writes a study report as Markdown. */
final class StudyMarkdown {
  private static final int DENSITY = 3;
  private static final int SHARE = 3;

  private final StudyReport report;
  private final Formatter text = new Formatter(Locale.ROOT);

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
    text.format("# %s%s\n", heading.title(), heading.synthetic() ? " (synthetic)" : "");
    text.format("\n");
    if (heading.synthetic()) {
      text.format(
          "Every figure here is **synthetic**: accuracy in simulation is not clinical accuracy.\n");
      text.format("\n");
    }
    heading.provenance().forEach((name, value) -> text.format("- %s: %s\n", name, value));
    text.format("\n");
  }

  private void overview() {
    text.format(
        "| %ssite | n | MAE g/cm2 | r | bias g/cm2 | MAE without image | DXA floor |\n", label());
    text.format("|---|---|---|---|---|---|---|\n");
    for (SiteEvaluation site : report.sites()) {
      text.format(
          "| %s | %d | %s | %s | %s | %s | %s |\n",
          site.sample().site().label(),
          site.sample().radiographs(),
          site.errors().meanAbsolute().text(DENSITY),
          site.concordance().pearson().text(SHARE),
          site.errors().bias().text(DENSITY),
          site.context().baselines().getLast().meanAbsoluteError().text(DENSITY),
          floor(site));
    }
    text.format("\n");
  }

  private void site(SiteEvaluation site) {
    SiteEvaluation.Sample sample = site.sample();
    text.format(
        "## %s%s, %s scale\n",
        sample.site().label(),
        report.heading().synthetic() ? " (synthetic)" : "",
        sample.scale().name().toLowerCase(Locale.ROOT));
    text.format("\n");
    text.format(
        "%d radiographs of %d subjects; truth %.3f +- %.3f g/cm2.\n",
        sample.radiographs(), sample.subjects(), sample.meanTruth(), sample.sdTruth());
    text.format("\n");
    text.format("| %sfigure | value (interval) |\n", label());
    text.format("|---|---|\n");
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
    row("ICC(2,1)", concordance.intraclass(), SHARE);
    concordance
        .limits()
        .ifPresent(limits -> {
          row("lower limit of agreement g/cm2", Statistic.of(limits.lower()), DENSITY);
          row("upper limit of agreement g/cm2", Statistic.of(limits.upper()), DENSITY);
          row("proportional bias, per g/cm2", limits.proportionalBias(), SHARE);
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
    context
        .floor()
        .ifPresent(floor -> text.format("| MAE floor by DXA precision g/cm2 | %.3f |\n", floor));
    text.format("\n");
  }

  private void diagnostics(SiteEvaluation.Diagnostics diagnostics) {
    text.format(
        "T-scores by %s; %d radiographs without a reference.\n",
        diagnostics.reference(), diagnostics.withoutReference());
    text.format("\n");
    text.format("| %sthreshold | n low | sensitivity | specificity | PPV | NPV | AUC |\n", label());
    text.format("|---|---|---|---|---|---|---|\n");
    for (ThresholdAccuracy accuracy : diagnostics.thresholds()) {
      text.format(
          "| %s | %d of %d | %s | %s | %s | %s | %s |\n",
          accuracy.threshold().label(),
          accuracy.counts().positives(),
          accuracy.counts().size(),
          accuracy.sensitivity().text(SHARE),
          accuracy.specificity().text(SHARE),
          accuracy.positivePredictiveValue().text(SHARE),
          accuracy.negativePredictiveValue().text(SHARE),
          accuracy.rocArea().text(SHARE));
    }
    text.format("\n");
    calls(diagnostics.calls());
  }

  private void calls(CallAccuracy calls) {
    text.format(
        "Calls: %d likely low, %d undetermined, %d unlikely low. Share called %s; right among"
            + " likely low %s, among unlikely low %s.\n",
        calls.likelyLow(),
        calls.undetermined(),
        calls.unlikelyLow(),
        calls.determined().text(SHARE),
        calls.positivePredictiveValue().text(SHARE),
        calls.negativePredictiveValue().text(SHARE));
    text.format("\n");
  }

  private void subgroups(SiteEvaluation site) {
    text.format("| %ssubgroup | n | MAE g/cm2 | bias g/cm2 | r | coverage |\n", label());
    text.format("|---|---|---|---|---|---|\n");
    for (SubgroupFigures subgroup : site.subgroups()) {
      text.format(
          "| %s %s | %d | %s | %s | %s | %s |\n",
          subgroup.trait(),
          subgroup.value(),
          subgroup.radiographs(),
          subgroup.meanAbsoluteError().text(DENSITY),
          subgroup.bias().text(DENSITY),
          subgroup.pearson().text(SHARE),
          subgroup.coverage().text(SHARE));
    }
    text.format("\n");
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
    text.format("| %s | %s |\n", name, statistic.text(decimals));
  }
}
