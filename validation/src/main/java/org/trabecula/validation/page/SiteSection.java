package org.trabecula.validation.page;

import java.util.Locale;
import java.util.OptionalDouble;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;

/** The results of one site. */
final class SiteSection {
  private static final String NOTE =
      "A calibrated estimate has slope 1 and no difference in the large. A slope below 1 means that"
          + " high and low estimates lie too far out.";

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
            Words.scale(sample.scale()),
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
        Table.facts(Words.label(site) + "error", "figure", "value (interval)")
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
    Table together =
        Table.facts(Words.label(site) + "agreement", "figure", "value (interval)")
            .row("Pearson r", Table.of(concordance.pearson(), 3))
            .row("Lin's concordance correlation", Table.of(concordance.lin(), 3))
            .row("ICC(2,1)", Table.of(concordance.intraclass(), 3));
    line(together, "Deming", site.lines().deming());
    line(together, "Passing-Bablok", site.lines().passingBablok());
    html.beside(() -> html.table(table), () -> html.table(together));
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
    html.beside(() -> html.figure(figures.calibration()), () -> html.table(table).note(NOTE));
  }

  private void subgroups() {
    section("subgroups", "Subgroups");
    figures.forests().forEach(html::figure);
    html.table(Subgroups.table(site));
  }

  /** A section of this site; the first of its kind is also where checklists point to. */
  private void section(String kind, String title) {
    html.anchor(kind)
        .heading(3, Words.id(site) + "-" + kind, site.source().name() + ": " + title + tag());
  }
}
