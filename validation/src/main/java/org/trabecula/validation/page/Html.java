package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.trabecula.validation.figure.Figure;

/** A page as it is written: well-formed XML that is HTML as well. It knows its sections. */
final class Html {
  /** A heading that the table of contents lists. */
  record Heading(int level, String id, String text) {}

  private final StringBuilder body = new StringBuilder(1 << 20);
  private final Function<Figure, String> drawn;
  private final List<Heading> headings = new ArrayList<>();
  private final Set<String> ids = new LinkedHashSet<>();

  /**
   * Starts a page.
   *
   * @param drawn how a figure stands in the page
   */
  Html(Function<Figure, String> drawn) {
    this.drawn = drawn;
  }

  /** The text with every character escaped that means something to a parser. */
  static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n]]|\\p{Cs}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Adds markup that is well-formed. */
  Html raw(String markup) {
    body.append(markup);
    return this;
  }

  /** A section's heading, at level 2 or 3 in the table of contents too. */
  Html heading(int level, String id, String text) {
    define(id);
    headings.add(new Heading(level, id, text));
    return raw("<h%d id=\"%s\">%s</h%d>\n".formatted(level, id, escaped(text), level));
  }

  /** A place that links go to, unless it is there already. */
  Html anchor(String id) {
    return ids.contains(id) ? this : raw("<a id=\"%s\"></a>".formatted(define(id)));
  }

  private String define(String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("The page has '%s' already".formatted(id));
    }
    return id;
  }

  Html paragraph(String text) {
    return raw("<p>%s</p>\n".formatted(escaped(text)));
  }

  /** A paragraph in small print. */
  Html note(String text) {
    return raw("<p class=\"note\">%s</p>\n".formatted(escaped(text)));
  }

  Html items(List<String> sentences) {
    raw("<ul>");
    sentences.forEach(sentence -> raw("<li>%s</li>".formatted(escaped(sentence))));
    return raw("</ul>\n");
  }

  Html table(Table table) {
    return raw(table.html());
  }

  /** Figures side by side, two in a row. */
  Html pairs(List<Figure> figures) {
    for (int i = 0; i < figures.size(); i += 2) {
      raw("<table class=\"figures\"><tr><td>");
      figure(figures.get(i)).raw("</td><td>");
      if (i + 1 < figures.size()) {
        figure(figures.get(i + 1));
      }
      raw("</td></tr></table>\n");
    }
    return this;
  }

  /** A figure with its caption, over the whole width. */
  Html figure(Figure figure) {
    return raw(
        "<div class=\"figure\">%s<p class=\"caption\">%s</p></div>\n"
            .formatted(drawn.apply(figure), escaped(figure.caption())));
  }

  List<Heading> headings() {
    return List.copyOf(headings);
  }

  /** Every place that a link may go to. */
  Set<String> ids() {
    return Set.copyOf(ids);
  }

  String body() {
    return body.toString();
  }
}
