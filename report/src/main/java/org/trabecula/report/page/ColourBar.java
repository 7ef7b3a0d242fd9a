package org.trabecula.report.page;

import static org.trabecula.report.page.Markup.px;

import java.util.Locale;
import org.trabecula.report.picture.ColourScale;

/** The scale of colours below a picture. */
final class ColourBar {
  private static final double WIDTH = 300;
  private static final int STEPS = 24;

  private ColourBar() {}

  static String svg(ColourScale colours) {
    StringBuilder svg = new StringBuilder(8192);
    svg.append(
        "<svg class=\"scale\" viewBox=\"0 0 340 21\" role=\"img\" aria-label=\"Colour scale\">");
    double range = colours.highest() - colours.lowest();
    svg.append("<linearGradient id=\"mineral\">");
    for (int i = 0; i <= STEPS; i++) {
      svg.append(
          "<stop offset=\"%s%%\" stop-color=\"%s\"/>"
              .formatted(
                  px(100.0 * i / STEPS),
                  Markup.css(colours.rgb(colours.lowest() + range * i / STEPS))));
    }
    svg.append("</linearGradient>");
    svg.append("<rect x=\"4\" y=\"2\" width=\"%s\" height=\"7\"".formatted(px(WIDTH)));
    svg.append(" fill=\"url(#mineral)\"/>");
    for (double at = colours.lowest(); at <= colours.highest() + 1e-9; at += 0.4) {
      double x = 4 + WIDTH * (at - colours.lowest()) / range;
      svg.append(
          "<text x=\"%s\" y=\"18\" text-anchor=\"%s\">%s</text>"
              .formatted(
                  px(x),
                  at == colours.lowest() ? "start" : "middle",
                  String.format(Locale.ROOT, "%.1f", at)));
    }
    svg.append("<text x=\"338\" y=\"18\" text-anchor=\"end\">g/cm²</text>");
    return svg.append("</svg>").toString();
  }
}
