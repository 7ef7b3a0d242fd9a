package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is, about: the usual sans-serif has letters of four widths. Nothing here depends
 * on the fonts of a machine, so a figure is the same everywhere.
 */
final class Lettering {
  private static final String NARROW = "ijlt.,:;|!'fI()[] -";
  private static final String WIDE = "mwMW%@";
  private static final double SLIM_EM = 0.31;
  private static final double WIDE_EM = 0.86;
  private static final double CAPITAL_EM = 0.68;
  private static final double OTHER_EM = 0.56;

  private Lettering() {}

  /** The width in px of a text in letters of a size in px. */
  static double width(String text, double size) {
    return size * text.chars().mapToDouble(Lettering::em).sum();
  }

  private static double em(int letter) {
    if (NARROW.indexOf(letter) >= 0) {
      return SLIM_EM;
    }
    if (WIDE.indexOf(letter) >= 0) {
      return WIDE_EM;
    }
    return Character.isUpperCase(letter) ? CAPITAL_EM : OTHER_EM;
  }

  /** A text in lines that are no wider than a width, if its words are not. */
  static List<String> lines(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /** A text cut to a width, with three dots where something is missing. */
  static String fitted(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    int end = text.length() - 1;
    while (end > 1 && width(text.substring(0, end) + "\u2026", size) > width) {
      end--;
    }
    return text.substring(0, end).strip() + "\u2026";
  }
}
