package org.trabecula.report.page;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.trabecula.densitometry.CallPolicy.Judgement;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.Evidence;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.TScore;
import org.trabecula.densitometry.YoungAdultPercent;
import org.trabecula.densitometry.ZScore;
import org.trabecula.report.content.Rounding;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;

/** The table of sites: area, content, density with its interval, scores. */
final class SiteTable {
  private static final int DENSITY = 3;
  private static final String UNVERIFIED = "<small>†</small>";

  private final Screening.Estimated screening;
  private final StringBuilder html = new StringBuilder(4096);

  private SiteTable(Screening.Estimated screening) {
    this.screening = screening;
  }

  /** The table and what its marks mean. */
  static String html(Screening.Estimated screening) {
    SiteTable table = new SiteTable(screening);
    table.head();
    screening.sites().values().forEach(table::row);
    table.html.append("</tbody></table>\n");
    table.notes();
    return table.html.toString();
  }

  private void head() {
    double threshold = screening.request().policy().threshold();
    html.append(
        String.format(
            Locale.ROOT,
            """
            <table><caption>Estimated densities by region (%s scale)</caption>
            <thead><tr><th scope="col">Region</th><th scope="col">Area<br>cm²</th>\
            <th scope="col">BMC<br>g</th><th scope="col">BMD<br>g/cm²</th>\
            <th scope="col">90 %% interval<br>g/cm²</th><th scope="col">T-score<br>(90 %% interval)</th>\
            <th scope="col">Z-score</th><th scope="col">%% of young<br>adult mean</th>\
            <th scope="col">Probability of<br>T &lt; %s</th></tr></thead><tbody>
            """,
            scale(),
            Rounding.printed(1, threshold)));
  }

  private String scale() {
    String name = screening.model().scale().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private void row(SiteResult site) {
    DensityEstimate bmd = site.estimate();
    html.append("<tr class=\"").append(kind(site)).append("\"><th scope=\"row\">");
    html.append(name(site)).append("</th>");
    cell(Rounding.printed(1, site.areaCm2()));
    cell(Rounding.printed(1, site.bmcG()));
    cell(Rounding.printed(DENSITY, bmd.mean()));
    cell(Rounding.printed(DENSITY, bmd.low()) + " – " + Rounding.printed(DENSITY, bmd.high()));
    cell(site.scores().tScore().map(SiteTable::tScore).orElse("–"));
    cell(Rounding.printed(1, number(site.scores().zScore().map(ZScore::value))));
    cell(
        Rounding.printed(
            0, number(site.scores().youngAdultPercent().map(YoungAdultPercent::value))));
    cell(site.judgement().map(SiteTable::probability).orElse("–"));
    html.append("</tr>\n");
  }

  private void cell(String content) {
    html.append("<td>").append(content).append("</td>");
  }

  private String kind(SiteResult site) {
    boolean total = site.site() == Site.L1_L4 || site.site() == Site.TOTAL_HIP;
    return region(site.site()).flatMap(RegionResult::exclusion).isPresent()
        ? "left-out"
        : total ? "total" : "part";
  }

  private String name(SiteResult site) {
    String label = site.site().label();
    String name = Character.toUpperCase(label.charAt(0)) + label.substring(1);
    boolean pooled = !site.vertebrae().isEmpty() && site.vertebrae().size() < pooledBy(site.site());
    if (pooled) {
      name +=
          " <small>of "
              + site.vertebrae().stream().map(Site::label).collect(Collectors.joining(", "))
              + "</small>";
    }
    return site.inView() ? name : name + " <small>inferred</small>";
  }

  private static int pooledBy(Site site) {
    return site == Site.L1_L4 ? 4 : 3;
  }

  private static String tScore(TScore t) {
    boolean unverified = t.reference().evidence().strength() == Evidence.Strength.UNVERIFIED;
    return "%s <small>(%s to %s)</small>%s"
        .formatted(
            Rounding.printed(1, t.value()),
            Rounding.printed(1, t.low()),
            Rounding.printed(1, t.high()),
            unverified ? UNVERIFIED : "");
  }

  private static String probability(Judgement judgement) {
    return Percent.of(judgement.probabilityLow());
  }

  private void notes() {
    var reference = screening.request().reference();
    html.append("<p class=\"notes\">Reference: ")
        .append(Markup.escaped(reference.name() + ", version " + reference.version() + "."))
        .append(' ')
        .append(Markup.escaped(reference.heading().note()));
    if (html.indexOf(UNVERIFIED) >= 0) {
      html.append(" † Young adult values not verified against their publication.");
    }
    if (screening.sites().values().stream().anyMatch(site -> !site.inView())) {
      html.append(" Inferred: the film does not show the site; estimated from what it shows.");
    }
    for (RegionResult region : screening.regions()) {
      region
          .exclusion()
          .ifPresent(reason ->
              html.append(' ')
                  .append(Markup.escaped(region.site().label() + " left out: " + reason)));
    }
    html.append("</p>\n");
  }

  private Optional<RegionResult> region(Site site) {
    return screening.regions().stream().filter(region -> region.site() == site).findFirst();
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
