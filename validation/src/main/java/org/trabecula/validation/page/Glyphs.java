package org.trabecula.validation.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Letters as outlines, from the font that PDFBox brings along (Liberation Sans). So a figure needs
 * no font of the machine and looks the same on all; many a server has none.
 */
final class Glyphs {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup letters;

  private Glyphs(TrueTypeFont font) throws IOException {
    this.font = font;
    this.letters = font.getUnicodeCmapLookup();
  }

  /** Opens the font's file. */
  static InputStream file() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
  }

  static TrueTypeFont font() throws IOException {
    try (InputStream file = file()) {
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
  }

  static Glyphs read() throws IOException {
    return new Glyphs(font());
  }

  /** A text from the origin to the right, in px, y downwards. */
  Path2D outline(String text, double size) {
    try {
      double scale = size / font.getUnitsPerEm();
      Path2D outline = new Path2D.Double();
      double x = 0;
      for (int letter : text.codePoints().toArray()) {
        int glyph = letters.getGlyphId(letter);
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null) {
          AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
          place.scale(scale, -scale);
          outline.append(data.getPath().getPathIterator(place), false);
        }
        x += font.getAdvanceWidth(glyph) * scale;
      }
      return outline;
    } catch (IOException e) {
      throw new UncheckedIOException(FONT, e);
    }
  }

  /** How wide a text is in px. */
  double width(String text, double size) {
    try {
      double width = 0;
      for (int letter : text.codePoints().toArray()) {
        width += font.getAdvanceWidth(letters.getGlyphId(letter));
      }
      return width * size / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(FONT, e);
    }
  }
}
