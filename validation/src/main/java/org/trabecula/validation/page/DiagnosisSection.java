package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.validation.calibration.RiskCalibration;
import org.trabecula.validation.diagnosis.Confusion;
import org.trabecula.validation.diagnosis.ThreeWayTable;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.ThresholdStudy;

/** How well low density is found at one site, and where the estimate fails. */
final class DiagnosisSection {
  private static final double LARGE = 0.1;

  private final Html html;
  private final SiteStudy site;
  private final SiteFigures figures;
  private final String id;

  DiagnosisSection(Html html, SiteStudy site, SiteFigures figures) {
    this.html = html;
    this.site = site;
    this.figures = figures;
    this.id = Words.id(site);
  }

  void add() {
    if (Words.reported(site).isEmpty()) {
      html.paragraph(
          "The reference population has no T-score for this site: nothing is said of diagnosis.");
      return;
    }
    for (int i = 0; i < Words.reported(site).size(); i++) {
      ThresholdStudy at = Words.reported(site).get(i);
      String condition = SiteFigures.printed(at.accuracy().threshold());
      String suffix = i == 0 ? "" : "-" + (i + 1);
      section("diagnosis", suffix, "finding " + condition + " by DXA");
      html.pairs(figures.thresholds().get(i).curves());
      html.beside(
          () -> html.table(cross(at, condition)).table(prevalences(at)),
          () -> html.table(accuracy(at, condition)).table(likelihood(at)));
      section("calls", suffix, "three-way call, " + condition);
      html.figure(figures.thresholds().get(i).calls()).table(threeWay(at, condition));
      section("utility", suffix, "probability and use, " + condition);
      html.pairs(figures.thresholds().get(i).risk()).table(risk(at, condition));
    }
    failures();
  }

  private void section(String kind, String suffix, String title) {
    html.anchor(kind)
        .heading(
            3,
            id + "-" + kind + suffix,
            "%s: %s%s"
                .formatted(
                    site.source().name(), title, site.source().synthetic() ? " (synthetic)" : ""));
  }

  private Table cross(ThresholdStudy at, String condition) {
    Confusion counts = at.accuracy().counts();
    return Table.of(
            Words.label(site) + "radiographs by estimate and by DXA",
            "",
            condition + " by DXA",
            "not by DXA",
            "all")
        .row(
            Html.escaped(condition + " by estimate"),
            Table.count(counts.truePositives()),
            Table.count(counts.falsePositives()),
            Table.count(counts.truePositives() + counts.falsePositives()))
        .row(
            "not by estimate",
            Table.count(counts.falseNegatives()),
            Table.count(counts.trueNegatives()),
            Table.count(counts.falseNegatives() + counts.trueNegatives()))
        .row(
            "all",
            Table.count(counts.positives()),
            Table.count(counts.negatives()),
            Table.count(counts.size()));
  }

  private Table accuracy(ThresholdStudy at, String condition) {
    return Table.facts(
            Words.label(site) + "accuracy for " + condition, "figure", "value (interval)")
        .row("Area under the ROC curve", Table.of(at.accuracy().rocArea(), 3))
        .row("Average precision", Table.of(at.averagePrecision(), 3))
        .row("Sensitivity", Table.of(at.accuracy().sensitivity(), 3))
        .row("Specificity", Table.of(at.accuracy().specificity(), 3))
        .row(
            Html.escaped("PPV at the prevalence of this study" + prevalence(at)),
            Table.of(at.accuracy().positivePredictiveValue(), 3))
        .row(
            Html.escaped("NPV at the prevalence of this study" + prevalence(at)),
            Table.of(at.accuracy().negativePredictiveValue(), 3));
  }

  private Table prevalences(ThresholdStudy at) {
    Table table =
        Table.of(Words.label(site) + "predictive values elsewhere", "prevalence", "PPV", "NPV");
    for (ThresholdStudy.AtPrevalence other : at.atPrevalences()) {
      table.row(
          Words.percent(other.prevalence()),
          Table.of(other.positivePredictiveValue(), 3),
          Table.of(other.negativePredictiveValue(), 3));
    }
    return table;
  }

  private Table likelihood(ThresholdStudy at) {
    return Table.facts(Words.label(site) + "likelihood ratios", "of a result", "value (interval)")
        .row("positive", Table.of(at.likelihoodRatios().ofPositive(), 2))
        .row("negative", Table.of(at.likelihoodRatios().ofNegative(), 2));
  }

  private static String prevalence(ThresholdStudy at) {
    Confusion counts = at.accuracy().counts();
    return counts.size() == 0
        ? ""
        : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * counts.positives() / counts.size());
  }

  private Table threeWay(ThresholdStudy at, String condition) {
    ThresholdStudy.ThreeWay calls = at.threeWay();
    return Table.of(
            Words.label(site) + "the undetermined taken in three ways, " + condition,
            "undetermined",
            "sensitivity",
            "specificity")
        .row(accuracy("left out", calls.amongDetermined()))
        .row(accuracy("counted as wrong", calls.asWrong()))
        .row(accuracy("sent on to DXA like the likely low", calls.asLikely()))
        .row("share with a call", Table.of(calls.determined(), 3), "");
  }

  private static String[] accuracy(String name, ThreeWayTable.Accuracy accuracy) {
    return new String[] {
      name, Table.of(accuracy.sensitivity(), 3), Table.of(accuracy.specificity(), 3)
    };
  }

  private Table risk(ThresholdStudy at, String condition) {
    RiskCalibration risk = at.risk().calibration();
    return Table.facts(
            Words.label(site) + "predicted probability of " + condition,
            "figure",
            "value (interval)")
        .row("Calibration slope, log odds", Table.of(risk.slope(), 2))
        .row("Calibration intercept, log odds", Table.of(risk.intercept(), 2))
        .row("Calibration in the large, log odds", Table.of(risk.inTheLarge(), 2))
        .row("Brier score", Table.of(risk.brier(), 3));
  }

  private void failures() {
    html.raw("<div class=\"together\">");
    section("errors", "", "where the estimate fails");
    long large =
        site.source().predictions().stream().filter(p -> Math.abs(p.error()) > LARGE).count();
    html.paragraph(
        String.format(
            Locale.ROOT,
            "%d of %d radiographs are off by more than %.1f g/cm², about one standard deviation of"
                + " young adults.",
            large,
            site.source().predictions().size(),
            LARGE));
    Table agreement =
        Table.facts(
                Words.label(site) + "agreement on the three classes", "figure", "value (interval)")
            .row("Cohen's kappa", Table.of(site.classes().kappa(), 3))
            .row("Kappa, linear weights", Table.of(site.classes().linearKappa(), 3))
            .row("Kappa, quadratic weights", Table.of(site.classes().quadraticKappa(), 3));
    html.beside(() -> html.table(classes()), () -> html.table(agreement)).raw("</div>\n");
  }

  private Table classes() {
    List<String> head = new ArrayList<>();
    head.add("by DXA (down), by estimate (across)");
    site.classes().labels().forEach(label -> head.add(printed(label)));
    Table table =
        Table.of(
            Words.label(site) + "radiographs by class of density", head.toArray(String[]::new));
    for (int i = 0; i < site.classes().counts().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(Html.escaped(printed(site.classes().labels().get(i))));
      site.classes().counts().get(i).forEach(count -> cells.add(Table.count(count)));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static String printed(String label) {
    return label
        .replace("<=", "\u2264")
        .replace(">=", "\u2265")
        .replace("-", "\u2212")
        .replace(' ', '\u00a0');
  }
}
