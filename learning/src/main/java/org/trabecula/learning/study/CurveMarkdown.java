package org.trabecula.learning.study;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.study.SiteEvaluation;

/** Writes a learning curve as Markdown. */
public final class CurveMarkdown {
  private static final int DIGITS = 3;

  private CurveMarkdown() {}

  /**
   * A table of points for each site that is asked for.
   *
   * @param origin what the figures can be traced back to, by name
   */
  public static String of(String title, Map<String, String> origin, List<CurvePoint> points) {
    Formatter text = new Formatter(Locale.ROOT);
    text.format("# %s (synthetic)\n\n", title);
    text.format(
        "Every figure is **synthetic**. Intervals are 95 %%; of several repeats all predictions are"
            + " pooled, intervals resample subjects.\n\n");
    origin.forEach((name, value) -> text.format("- %s: %s\n", name, value));
    for (Site site : List.of(Site.L1_L4, Site.FEMORAL_NECK, Site.TOTAL_HIP)) {
      text.format("\n## %s (synthetic)\n\n", site.label());
      text.format(
          """
          | synthetic | subjects | repeats | n | MAE g/cm2 | bias g/cm2 | r |
          |---|---|---|---|---|---|---|
          """);
      for (CurvePoint point : points) {
        point.sites().stream()
            .filter(e -> e.sample().site() == site)
            .forEach(e -> row(text, point, e));
      }
    }
    return text.toString();
  }

  private static void row(Formatter text, CurvePoint point, SiteEvaluation e) {
    text.format(
        "| %s | %d | %d | %d | %s | %s | %s |\n",
        point.way().label(),
        point.subjects(),
        point.repeats(),
        e.sample().radiographs(),
        e.errors().meanAbsolute().text(DIGITS),
        e.errors().bias().text(DIGITS),
        e.concordance().pearson().text(DIGITS));
  }
}
