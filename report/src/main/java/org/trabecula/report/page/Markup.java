package org.trabecula.report.page;

import java.util.Base64;
import java.util.Locale;

/** Text that is safe inside HTML and SVG. */
final class Markup {
  private Markup() {}

  /** The text with every character escaped that means something to a parser. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** A length or coordinate, one decimal place. */
  static String px(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A colour as CSS writes it. */
  static String css(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** A PNG file as a data URI. */
  static String png(byte[] file) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(file);
  }
}
