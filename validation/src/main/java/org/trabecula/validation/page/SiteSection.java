package org.trabecula.validation.page;

import java.util.Locale;
import java.util.OptionalDouble;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;

/** The results of one site. */
final class SiteSection {
  private final Html html;
  private final SiteStudy site;
  private final SiteFigures figures;

  SiteSection(Html html, SiteStudy site, SiteFigures figures) {
    this.html = html;
    this.site = site;
    this.figures = figures;
  }

  void add() {
    SiteEvaluation.Sample sample = site.evaluation().sample();
    html.raw("<div class=\"site\">");
    html.heading(2, Words.id(site), "Results: " + site.source().name() + tag());
    html.paragraph(
        String.format(
            Locale.ROOT,
            "%d radiographs of %d subjects, %s scale; BMD by DXA %.3f ± %.3f g/cm² (mean ± standard"
                + " deviation).",
            sample.radiographs(),
            sample.subjects(),
            sample.scale().name().toLowerCase(Locale.ROOT),
            sample.meanTruth(),
            sample.sdTruth()));
    agreement();
    calibration();
    new DiagnosisSection(html, site, figures).add();
    subgroups();
    html.raw("</div>\n");
  }

  private String tag() {
    return site.source().synthetic() ? " (synthetic)" : "";
  }

  private void agreement() {
    section("agreement", "Agreement with DXA");
    html.pairs(figures.agreement());
    SiteEvaluation evaluation = site.evaluation();
    SiteEvaluation.Concordance concordance = evaluation.concordance();
    Table table =
        Table.facts(Words.label(site) + "agreement with DXA", "figure", "value (interval)")
            .row("Mean absolute error, g/cm²", Table.of(evaluation.errors().meanAbsolute(), 3))
            .row("Root mean square error, g/cm²", Table.of(evaluation.errors().rootMeanSquare(), 3))
            .row("Bias (estimate less DXA), g/cm²", Table.of(evaluation.errors().bias(), 3));
    concordance
        .limits()
        .ifPresent(limits ->
            table
                .row("Lower limit of agreement, g/cm²", Table.of(limits.lower(), 3))
                .row("Upper limit of agreement, g/cm²", Table.of(limits.upper(), 3))
                .row("Proportional bias, per g/cm²", Table.of(limits.proportionalBias(), 3)));
    table
        .row("Pearson r", Table.of(concordance.pearson(), 3))
        .row("Lin's concordance correlation", Table.of(concordance.lin(), 3))
        .row("ICC(2,1)", Table.of(concordance.intraclass(), 3));
    line(table, "Deming", site.lines().deming());
    line(table, "Passing-Bablok", site.lines().passingBablok());
    html.table(table);
  }

  private static void line(Table table, String name, Line line) {
    table
        .row(name + " slope", Table.of(line.slope(), 3))
        .row(name + " intercept, g/cm²", Table.of(line.intercept(), 3));
  }

  private void calibration() {
    section("calibration", "Calibration and intervals");
    SiteEvaluation.Concordance concordance = site.evaluation().concordance();
    OptionalDouble nominal = concordance.nominalCoverage();
    String meant =
        nominal.isPresent() ? "Coverage of " + Words.percent(nominal.getAsDouble()) : "Coverage of";
    Table table =
        Table.facts(Words.label(site) + "calibration", "figure", "value (interval)")
            .row("Slope of DXA on estimate", Table.of(concordance.calibration().slope(), 3))
            .row("Intercept, g/cm²", Table.of(concordance.calibration().intercept(), 3))
            .row(
                "In the large (DXA less estimate), g/cm²",
                Table.of(concordance.calibration().inTheLarge(), 3))
            .row(Html.escaped(meant + " intervals"), Table.of(concordance.coverage(), 3));
    html.raw("<table class=\"figures\"><tr><td>");
    html.figure(figures.calibration()).raw("</td><td>").table(table);
    html.note(
        "A calibrated estimate has slope 1 and no difference in the large. A slope below 1 means"
            + " that high and low estimates lie too far out.");
    html.raw("</td></tr></table>\n");
  }

  private void subgroups() {
    section("subgroups", "Subgroups");
    figures.forests().forEach(html::figure);
  }

  /** A section of this site; the first of its kind is also where checklists point to. */
  private void section(String kind, String title) {
    html.anchor(kind)
        .heading(3, Words.id(site) + "-" + kind, site.source().name() + ": " + title + tag());
  }
}
