package org.trabecula.validation.page;

import java.util.Locale;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.study.SiteEvaluation;
import org.trabecula.validation.study.SiteStudy;
import org.trabecula.validation.study.ThresholdStudy;
import org.trabecula.validation.study.ValidationStudy;

/** The main figures of each site, beside what is known without an image and what DXA can do. */
final class SummarySection {
  private SummarySection() {}

  static void add(Html html, ValidationStudy study) {
    html.heading(2, "summary", "Summary");
    html.raw("<ul>");
    for (SiteStudy site : study.sites()) {
      html.raw(sentence(site));
    }
    html.raw("</ul>\n");
    html.table(errors(study)).table(finding(study));
    html.note(
        "Intervals: %s. Baseline: least squares on age, sex, height and weight, without an image."
                .formatted(Words.percent(study.settings().evaluation().bootstrap().level()))
            + " Floor: the mean absolute error that DXA's own precision would leave a faultless"
            + " estimate. AUC: area under the ROC curve.");
  }

  private static String sentence(SiteStudy site) {
    SiteEvaluation evaluation = site.evaluation();
    String error =
        switch (evaluation.errors().meanAbsolute()) {
          case Statistic.Known(Estimate e) ->
              "the estimate misses DXA by <b>%s g/cm²</b> on average".formatted(Table.of(e, 3));
          case Statistic.Undefined(String reason) ->
              "there is no error to state: " + Html.escaped(reason);
        };
    return "<li><b>%s</b>%s, %d radiographs of %d subjects: %s%s%s.</li>\n"
        .formatted(
            Html.escaped(site.source().name()),
            site.source().synthetic() ? " (synthetic)" : "",
            evaluation.sample().radiographs(),
            evaluation.sample().subjects(),
            error,
            beside(evaluation.context()),
            area(site));
  }

  private static String beside(SiteEvaluation.Context context) {
    String baseline =
        context.baselines().isEmpty()
            ? ""
            : context
                .baselines()
                .getLast()
                .meanAbsoluteError()
                .known()
                .map(e -> "; age, sex and size alone miss it by %s".formatted(Table.of(e, 3)))
                .orElse("");
    String floor =
        context.floor().isPresent()
            ? String.format(
                Locale.ROOT, "; DXA itself would leave %.3f", context.floor().getAsDouble())
            : "";
    return baseline + floor;
  }

  private static String area(SiteStudy site) {
    StringBuilder text = new StringBuilder();
    for (ThresholdStudy at : site.thresholds()) {
      at.accuracy()
          .rocArea()
          .known()
          .ifPresent(area ->
              text.append("; AUC for ")
                  .append(Html.escaped(SiteFigures.printed(at.accuracy().threshold())))
                  .append(' ')
                  .append(Table.of(area, 3)));
    }
    return text.toString();
  }

  private static Table errors(ValidationStudy study) {
    Table table =
        Table.of(
            Words.label(study) + "Error in g/cm², beside baseline and floor",
            "site",
            "n",
            "mean absolute error",
            "baseline",
            "floor",
            "share of the baseline's error that the image takes away",
            "bias",
            "Pearson r");
    for (SiteStudy site : study.sites()) {
      SiteEvaluation evaluation = site.evaluation();
      Statistic none = Statistic.undefined("no baseline");
      boolean has = !evaluation.context().baselines().isEmpty();
      table.row(
          link(site),
          Table.count(evaluation.sample().radiographs()),
          Table.of(evaluation.errors().meanAbsolute(), 3),
          Table.of(has ? evaluation.context().baselines().getLast().meanAbsoluteError() : none, 3),
          Table.number(evaluation.context().floor(), 3),
          Table.of(has ? evaluation.context().baselines().getLast().improvement() : none, 2),
          Table.of(evaluation.errors().bias(), 3),
          Table.of(evaluation.concordance().pearson(), 3));
    }
    return table;
  }

  private static Table finding(ValidationStudy study) {
    Table table =
        Table.of(
            Words.label(study) + "Finding low density",
            "site, condition by DXA",
            "n with it",
            "AUC",
            "best without an image",
            "sensitivity",
            "specificity",
            "share with a call");
    for (SiteStudy site : study.sites()) {
      for (ThresholdStudy at : site.thresholds()) {
        table.row(
            link(site) + ", " + Html.escaped(SiteFigures.printed(at.accuracy().threshold())),
            "%d of %d".formatted(at.accuracy().counts().positives(), at.accuracy().counts().size()),
            Table.of(at.accuracy().rocArea(), 3),
            best(at),
            Table.of(at.accuracy().sensitivity(), 3),
            Table.of(at.accuracy().specificity(), 3),
            Table.of(at.threeWay().determined(), 3));
      }
    }
    return table;
  }

  /** The rival with the greatest area. */
  private static String best(ThresholdStudy at) {
    return at.rivals().stream()
        .filter(rival -> rival.areas().second().known().isPresent())
        .max((a, b) ->
            Double.compare(
                a.areas().second().known().orElseThrow().value(),
                b.areas().second().known().orElseThrow().value()))
        .map(rival -> Html.escaped(rival.name()) + " " + Table.of(rival.areas().second(), 3))
        .orElse(Table.none("none is known"));
  }

  private static String link(SiteStudy site) {
    return "<a href=\"#%s\">%s</a>".formatted(Words.id(site), Html.escaped(site.source().name()));
  }
}
