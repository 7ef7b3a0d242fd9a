package org.trabecula.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.View;
import org.trabecula.report.content.Finding;
import org.trabecula.report.content.Report;
import org.trabecula.report.content.Rounding;
import org.trabecula.report.content.Statements;
import org.trabecula.report.picture.FilmPicture;
import org.trabecula.report.picture.OverlayPicture;
import org.trabecula.screening.Reservation;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;

/** {@code report.html}: one file that needs nothing else, laid out like a DXA print-out. */
public final class ReportPage {
  private final Report report;
  private final Optional<FilmPicture> film;
  private final StringBuilder html = new StringBuilder(1 << 20);

  private ReportPage(Report report, Optional<FilmPicture> film) {
    this.report = report;
    this.film = film;
  }

  /** The page of a report, with the picture of its film if there is one. */
  public static String html(Report report, Optional<FilmPicture> film) {
    return new ReportPage(report, film).page();
  }

  private String page() {
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html.append(Markup.escaped(report.film().name())).append(" – bone density estimate</title>\n");
    html.append("<style>\n").append(style()).append("</style></head>\n<body><main>\n");
    header();
    html.append(Facts.html(report));
    switch (report.finding()) {
      case Finding.Estimated(Screening.Estimated screening) -> estimated(screening);
      case Finding.Refused(Refusal refusal) -> refused(refusal);
    }
    footer();
    return html.append("</main></body></html>\n").toString();
  }

  private void header() {
    html.append("<header><div><p class=\"maker\">Trabecula</p>");
    html.append("<h1>Bone mineral density, estimated from a radiograph</h1></div>");
    html.append("<div class=\"status\">");
    if (report.model().synthetic()) {
      html.append("<span class=\"synthetic\">SYNTHETIC-trained model</span><br>");
    }
    html.append("Research use – not a medical device<br>Not a DXA measurement</div></header>\n");
  }

  private void estimated(Screening.Estimated screening) {
    call(screening);
    boolean spine = screening.view().view() == View.LUMBAR_AP;
    html.append("<div class=\"look").append(spine ? "" : " one").append("\"><section>");
    film.ifPresent(picture -> picture(picture, screening));
    html.append("</section>\n<section>");
    charts(screening);
    html.append("</section></div>\n<section>").append(SiteTable.html(screening));
    html.append("</section>\n<div class=\"columns\"><section><h2>Reservations</h2><ul>");
    for (Reservation reservation : screening.reservations()) {
      item(reservation.sentence());
    }
    if (screening.reservations().isEmpty()) {
      item("None beyond the limits of the method.");
    }
    html.append("</ul></section>\n<section>");
    limits();
    html.append("</section></div>\n");
  }

  private void call(Screening.Estimated screening) {
    Call call = screening.conclusion().overall();
    html.append("<section class=\"call ")
        .append(call.label().replace(' ', '-'))
        .append("\"><strong>");
    html.append("Bone density: ").append(call.label()).append("</strong><p>");
    html.append(Markup.escaped(call.sentence()));
    html.append("</p><p class=\"probabilities\">Probability of a T-score below ");
    html.append(Rounding.printed(1, report.request().policy().threshold())).append(": ");
    List<String> each =
        Stream.of(screening.conclusion().lumbar(), screening.conclusion().femur())
            .flatMap(Optional::stream)
            .map(ReportPage::probability)
            .toList();
    html.append(
        each.isEmpty() ? "not known, no reference for these sites" : String.join("; ", each));
    html.append(".</p></section>\n");
  }

  private static String probability(SiteResult site) {
    String where =
        site.site().isLumbar() ? "lumbar spine " + site.site().label() : site.site().label();
    String inferred = site.inView() ? "" : " (not on this film, inferred)";
    return where
        + inferred
        + " <b>"
        + Percent.of(site.judgement().orElseThrow().probabilityLow())
        + "</b>";
  }

  private void picture(FilmPicture picture, Screening.Estimated screening) {
    html.append("<figure>").append(FilmFigure.of(picture, screening));
    html.append(ColourBar.svg(OverlayPicture.COLOURS));
    html.append(
        """
        <figcaption class="notes">Estimated areal bone mineral over the radiograph; outlines: regions \
        measured, dashed: left out.</figcaption></figure>
        <div class="layers"><label><input type="checkbox" id="layer-map" checked>Mineral map</label>
        <label><input type="checkbox" id="layer-regions" checked>Regions</label></div>
        """);
  }

  private void charts(Screening.Estimated screening) {
    chart(screening, "Lumbar spine", List.of(Site.L1_L4, Site.L2_L4));
    chart(screening, "Proximal femur", List.of(Site.TOTAL_HIP, Site.FEMORAL_NECK));
  }

  /** Draws the first of the sites that the result states and the reference tabulates. */
  private void chart(Screening.Estimated screening, String title, List<Site> sites) {
    sites.stream()
        .flatMap(site -> Optional.ofNullable(screening.sites().get(site)).stream())
        .flatMap(site -> ChartData.of(site, report.film().subject(), report.request()).stream())
        .findFirst()
        .ifPresent(data -> {
          html.append("<figure><p class=\"chart-title\">").append(title).append(' ');
          html.append(data.estimate().site().label()).append(" <span>– ");
          html.append(ChartCaption.of(data)).append("</span></p>");
          html.append(AgeChart.svg(data)).append("</figure>\n");
        });
  }

  private void refused(Refusal refusal) {
    html.append("<section class=\"call refused\"><strong>Not screened</strong><p>");
    html.append(Markup.escaped(refusal.sentence())).append("</p><p>What to do: ");
    html.append(Markup.escaped(refusal.advice())).append("</p><p class=\"probabilities\">Code: ");
    html.append(refusal.reason().name())
        .append("</p></section>\n<div class=\"look alone\"><section>");
    film.ifPresent(picture -> html.append(FilmFigure.plain(picture)));
    html.append("</section><section>");
    limits();
    html.append("</section></div>\n");
  }

  private void limits() {
    html.append("<h2>Model and limits</h2><ul>");
    item(Statements.training(report.model()));
    Statements.limits(report.model()).forEach(this::item);
    html.append("</ul>");
  }

  private void item(String sentence) {
    html.append("<li>").append(Markup.escaped(sentence)).append("</li>");
  }

  private void footer() {
    html.append("<footer><span>Model commit ");
    html.append(Markup.escaped(abbreviated(report.model().provenance().commit())));
    html.append(", data ");
    html.append(Markup.escaped(abbreviated(report.model().provenance().dataSha256())));
    html.append("</span><span>File SHA-256 ").append(report.film().sha256());
    html.append("</span></footer>\n");
  }

  private static String abbreviated(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) : hash;
  }

  private static String style() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css", e);
    }
  }
}
