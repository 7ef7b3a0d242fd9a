package org.trabecula.validation.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.trabecula.validation.figure.Drawing;
import org.trabecula.validation.figure.Ink;
import org.trabecula.validation.figure.Layers;
import org.trabecula.validation.figure.Pen;
import org.trabecula.validation.figure.Point;
import org.trabecula.validation.figure.Shape;

/** Paints a drawing, as its SVG would look. */
final class FigurePainter {
  /** There is no bold face at hand: bold letters get an outline of this share of their size. */
  private static final float BOLD = 0.035f;

  private final Glyphs glyphs;

  FigurePainter(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /** Paints a drawing to a width in the graphics' unit. */
  void paint(Drawing drawing, Graphics2D graphics, double width) {
    AffineTransform before = graphics.getTransform();
    graphics.scale(width / drawing.width(), width / drawing.width());
    drawing.shapes().forEach(shape -> paint(shape, graphics));
    graphics.setTransform(before);
  }

  private void paint(Shape shape, Graphics2D graphics) {
    switch (shape) {
      case Shape.Stroke(List<Point> through, Pen pen) -> {
        graphics.setColor(colour(pen.ink()));
        graphics.setStroke(stroke(pen));
        graphics.draw(path(through));
      }
      case Shape.Fill(List<Point> corners, Ink ink) -> {
        Path2D outline = path(corners);
        outline.closePath();
        graphics.setColor(colour(ink));
        graphics.fill(outline);
      }
      case Shape.Dots dots -> dots(dots, graphics);
      case Shape.Label label -> label(label, graphics);
    }
  }

  private static void dots(Shape.Dots dots, Graphics2D graphics) {
    graphics.setColor(colour(dots.ink()));
    graphics.setStroke(
        new BasicStroke(
            (float) (2 * dots.radius()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (List<Point> layer : Layers.of(dots)) {
      Path2D path = new Path2D.Double();
      for (Point centre : layer) {
        path.moveTo(centre.x() - 0.05, centre.y());
        path.lineTo(centre.x() + 0.05, centre.y());
      }
      graphics.draw(path);
    }
  }

  private void label(Shape.Label label, Graphics2D graphics) {
    double width = glyphs.width(label.text(), label.size());
    double back =
        switch (label.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform place = AffineTransform.getTranslateInstance(label.at().x(), label.at().y());
    if (label.upright()) {
      place.rotate(-Math.PI / 2);
    }
    place.translate(-back, 0);
    Path2D outline = glyphs.outline(label.text(), label.size());
    outline.transform(place);
    graphics.setColor(colour(label.ink()));
    graphics.fill(outline);
    if (label.bold()) {
      graphics.setStroke(
          new BasicStroke(
              BOLD * (float) label.size(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(outline);
    }
  }

  private static Path2D path(List<Point> places) {
    Path2D path = new Path2D.Double();
    for (Point place : places) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(place.x(), place.y());
      } else {
        path.lineTo(place.x(), place.y());
      }
    }
    return path;
  }

  private static BasicStroke stroke(Pen pen) {
    if (pen.dashes().isEmpty()) {
      return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = pen.dashes().get(i).floatValue();
    }
    return new BasicStroke(
        (float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  private static Color colour(Ink ink) {
    return new Color(
        ink.rgb() >> 16, ink.rgb() >> 8 & 0xff, ink.rgb() & 0xff, (int) (255 * ink.opacity()));
  }
}
