package org.trabecula.learning.calibration;

import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.Bend;

/** Writes a calibration's report and the card of its package as Markdown. */
final class CalibrationMarkdown {
  private final CalibrationReport report;
  private final CalibrationReport.Heading heading;
  private final String label;
  private final Formatter text = new Formatter(Locale.ROOT);

  private CalibrationMarkdown(CalibrationReport report) {
    this.report = report;
    this.heading = report.heading();
    this.label = heading.synthetic() ? "synthetic: " : "";
  }

  static String of(CalibrationReport report) {
    CalibrationMarkdown markdown = new CalibrationMarkdown(report);
    markdown.title("Calibration of %s %s at a site");
    markdown.origin();
    markdown.summary();
    markdown.reservations();
    markdown.beforeAndAfter();
    markdown.choices();
    return markdown.text.toString();
  }

  static String card(CalibrationReport report) {
    CalibrationMarkdown markdown = new CalibrationMarkdown(report);
    CalibrationReport.Heading heading = markdown.heading;
    markdown.text.format("# Model card: %s %s\n\n", heading.name(), heading.version());
    markdown.text.format(
        "**For research; not a medical device.** The model %s %s (SHA-256 of its model.json `%s`),"
            + " calibrated on a site's own pairs of radiograph and DXA. It states densities on the"
            + " scale %s and is meant for that site.%s\n\n",
        heading.parent().named().name(),
        heading.parent().named().version(),
        heading.parent().named().sha256(),
        heading.scale(),
        heading.parent().model().synthetic()
            ? " The parent was trained on simulated (synthetic) radiographs."
            : "");
    markdown.origin();
    markdown.reservations();
    markdown.beforeAndAfter();
    markdown.choices();
    return markdown.text.toString();
  }

  private void title(String format) {
    text.format(
        "# " + format + "%s\n\n",
        heading.parent().named().name(),
        heading.parent().named().version(),
        heading.synthetic() ? " (synthetic)" : "");
    if (heading.synthetic()) {
      text.format(
          "Every figure here is **synthetic**: accuracy in simulation is not clinical accuracy.\n\n");
    }
  }

  private void origin() {
    text.format("- new model: %s %s\n", heading.name(), heading.version());
    text.format(
        "- parent: %s %s, SHA-256 of its model.json `%s`\n",
        heading.parent().named().name(),
        heading.parent().named().version(),
        heading.parent().named().sha256());
    text.format(
        "- pairs: %d radiographs of %d subjects, data SHA-256 `%s`\n",
        heading.pairs().rows().size(),
        heading.pairs().subjectIds().size(),
        heading.pairs().sha256());
    text.format("- scale of all densities: %s\n", heading.scale());
    text.format(
        "- %d outer and %d inner folds by subject, seed %d, code `%s`\n",
        heading.settings().outerFolds(),
        heading.settings().innerFolds(),
        heading.settings().seed(),
        heading.origin().commit());
    text.format("- command: `%s`\n\n", heading.origin().command());
  }

  /** The sites that a reader asks for first; all, if there is none of them. */
  private void summary() {
    List<SiteKey> first =
        report.outcomes().keySet().stream()
            .filter(key -> key.inView() && List.of(Site.L1_L4, Site.TOTAL_HIP).contains(key.site()))
            .toList();
    report
        .outcomes()
        .forEach((key, outcome) -> {
          if (first.isEmpty() || first.contains(key)) {
            text.format("%s\n\n", sentence(key, outcome));
          }
        });
  }

  /** What happened to a site, in one sentence. */
  private String sentence(SiteKey key, SiteOutcome outcome) {
    return "%s: %s; MAE %s before, %s after, g/cm2%s."
        .formatted(
            key,
            outcome.fit().candidate() == Candidate.NOTHING
                ? "the means stay as they are, the intervals are made anew"
                : outcome.fit().candidate().label(),
            outcome.before().error().text(3),
            outcome.after().error().text(3),
            heading.synthetic() ? " (synthetic)" : "");
  }

  private void reservations() {
    if (report.reservations().isEmpty() && report.objections().isEmpty()) {
      return;
    }
    text.format("## Read with care\n\n");
    report.reservations().forEach(sentence -> text.format("- %s\n", sentence));
    report
        .objections()
        .forEach((key, why) ->
            text.format("- Not calibrated, stated as by the parent: %s %s.\n", key, why));
    text.format("\n");
  }

  private void beforeAndAfter() {
    text.format("## Before and after%s\n\n", heading.synthetic() ? " (synthetic)" : "");
    text.format(
        "*Before* is the parent on all pairs; *after* is what the whole calibration, made without a"
            + " subject, states of that subject (outer folds). Intervals are %.0f %%, by resampled"
            + " subjects. Slope is that of DXA on estimate; coverage is of 90 %% intervals.\n\n",
        100 * heading.settings().bootstrap().level());
    text.format(
        "| %ssite | subjects (films) | | MAE g/cm2 | bias g/cm2 | slope | coverage |\n", label);
    text.format("|---|---|---|---|---|---|---|\n");
    report
        .outcomes()
        .forEach((key, outcome) -> {
          row(key, outcome, "before", outcome.before());
          row(key, outcome, "after", outcome.after());
        });
    text.format("\n");
  }

  private void row(SiteKey key, SiteOutcome outcome, String when, SiteFigures figures) {
    text.format(
        "| %s | %d (%d) | %s | %s | %s | %s | %s |\n",
        key,
        outcome.pairs().subjects(),
        outcome.pairs().size(),
        when,
        figures.error().text(3),
        figures.bias().text(3),
        figures.slope().text(2),
        figures.coverage().text(3));
  }

  private void choices() {
    text.format("## What was chosen%s\n\n", heading.synthetic() ? " (synthetic)" : "");
    text.format(
        "The simplest candidate whose squared error by inner folds is within half a standard error"
            + " of the best one's. *Gain* is MAE before less MAE after, by outer folds.\n\n");
    text.format(
        "| %ssite | chosen | gain g/cm2 | in the outer folds | inner RMSE of the candidates g/cm2 |\n",
        label);
    text.format("|---|---|---|---|---|\n");
    report
        .outcomes()
        .forEach((key, outcome) ->
            text.format(
                "| %s | %s | %s | %s | %s |\n",
                key,
                chosen(outcome.fit()),
                outcome.gain().text(4),
                counts(outcome),
                losses(outcome.fit())));
    text.format("\n");
  }

  private static String chosen(SiteFit fit) {
    return switch (fit.correction()) {
      case Correction.LastLayer ignored -> fit.candidate().label();
      case Correction.Curve(double scale, double offset, Bend bend) ->
          fit.candidate() == Candidate.NOTHING
              ? fit.candidate().label()
              : String.format(
                  Locale.ROOT,
                  "%s (%.3f x %+.3f%s)",
                  fit.candidate().label(),
                  scale,
                  offset,
                  bend.isNone() ? "" : ", bent");
    };
  }

  private static String counts(SiteOutcome outcome) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    outcome.folds().stream()
        .sorted()
        .forEach(candidate -> counts.merge(candidate.label(), 1, Integer::sum));
    StringBuilder all = new StringBuilder();
    counts.forEach((candidate, count) ->
        all.append(all.isEmpty() ? "" : ", ").append(candidate).append(' ').append(count));
    return all.toString();
  }

  private static String losses(SiteFit fit) {
    StringBuilder all = new StringBuilder();
    for (SiteFit.Loss loss : fit.losses()) {
      all.append(all.isEmpty() ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT, "%s %.4f", loss.candidate().label(), loss.rootMeanSquare()));
    }
    return all.toString();
  }
}
