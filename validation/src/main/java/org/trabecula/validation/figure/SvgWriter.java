package org.trabecula.validation.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a figure as SVG 1.1: plain shapes, no style sheet, no script, no reference to anything
 * outside. Title and description are read out by screen readers.
 */
final class SvgWriter {
  private static final String LETTERS = "Helvetica, Arial, 'Liberation Sans', sans-serif";

  private final StringBuilder svg = new StringBuilder(1 << 14);

  private SvgWriter() {}

  static String file(Figure figure) {
    String size =
        " width=\"%s\" height=\"%s\""
            .formatted(px(figure.drawing().width()), px(figure.drawing().height()));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new SvgWriter().write(figure, size);
  }

  static String element(Figure figure) {
    return new SvgWriter().write(figure, "");
  }

  private String write(Figure figure, String size) {
    Drawing drawing = figure.drawing();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"").append(size);
    add(
        (" viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\""
                + " font-family=\"%s\">")
            .formatted(
                px(drawing.width()), px(drawing.height()), figure.name(), figure.name(), LETTERS));
    add("<title id=\"%s-title\">%s</title>".formatted(figure.name(), escaped(figure.title())));
    add("<desc id=\"%s-desc\">%s</desc>".formatted(figure.name(), escaped(figure.caption())));
    add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    drawing.shapes().forEach(this::shape);
    return svg.append("</svg>\n").toString();
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Stroke(List<Point> through, Pen pen) ->
          add("<path d=\"%s\" fill=\"none\"%s/>".formatted(path(through), stroke(pen)));
      case Shape.Fill(List<Point> corners, Ink ink) ->
          add("<path d=\"%sz\"%s/>".formatted(path(corners), fill(ink)));
      case Shape.Dots dots -> dots(dots);
      case Shape.Label label -> label(label);
    }
  }

  /** A disc is a short line with round ends, and discs that don't touch share a path. */
  private void dots(Shape.Dots dots) {
    String opacity = dots.ink().opacity() < 1 ? decimal(dots.ink().opacity(), 2) : "1";
    for (List<Point> apart : Layers.of(dots)) {
      String path =
          apart.stream()
              .map(centre -> "M" + px(centre.x() - 0.05) + " " + px(centre.y()) + "h.1")
              .collect(Collectors.joining());
      add(
          ("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\""
                  + " stroke-opacity=\"%s\"/>")
              .formatted(path, css(dots.ink()), px(2 * dots.radius()), opacity));
    }
  }

  private void label(Shape.Label label) {
    String anchor =
        switch (label.anchor()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        };
    String place =
        label.upright()
            ? " transform=\"translate(%s %s) rotate(-90)\""
                .formatted(px(label.at().x()), px(label.at().y()))
            : " x=\"%s\" y=\"%s\"".formatted(px(label.at().x()), px(label.at().y()));
    add(
        "<text%s%s font-size=\"%s\"%s%s>%s</text>"
            .formatted(
                place,
                anchor,
                px(label.size()),
                label.bold() ? " font-weight=\"bold\"" : "",
                fill(label.ink()),
                escaped(label.text())));
  }

  private static String path(List<Point> places) {
    StringBuilder path = new StringBuilder();
    for (Point place : places) {
      path.append(path.isEmpty() ? 'M' : 'L').append(px(place.x())).append(' ');
      path.append(px(place.y()));
    }
    return path.toString();
  }

  private static String stroke(Pen pen) {
    String dashes =
        pen.dashes().isEmpty()
            ? ""
            : pen.dashes().stream()
                .map(SvgWriter::px)
                .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
    String opacity =
        pen.ink().opacity() < 1
            ? " stroke-opacity=\"%s\"".formatted(decimal(pen.ink().opacity(), 2))
            : "";
    return " stroke=\"%s\" stroke-width=\"%s\"%s%s"
        .formatted(css(pen.ink()), px(pen.width()), dashes, opacity);
  }

  private static String fill(Ink ink) {
    return ink.opacity() < 1
        ? " fill=\"%s\" fill-opacity=\"%s\"".formatted(css(ink), decimal(ink.opacity(), 2))
        : " fill=\"%s\"".formatted(css(ink));
  }

  private static String css(Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb());
  }

  /** A tenth of a pixel is less than a printer can show. */
  private static String px(double value) {
    String text = decimal(value, 1);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** XML has no place for control characters, whatever a table held. */
  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cs}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }
}
