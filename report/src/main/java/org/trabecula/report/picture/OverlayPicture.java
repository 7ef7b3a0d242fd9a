package org.trabecula.report.picture;

import java.util.List;
import java.util.Locale;
import org.trabecula.screening.Outline;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.Screening;

/** {@code overlay.png}: radiograph, mineral map, outlines with names, and the scale of colours. */
public final class OverlayPicture {
  /** The scale of every overlay, so that pictures of different films compare. */
  public static final ColourScale COLOURS = new ColourScale(0, 1.6);

  private static final int OUTLINE = 0x7FE8FF;
  private static final int EXCLUDED = 0xB0B8C0;
  private static final int PAPER = 0x101418;
  private static final int INK = 0xF2F5F7;
  private static final double TICK = 0.4;

  private final FilmPicture film;
  private final Canvas canvas;
  private final double letter;

  private OverlayPicture(FilmPicture film) {
    this.film = film;
    this.letter = Math.max(7, film.height() / 62.0);
    this.canvas = new Canvas(film.width() + (int) (letter * 7), film.height(), PAPER);
  }

  /** The layer of a screening. */
  public static MineralLayer layer(Screening.Estimated screening) {
    return new MineralLayer(screening.mineral(), screening.canonical().frame(), COLOURS);
  }

  /** Draws the picture and returns it as a PNG file. */
  public static byte[] png(FilmPicture film, Screening.Estimated screening) {
    OverlayPicture picture = new OverlayPicture(film);
    picture.film(layer(screening));
    for (RegionResult region : screening.regions()) {
      picture.outlines(region);
    }
    for (RegionResult region : screening.regions()) {
      picture.name(RegionLabel.of(region, screening.canonical().frame().mirrored()));
    }
    picture.scale();
    return picture.canvas.png();
  }

  private void film(MineralLayer layer) {
    for (int y = 0; y < film.height(); y++) {
      for (int x = 0; x < film.width(); x++) {
        canvas.blend(x, y, film.grey(x, y) * 0x010101, 1);
        double density =
            layer.density((y + 0.5) / film.scale() - 0.5, (x + 0.5) / film.scale() - 0.5);
        if (density > MineralLayer.FAINTEST) {
          canvas.blend(x, y, layer.colours().rgb(density), MineralLayer.opacity(density));
        }
      }
    }
  }

  private void outlines(RegionResult region) {
    int colour = region.exclusion().isPresent() ? EXCLUDED : OUTLINE;
    for (Outline outline : region.outlines()) {
      canvas.outline(placed(outline), Math.max(1.5, letter / 8), colour);
    }
  }

  private List<Point> placed(Outline outline) {
    return outline.points().stream().map(p -> film.at(p.row(), p.column())).toList();
  }

  private void name(RegionLabel label) {
    Point at = film.at(label.anchor().row(), label.anchor().column());
    double width = Canvas.textWidth(letter, label.text());
    Point corner =
        switch (label.side()) {
          case LEFT -> new Point(at.x() - width - letter * 0.6, at.y() - letter / 2);
          case RIGHT -> new Point(at.x() + letter * 0.6, at.y() - letter / 2);
          case ABOVE -> new Point(at.x() - width / 2, at.y() - letter * 1.6);
          case BELOW -> new Point(at.x() - width / 2, at.y() + letter * 0.6);
        };
    canvas.text(corner, letter, label.text(), INK);
  }

  private void scale() {
    int left = film.width() + (int) (letter * 1.2);
    int barWidth = (int) (letter * 1.1);
    int top = (int) (letter * 3.2);
    int bottom = Math.min(film.height() - (int) (letter * 1.5), top + (int) (letter * 26));
    for (int y = top; y <= bottom; y++) {
      double density = COLOURS.highest() * (bottom - y) / (bottom - top);
      canvas.fill(left, y, barWidth, 1, COLOURS.rgb(density));
    }
    canvas.text(new Point(left, letter * 0.9), letter * 0.75, "g/cm2", INK);
    for (int i = 0; i * TICK <= COLOURS.highest() + 1e-9; i++) {
      double y = bottom - (bottom - top) * i * TICK / COLOURS.highest();
      Point corner = new Point(left + barWidth + letter * 0.7, y - letter * 0.4);
      canvas.text(corner, letter * 0.75, String.format(Locale.ROOT, "%.1f", i * TICK), INK);
    }
  }
}
