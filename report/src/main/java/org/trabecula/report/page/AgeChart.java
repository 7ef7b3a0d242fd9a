package org.trabecula.report.page;

import static org.trabecula.report.page.Markup.px;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferenceValue;
import org.trabecula.report.content.Rounding;

/**
 * Density against age as on a DXA print-out, as inline SVG: the reference's mean with one standard
 * deviation either side, the bands of the WHO's T-score ranges, the subject with the interval.
 */
final class AgeChart {
  static final double WIDTH = 380;
  static final double HEIGHT = 162;

  private static final double LEFT = 42;
  private static final double RIGHT = 342;
  private static final double TOP = 4;
  private static final double BOTTOM = 128;
  private static final double OSTEOPENIA = -1;
  private static final double OSTEOPOROSIS = -2.5;

  private final ChartData data;
  private final Axis age;
  private final Axis density;
  private final StringBuilder svg = new StringBuilder(8192);

  private AgeChart(ChartData data) {
    this.data = data;
    this.age = new Axis(20, 90, LEFT, RIGHT);
    this.density = densityAxis(data);
  }

  /** Draws the chart. */
  static String svg(ChartData data) {
    return new AgeChart(data).draw();
  }

  private static Axis densityAxis(ChartData data) {
    ReferenceValue young = data.youngAdults();
    double low = Math.min(data.estimate().low(), young.densityAt(-4.5));
    double high = Math.max(data.estimate().high(), young.densityAt(2.2));
    for (ChartData.Node node : data.curve()) {
      high = Math.max(high, node.value().densityAt(1));
    }
    double from = Math.max(0, Math.floor(low * 10 - 0.2) / 10);
    return new Axis(from, Math.ceil(high * 10 + 0.2) / 10, BOTTOM, TOP);
  }

  private String draw() {
    add(
        "<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">"
            .formatted(px(WIDTH), px(HEIGHT), Markup.escaped(description())));
    bands();
    grid();
    curve();
    tScoreAxis();
    subject();
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"frame\"/>"
            .formatted(px(LEFT), px(TOP), px(RIGHT - LEFT), px(BOTTOM - TOP)));
    return svg.append("</svg>").toString();
  }

  private String description() {
    DensityEstimate estimate = data.estimate();
    return String.format(
        Locale.ROOT,
        "%s: estimated density %.3f g/cm², 90 %% interval %.3f to %.3f, against age and reference",
        estimate.site().label(),
        estimate.mean(),
        estimate.low(),
        estimate.high());
  }

  private void bands() {
    double low = data.youngAdults().densityAt(OSTEOPOROSIS);
    double mild = data.youngAdults().densityAt(OSTEOPENIA);
    band("osteopenia", mild, low);
    band("osteoporosis", low, density.low());
    label("Osteopenia range (T −1.0 to −2.5)", density.within(mild) + 10);
    label("Osteoporosis range (T ≤ −2.5)", density.within(low) + 10);
  }

  private void band(String kind, double from, double to) {
    double top = density.within(from);
    double bottom = density.within(to);
    add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
            .formatted(kind, px(LEFT), px(top), px(RIGHT - LEFT), px(bottom - top)));
  }

  private void label(String text, double y) {
    if (y < BOTTOM - 2) {
      add("<text class=\"band\" x=\"%s\" y=\"%s\">%s</text>".formatted(px(LEFT + 5), px(y), text));
    }
  }

  private void grid() {
    for (BigDecimal tick : density.ticks("0.2")) {
      double y = density.at(tick.doubleValue());
      add(
          "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(px(LEFT), px(RIGHT), px(y), px(y)));
      add(
          "<text class=\"tick end\" x=\"%s\" y=\"%s\">%s</text>"
              .formatted(px(LEFT - 5), px(y + 3), tick));
    }
    for (BigDecimal tick : age.ticks("10")) {
      double x = age.at(tick.doubleValue());
      add(
          "<line class=\"mark\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(px(x), px(x), px(BOTTOM), px(BOTTOM + 4)));
      add(
          "<text class=\"tick mid\" x=\"%s\" y=\"%s\">%s</text>"
              .formatted(px(x), px(BOTTOM + 14), tick));
    }
    add(
        "<text class=\"axis mid\" x=\"%s\" y=\"%s\">Age (years)</text>"
            .formatted(px((LEFT + RIGHT) / 2), px(BOTTOM + 28)));
    vertical("BMD (g/cm²)", 11);
    vertical("T-score", WIDTH - 5);
  }

  private void vertical(String text, double x) {
    double y = (TOP + BOTTOM) / 2;
    add(
        "<text class=\"axis mid\" transform=\"translate(%s %s) rotate(-90)\">%s</text>"
            .formatted(px(x), px(y), text));
  }

  private void tScoreAxis() {
    for (int t = -6; t <= 4; t++) {
      double bmd = data.youngAdults().densityAt(t);
      if (bmd > density.low() && bmd < density.high()) {
        double y = density.at(bmd);
        add(
            "<line class=\"mark\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                .formatted(px(RIGHT), px(RIGHT + 4), px(y), px(y)));
        add(
            "<text class=\"tick\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(px(RIGHT + 7), px(y + 3), Rounding.printed(0, t)));
      }
    }
  }

  private void curve() {
    if (data.curve().size() < 2) {
      return;
    }
    List<String> around = new ArrayList<>(places(node -> node.value().densityAt(1)));
    around.addAll(places(node -> node.value().densityAt(-1)).reversed());
    add("<polygon class=\"spread\" points=\"%s\"/>".formatted(String.join(" ", around)));
    add(
        "<polyline class=\"mean\" points=\"%s\"/>"
            .formatted(String.join(" ", places(node -> node.value().mean()))));
  }

  private List<String> places(ToDoubleFunction<ChartData.Node> value) {
    return data.curve().stream()
        .filter(node -> node.ageYears() >= age.low() && node.ageYears() <= age.high())
        .map(node ->
            px(age.at(node.ageYears())) + "," + px(density.within(value.applyAsDouble(node))))
        .toList();
  }

  /** The subject as a point with the interval; as a line across all ages if the age is unknown. */
  private void subject() {
    double y = density.within(data.estimate().mean());
    double low = density.within(data.estimate().low());
    double high = density.within(data.estimate().high());
    if (data.ageYears().isEmpty()) {
      add(
          "<rect class=\"unknown-age\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
              .formatted(px(LEFT), px(high), px(RIGHT - LEFT), px(low - high)));
      add(
          "<line class=\"subject\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(px(LEFT), px(RIGHT), px(y), px(y)));
      add(
          "<text class=\"band end\" x=\"%s\" y=\"%s\">age unknown</text>"
              .formatted(px(RIGHT - 5), px(y - 4)));
      return;
    }
    double x = age.within(data.ageYears().getAsDouble());
    add(
        "<path class=\"subject\" d=\"M%s %sV%sM%s %sh10M%s %sh10\"/>"
            .formatted(px(x), px(high), px(low), px(x - 5), px(high), px(x - 5), px(low)));
    add(
        "<circle class=\"point %s\" cx=\"%s\" cy=\"%s\" r=\"5\"/>"
            .formatted(data.inView() ? "seen" : "inferred", px(x), px(y)));
  }

  private void add(String line) {
    svg.append(line).append('\n');
  }
}
