package org.trabecula.report.picture;

import java.util.List;

/** A colour picture to draw on, with smooth lines. Mutable; for one thread. */
final class Canvas {
  private final int width;
  private final int height;
  private final byte[] samples;

  Canvas(int width, int height, int background) {
    this.width = width;
    this.height = height;
    this.samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    fill(0, 0, width, height, background);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] png() {
    return Png.rgb(width, height, samples);
  }

  /** The colour of a pixel, 0xRRGGBB. */
  int at(int x, int y) {
    int i = (y * width + x) * 3;
    return ((samples[i] & 0xFF) << 16) | ((samples[i + 1] & 0xFF) << 8) | (samples[i + 2] & 0xFF);
  }

  /** Lays a colour over a pixel; outside the picture nothing happens. */
  void blend(int x, int y, int rgb, double opacity) {
    if (x < 0 || y < 0 || x >= width || y >= height || opacity <= 0) {
      return;
    }
    double share = Math.min(1, opacity);
    int i = (y * width + x) * 3;
    for (int channel = 0; channel < 3; channel++) {
      int over = (rgb >> (16 - 8 * channel)) & 0xFF;
      int under = samples[i + channel] & 0xFF;
      samples[i + channel] = (byte) Math.round(under + share * (over - under));
    }
  }

  void fill(int x, int y, int fillWidth, int fillHeight, int rgb) {
    for (int row = y; row < y + fillHeight; row++) {
      for (int column = x; column < x + fillWidth; column++) {
        blend(column, row, rgb, 1);
      }
    }
  }

  /** Draws a connected line of a thickness in pixels. */
  void line(List<Point> points, double thickness, int rgb) {
    for (int i = 1; i < points.size(); i++) {
      segment(points.get(i - 1), points.get(i), thickness, rgb);
    }
  }

  /** Draws a line that returns to its start. */
  void outline(List<Point> points, double thickness, int rgb) {
    line(points, thickness, rgb);
    segment(points.getLast(), points.getFirst(), thickness, rgb);
  }

  /**
   * Draws a text of a letter height in pixels with a dark seam, its upper left corner at (x, y).
   */
  void text(Point corner, double letterHeight, String text, int rgb) {
    double scale = letterHeight / StrokeFont.HEIGHT;
    for (int pass = 0; pass < 2; pass++) {
      double thickness = pass == 0 ? letterHeight * 0.42 : letterHeight * 0.15;
      for (List<Point> stroke : StrokeFont.strokes(text)) {
        List<Point> placed =
            stroke.stream()
                .map(p -> new Point(corner.x() + p.x() * scale, corner.y() + p.y() * scale))
                .toList();
        line(placed, thickness, pass == 0 ? 0x101418 : rgb);
      }
    }
  }

  /** Width in pixels of a text of a letter height in pixels. */
  static double textWidth(double letterHeight, String text) {
    return StrokeFont.width(text) * letterHeight / StrokeFont.HEIGHT;
  }

  private void segment(Point from, Point to, double thickness, int rgb) {
    double reach = thickness / 2 + 1;
    int left = (int) Math.floor(Math.min(from.x(), to.x()) - reach);
    int right = (int) Math.ceil(Math.max(from.x(), to.x()) + reach);
    int top = (int) Math.floor(Math.min(from.y(), to.y()) - reach);
    int bottom = (int) Math.ceil(Math.max(from.y(), to.y()) + reach);
    for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
        blend(x, y, rgb, thickness / 2 + 0.5 - distance(x, y, from, to));
      }
    }
  }

  private static double distance(double x, double y, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double squared = dx * dx + dy * dy;
    double along = squared == 0 ? 0 : ((x - from.x()) * dx + (y - from.y()) * dy) / squared;
    double share = Math.clamp(along, 0, 1);
    return Math.hypot(x - from.x() - share * dx, y - from.y() - share * dy);
  }
}
