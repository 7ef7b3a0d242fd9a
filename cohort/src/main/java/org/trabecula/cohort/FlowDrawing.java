package org.trabecula.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A flow diagram as SVG, as STARD 2015 draws it: what came in above, what stayed below, what was
 * left out to the right, one line for each reason. No font is embedded: any sans-serif will do.
 */
final class FlowDrawing {
  private static final int WIDTH = 720;
  private static final int MARGIN = 20;
  private static final int MAIN_WIDTH = 250;
  private static final int SIDE_LEFT = 320;
  private static final int SIDE_WIDTH = WIDTH - MARGIN - SIDE_LEFT;
  private static final int LINE = 20;
  private static final int PADDING = 14;
  private static final int GAP = 40;

  private static final String STYLE =
      """
      <style>
      text { font-family: 'Helvetica Neue', Helvetica, Arial, sans-serif; font-size: 13px; fill: #1c2733; }
      .head { font-weight: 600; }
      .number { text-anchor: end; font-variant-numeric: tabular-nums; }
      .faint { fill: #5b6875; font-size: 12px; }
      .main { fill: #eaf2f8; stroke: #2f5d7c; }
      .side { fill: #ffffff; stroke: #98a5b1; }
      .flow { stroke: #2f5d7c; stroke-width: 1.5; fill: none; }
      </style>
      <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#2f5d7c"/></marker></defs>
      """;

  private final List<String> parts = new ArrayList<>();

  private final String kind;

  private FlowDrawing(String kind) {
    this.kind = kind;
  }

  static String of(FlowDiagram flow, boolean synthetic) {
    return new FlowDrawing(synthetic ? "Synthetic radiographs" : "Radiographs").draw(flow);
  }

  private String draw(FlowDiagram flow) {
    int mainHeight = 2 * PADDING + 2 * LINE;
    int top = MARGIN;
    int sideTop = top + mainHeight + GAP / 2;
    int sideHeight = 2 * PADDING + (2 + flow.leftOut().size()) * LINE;
    boolean someOut = !flow.leftOut().isEmpty();
    int bottom = someOut ? sideTop + sideHeight + GAP / 2 : top + mainHeight + GAP;
    int height = bottom + mainHeight + MARGIN;
    int centre = MARGIN + MAIN_WIDTH / 2;
    main(top, kind + " given", flow.all());
    arrow("M%d,%d V%d".formatted(centre, top + mainHeight, bottom));
    if (someOut) {
      arrow("M%d,%d H%d".formatted(centre, sideTop + sideHeight / 2, SIDE_LEFT));
      side(sideTop, sideHeight, flow);
    }
    main(bottom, kind + " in the cohort", flow.included());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
    <title>Flow of subjects and radiographs</title>
    <desc>%s</desc>
    """
            .formatted(WIDTH, height, WIDTH, height, escaped(description(flow)))
        + STYLE
        + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(WIDTH, height)
        + String.join("\n", parts)
        + "\n</svg>\n";
  }

  private static String description(FlowDiagram flow) {
    return "%s given, %s in the cohort".formatted(words(flow.all()), words(flow.included()));
  }

  private void main(int top, String head, FlowDiagram.Count count) {
    box("main", MARGIN, top, MAIN_WIDTH, 2 * PADDING + 2 * LINE);
    int base = top + PADDING + 14;
    text("head", MARGIN + PADDING, base, head);
    text("plain", MARGIN + PADDING, base + LINE, words(count));
  }

  private void side(int top, int height, FlowDiagram flow) {
    box("side", SIDE_LEFT, top, SIDE_WIDTH, height);
    int left = SIDE_LEFT + PADDING;
    int films = SIDE_LEFT + SIDE_WIDTH - PADDING;
    int subjects = films - 90;
    int base = top + PADDING + 14;
    int out = flow.leftOut().values().stream().mapToInt(FlowDiagram.Count::radiographs).sum();
    text("head", left, base, "Left out");
    text("head number", films, base, Integer.toString(out));
    base += LINE;
    text("faint", left, base, "reason");
    text("faint number", subjects, base, "subjects");
    text("faint number", films, base, "radiographs");
    for (Map.Entry<String, FlowDiagram.Count> entry : flow.leftOut().entrySet()) {
      base += LINE;
      text("plain", left, base, shortened(entry.getKey()));
      text("number", subjects, base, Integer.toString(entry.getValue().subjects()));
      text("number", films, base, Integer.toString(entry.getValue().radiographs()));
    }
  }

  /** The reason as far as it fits before the numbers. */
  private static String shortened(String reason) {
    int most = 31;
    return reason.length() <= most ? reason : reason.substring(0, most - 1).strip() + "…";
  }

  private static String words(FlowDiagram.Count count) {
    return String.format(
        Locale.ROOT,
        "%d radiograph%s of %d subject%s",
        count.radiographs(),
        count.radiographs() == 1 ? "" : "s",
        count.subjects(),
        count.subjects() == 1 ? "" : "s");
  }

  private void box(String style, int left, int top, int width, int height) {
    parts.add(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
            .formatted(style, left, top, width, height));
  }

  private void text(String style, int left, int base, String text) {
    parts.add(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>"
            .formatted(style, left, base, escaped(text)));
  }

  private void arrow(String path) {
    parts.add("<path class=\"flow\" marker-end=\"url(#tip)\" d=\"%s\"/>".formatted(path));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
