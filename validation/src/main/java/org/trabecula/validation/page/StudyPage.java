package org.trabecula.validation.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.page.checklist.FilledChecklist;

/**
 * {@code report.html}: one file that needs nothing else, opens offline and prints to A4 with the
 * title at the head of each page and page numbers at its foot.
 *
 * @param html the page, well-formed XML too
 * @param ids every place that a link may go to
 * @param checklists filled from this page
 */
public record StudyPage(String html, Set<String> ids, List<FilledChecklist> checklists) {

  public StudyPage {
    ids = Set.copyOf(ids);
    checklists = List.copyOf(checklists);
  }

  /** The page of a study with its figures in it. */
  public static StudyPage of(IllustratedStudy study) {
    return of(study, Figure::inline);
  }

  /**
   * The page of a study.
   *
   * @param drawn how a figure stands in it
   */
  static StudyPage of(IllustratedStudy study, Function<Figure, String> drawn) {
    Html html = new Html(drawn);
    SummarySection.add(html, study.study());
    StudiedSection.add(html, study.study());
    ParticipantsSection.add(html, study);
    MethodsSection.add(html, study.study());
    for (int i = 0; i < study.sites().size(); i++) {
      new SiteSection(html, study.study().sites().get(i), study.sites().get(i)).add();
    }
    ComparatorSection.add(html, study.study());
    LimitsSection.add(html, study.study());
    ReproducibilitySection.add(html, study);
    List<FilledChecklist> checklists = ChecklistSection.add(html);
    return new StudyPage(page(study, html), html.ids(), checklists);
  }

  private static String page(IllustratedStudy study, Html body) {
    String title = study.study().heading().title();
    boolean synthetic = study.study().heading().synthetic();
    StringBuilder page = new StringBuilder(body.body().length() + (1 << 14));
    page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">");
    page.append("<head><meta charset=\"utf-8\"/>\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>");
    page.append(Html.escaped(title)).append(synthetic ? " (synthetic)" : "");
    page.append("</title>\n<style>\n").append(style()).append(running(title, synthetic));
    page.append("</style>\n").append(bookmarks(body)).append("</head>\n<body>\n");
    page.append(head(title, synthetic)).append(contents(body)).append(body.body());
    return page.append("</body></html>\n").toString();
  }

  private static String head(String title, boolean synthetic) {
    String banner =
        synthetic
            ? "<p class=\"simulated\"><b>SYNTHETIC</b> Every figure in this report is of simulated"
                + " subjects and simulated radiographs. Accuracy in simulation is not clinical"
                + " accuracy.</p>\n"
            : "";
    return ("<div class=\"title\"><p class=\"maker\">Trabecula – validation study</p>"
            + "<h1 id=\"title\">%s</h1><p class=\"subtitle\">Diagnostic accuracy and agreement with"
            + " DXA of bone mineral density estimated from radiographs by artificial intelligence:"
            + " evaluation of a prediction model</p>%s<p class=\"status\">For research. Not a medical"
            + " device. An estimate is not a DXA measurement.</p></div>\n")
        .formatted(Html.escaped(title), banner);
  }

  private static String contents(Html body) {
    StringBuilder list = new StringBuilder("<div class=\"contents\"><ul>");
    for (Html.Heading heading : body.headings()) {
      if (heading.level() == 2) {
        list.append(
            "<li><a href=\"#%s\">%s</a></li> "
                .formatted(heading.id(), Html.escaped(heading.text())));
      }
    }
    return list.append("</ul></div>\n").toString();
  }

  /** What a PDF viewer lists beside the pages; a browser passes over it. */
  private static String bookmarks(Html body) {
    StringBuilder list = new StringBuilder("<bookmarks>");
    for (Html.Heading heading : body.headings()) {
      if (heading.level() == 2) {
        list.append(
            "<bookmark name=\"%s\" href=\"#%s\"/>"
                .formatted(Html.escaped(heading.text()), heading.id()));
      }
    }
    return list.append("</bookmarks>\n").toString();
  }

  private static String running(String title, boolean synthetic) {
    String plain = title.replaceAll("[\"\\\\<>&\\p{Cntrl}]", " ");
    String text = plain.length() > 70 ? plain.substring(0, 70) + "\u2026" : plain;
    String small =
        "font-family: Report, Helvetica, Arial, sans-serif; font-size: 7.5pt; color: #555;";
    return """
    @page {
      @top-left { %s content: "%s" }
      @top-right { %s content: "%s" }
    }
    """
        .formatted(small, text, small, synthetic ? "SYNTHETIC" : "");
  }

  private static String style() {
    try (InputStream css = StudyPage.class.getResourceAsStream("study.css")) {
      return new String(
          Objects.requireNonNull(css, "study.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("study.css", e);
    }
  }
}
