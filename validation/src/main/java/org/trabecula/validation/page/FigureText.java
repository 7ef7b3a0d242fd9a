package org.trabecula.validation.page;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Sets the words of figures as text, which a reader can search; the font is embedded once. */
final class FigureText extends PdfBoxGraphics2DFontTextDrawer {
  private @Nullable PDFont font;

  @Override
  protected PDFont mapFont(Font asked, IFontTextDrawerEnv env) throws IOException {
    PDFont known = font;
    if (known == null) {
      known = load(env.getDocument());
      font = known;
    }
    return known;
  }

  private static PDFont load(PDDocument document) throws IOException {
    try (InputStream file = Glyphs.file()) {
      return PDType0Font.load(document, file, true);
    }
  }
}
