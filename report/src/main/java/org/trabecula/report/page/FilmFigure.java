package org.trabecula.report.page;

import static org.trabecula.report.page.Markup.px;

import java.util.stream.Collectors;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.report.picture.FilmPicture;
import org.trabecula.report.picture.MineralLayer;
import org.trabecula.report.picture.OverlayPicture;
import org.trabecula.report.picture.Point;
import org.trabecula.report.picture.RegionLabel;
import org.trabecula.screening.Outline;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.Screening;

/** The radiograph with its layers as inline SVG, so that each can be hidden and all stay sharp. */
final class FilmFigure {
  private final FilmPicture film;
  private final StringBuilder svg = new StringBuilder(1 << 16);

  private FilmFigure(FilmPicture film) {
    this.film = film;
    add(
        "<svg class=\"film\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"The radiograph\">"
            .formatted(film.width(), film.height()));
    add(
        "<image width=\"%s\" height=\"%s\" href=\"%s\"/>"
            .formatted(film.width(), film.height(), Markup.png(film.png())));
  }

  /** The radiograph alone. */
  static String plain(FilmPicture film) {
    return new FilmFigure(film).svg.append("</svg>").toString();
  }

  /** The radiograph with mineral map, outlines and names. */
  static String of(FilmPicture film, Screening.Estimated screening) {
    FilmFigure figure = new FilmFigure(film);
    figure.map(OverlayPicture.layer(screening));
    figure.add("<g class=\"regions\">");
    screening.regions().forEach(figure::outlines);
    boolean mirrored = screening.canonical().frame().mirrored();
    screening.regions().forEach(region -> figure.name(RegionLabel.of(region, mirrored)));
    return figure.svg.append("</g></svg>").toString();
  }

  private void map(MineralLayer layer) {
    CanonicalFrame frame = layer.frame();
    double one = frame.column(-0.5);
    double other = frame.column(CanonicalFrame.COLUMNS - 0.5);
    Point corner = film.at(frame.row(-0.5), Math.min(one, other));
    Point far = film.at(frame.row(CanonicalFrame.ROWS - 0.5), Math.max(one, other));
    add(
        ("<image class=\"map\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                + " preserveAspectRatio=\"none\" href=\"%s\"/>")
            .formatted(
                px(corner.x() + 0.5),
                px(corner.y() + 0.5),
                px(far.x() - corner.x()),
                px(far.y() - corner.y()),
                Markup.png(layer.png())));
  }

  private void outlines(RegionResult region) {
    for (Outline outline : region.outlines()) {
      String points =
          outline.points().stream()
              .map(p -> film.at(p.row(), p.column()))
              .map(p -> px(p.x() + 0.5) + "," + px(p.y() + 0.5))
              .collect(Collectors.joining(" "));
      add(
          "<polygon class=\"%s\" points=\"%s\"/>"
              .formatted(region.exclusion().isPresent() ? "left-out" : "kept", points));
    }
  }

  private void name(RegionLabel label) {
    Point at = film.at(label.anchor().row(), label.anchor().column());
    double size = Math.max(film.width(), film.height()) / 34.0;
    double x = at.x();
    double y = at.y() + size * 0.35;
    String anchor = "middle";
    switch (label.side()) {
      case LEFT -> {
        x -= size * 0.4;
        anchor = "end";
      }
      case RIGHT -> {
        x += size * 0.4;
        anchor = "start";
      }
      case ABOVE -> y = at.y() - size * 0.4;
      case BELOW -> y = at.y() + size;
    }
    add(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(px(x), px(y), px(size), anchor, Markup.escaped(label.text())));
  }

  private void add(String line) {
    svg.append(line).append('\n');
  }
}
