package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.figure.Drawing;
import org.trabecula.validation.figure.Ink;
import org.trabecula.validation.figure.Pen;
import org.trabecula.validation.figure.Point;
import org.trabecula.validation.figure.Shape;

class FigurePainterTest {
  @Test
  void shapesAreWhereTheyShouldBe() throws Exception {
    BufferedImage image =
        painted(
            new Shape.Fill(
                List.of(new Point(10, 10), new Point(20, 10), new Point(20, 20), new Point(10, 20)),
                Ink.BLUE),
            new Shape.Stroke(
                List.of(new Point(30, 0), new Point(30, 50)), new Pen(Ink.BLACK, 2, List.of())),
            new Shape.Dots(List.of(new Point(45, 25)), 3, Ink.GREEN));
    assertThat(image.getRGB(30, 30) & 0xffffff).isEqualTo(Ink.BLUE.rgb());
    assertThat(image.getRGB(60, 40) & 0xffffff).isEqualTo(Ink.BLACK.rgb());
    assertThat(image.getRGB(90, 50) & 0xffffff).isEqualTo(Ink.GREEN.rgb());
    assertThat(image.getRGB(70, 80) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void aTextAtItsEndLiesToTheLeft() throws Exception {
    BufferedImage image =
        painted(
            new Shape.Label(
                "HH", new Point(50, 30), Shape.Anchor.END, 12, false, false, Ink.BLACK));
    assertThat(darkColumns(image, 101, 199)).isZero();
    assertThat(darkColumns(image, 60, 100)).isPositive();
  }

  @Test
  void anUprightTextRunsUpwards() throws Exception {
    BufferedImage image =
        painted(
            new Shape.Label(
                "HHHHHH", new Point(50, 90), Shape.Anchor.START, 12, true, true, Ink.BLACK));
    assertThat(darkColumns(image, 110, 199)).isZero();
    assertThat(darkColumns(image, 75, 102)).isPositive();
  }

  @Test
  void lettersOfAllCaptionsHaveOutlines() throws Exception {
    Glyphs glyphs = Glyphs.read();
    for (String letter : List.of("A", "\u2264", "\u2212", "²", "\u2026", "±", "–")) {
      assertThat(glyphs.outline(letter, 12).getBounds2D().isEmpty()).as(letter).isFalse();
      assertThat(glyphs.width(letter, 12)).isPositive();
    }
  }

  /** Two pixels for each unit of the drawing. */
  private static BufferedImage painted(Shape... shapes) throws Exception {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 200, 200);
    new FigurePainter(Glyphs.read()).paint(new Drawing(100, 100, List.of(shapes)), graphics, 200);
    graphics.dispose();
    return image;
  }

  private static long darkColumns(BufferedImage image, int from, int to) {
    long dark = 0;
    for (int x = from; x <= to; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xff) < 128) {
          dark++;
          break;
        }
      }
    }
    return dark;
  }
}
