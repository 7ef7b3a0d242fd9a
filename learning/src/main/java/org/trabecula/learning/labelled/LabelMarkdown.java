package org.trabecula.learning.labelled;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.validation.Statistic;

/** Writes the report of a label study as Markdown. */
final class LabelMarkdown {
  private static final int DECIMALS = 3;

  private final LabelReport report;
  private final Formatter text = new Formatter(Locale.ROOT);

  private LabelMarkdown(LabelReport report) {
    this.report = report;
  }

  static String of(LabelReport report) {
    LabelMarkdown markdown = new LabelMarkdown(report);
    markdown.heading();
    markdown.origin();
    markdown.figures();
    markdown.differences();
    markdown.reading();
    return markdown.text.toString();
  }

  private boolean synthetic() {
    return report.study().request().origin().synthetic();
  }

  private void heading() {
    LabelStudy.Origin origin = report.study().request().origin();
    text.format("# What the image adds%s\n\n", synthetic() ? " (synthetic)" : "");
    text.format(
        "%s: %s.\n\n",
        synthetic()
            ? "**Synthetic** films, made by a program"
            : "**Real** radiographs of people, none simulated",
        origin.films());
    text.format("**%s**\n\n", report.verdict());
  }

  private void origin() {
    LabelFacts.of(report).forEach((name, value) -> text.format("- %s: %s\n", name, value));
    text.format("\n");
  }

  private void figures() {
    text.format("## Each arm%s, films held out\n\n| arm |", synthetic() ? " (synthetic)" : "");
    header(report.measures(), 1);
    report
        .figures()
        .forEach((arm, figures) -> {
          text.format("| %s |", arm.words());
          row(figures);
        });
    text.format("\n");
  }

  private void differences() {
    text.format(
        "## With the image less without%s, same films and resamples\n\n| arm | less |",
        synthetic() ? " (synthetic)" : "");
    header(report.measures(), 2);
    for (LabelReport.Difference difference : report.differences()) {
      text.format("| %s | %s |", difference.arm().words(), difference.baseline().words());
      row(difference.figures());
    }
    text.format("\n");
  }

  private void header(List<Measure> measures, int before) {
    measures.forEach(measure -> text.format(" %s |", measure.words()));
    text.format("\n|%s\n", "---|".repeat(measures.size() + before));
  }

  private void row(Map<Measure, Statistic> figures) {
    figures
        .values()
        .forEach(figure ->
            text.format(" %s |", figure.known().isPresent() ? figure.text(DECIMALS) : "-"));
    text.format("\n");
  }

  private void reading() {
    text.format(
        """
        ## How to read it

        - Each film is answered for by networks that saw no film of its group; answers of all folds are pooled.
        - Intervals: 95 %% percentile bootstrap over groups. They hold the chance of who is in the set, not that of one training: one network per fold was trained.
        - Judged by %s, named before any figure: the image adds something only if image and covariates are better than every arm with covariates and without image, the whole interval on that side.
        - Two arms with two figures each may be judged: one in twenty comes out by chance.
        - Schedule, network and penalty were fixed beforehand; nothing is chosen by held-out films.
        - A dash: the figure is not defined. The training mean is one answer for all films of a fold and puts none before another.
        """,
        report.primary().stream()
            .map(Measure::words)
            .reduce((a, b) -> a + " and " + b)
            .orElseThrow());
    if (report.figures().containsKey(Arm.STYLE)) {
      text.format(
          "- '%s' is what the style of the film alone gives away beside the covariates: an image"
              + " shows its style, and must add more than that.\n",
          Arm.STYLE.words());
    }
  }
}
