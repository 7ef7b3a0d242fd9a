package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

/** A table whose head is repeated on each page. */
final class Table {
  private static final Pattern UNBROKEN =
      Pattern.compile(
          "g/cm²|(?:[\u2212.0-9]+\u00a0(?:&lt;|\u2264)\u00a0)?"
              + "T\u00a0(?:&lt;|\u2264|\u2265)\u00a0[\u2212.0-9]+");

  private final String caption;
  private final List<String> head;
  private final String kind;
  private final StringBuilder rows = new StringBuilder();

  private Table(String caption, String kind, List<String> head) {
    this.caption = caption;
    this.kind = kind;
    this.head = head;
  }

  /** A table of figures: the first column on the left, the others in columns of like width. */
  static Table of(String caption, String... head) {
    return new Table(caption, "numbers", List.of(head));
  }

  /** A table of names and values. */
  static Table facts(String caption, String name, String value) {
    return new Table(caption, "facts", List.of(name, value));
  }

  /** A table of sentences. */
  static Table words(String caption, String... head) {
    return new Table(caption, "words", List.of(head));
  }

  /** Adds a row of cells, which are markup. */
  Table row(String... cells) {
    return row("", List.of(cells));
  }

  /** Adds a row of a class. */
  Table row(String kind, List<String> cells) {
    if (cells.size() != head.size()) {
      throw new IllegalArgumentException(
          "%d cells below %d headings".formatted(cells.size(), head.size()));
    }
    rows.append(kind.isEmpty() ? "<tr>" : "<tr class=\"%s\">".formatted(kind));
    List<String> all = new ArrayList<>(cells);
    rows.append("<th class=\"row\">").append(unbroken(all.removeFirst())).append("</th>");
    all.forEach(cell -> rows.append("<td>").append(cell).append("</td>"));
    rows.append("</tr>\n");
    return this;
  }

  /** No line ends within a unit or a limit of T. */
  private static String unbroken(String cell) {
    return UNBROKEN.matcher(cell).replaceAll("<span class=\"unit\">$0</span>");
  }

  String html() {
    StringBuilder html = new StringBuilder("<table class=\"%s\">".formatted(kind));
    if (!caption.isEmpty()) {
      html.append("<caption>").append(Html.escaped(caption)).append("</caption>");
    }
    html.append("<thead><tr>");
    head.forEach(name -> html.append("<th>").append(unbroken(Html.escaped(name))).append("</th>"));
    html.append("</tr></thead><tbody>\n").append(rows).append("</tbody></table>\n");
    return html.toString();
  }

  static String text(String text) {
    return Html.escaped(text);
  }

  static String count(int n) {
    return Integer.toString(n);
  }

  /** Some of all, on one line. */
  static String of(int some, int all) {
    return some + "&#160;of&#160;" + all;
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  static String number(OptionalDouble value, int decimals) {
    return value.isPresent() ? number(value.getAsDouble(), decimals) : none("not known");
  }

  /** The figure and, smaller, its interval; or why there is none. */
  static String of(Statistic statistic, int decimals) {
    return switch (statistic) {
      case Statistic.Known(Estimate e) -> of(e, decimals);
      case Statistic.Undefined(String reason) -> none(reason);
    };
  }

  static String of(Estimate estimate, int decimals) {
    return "%s <span class=\"interval\">(%s&#160;to&#160;%s)</span>"
        .formatted(
            number(estimate.value(), decimals),
            number(estimate.low(), decimals),
            number(estimate.high(), decimals));
  }

  static String none(String reason) {
    return "<span class=\"none\">%s</span>".formatted(Html.escaped(reason));
  }
}
