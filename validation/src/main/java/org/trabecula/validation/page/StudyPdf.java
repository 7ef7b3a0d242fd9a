package org.trabecula.validation.page;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.trabecula.validation.figure.Drawing;
import org.trabecula.validation.figure.Figure;
import org.w3c.dom.Element;

/**
 * {@code report.pdf}: the page on A4. The same study makes the same bytes: neither a clock nor a
 * font of the machine enters. Figures are painted from their drawings, so no SVG reader is needed.
 */
final class StudyPdf {
  private static final String KIND = "application/x-trabecula-figure";

  /** The text is 178 mm wide; two figures side by side leave a gap. */
  private static final double FULL_MM = 178;

  private static final double HALF_MM = 86.5;
  private static final double WIDE_PX = 500;

  static {
    XRLog.setLoggingEnabled(false);
    // Otherwise PDFBox looks through all fonts of the machine and keeps a list of them at home.
    FontMappers.set(new BundledFonts());
  }

  private StudyPdf() {}

  /** Writes the page of a study. */
  static void write(IllustratedStudy study, OutputStream out) throws IOException {
    Map<String, Drawing> drawings =
        study.all().stream().collect(Collectors.toMap(Figure::name, Figure::drawing));
    StudyPage page = StudyPage.of(study, StudyPdf::place);
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withProducer("Trabecula")
            .withHtmlContent(page.html(), null)
            .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
            .useFont(Glyphs::file, "Report", 400, FontStyle.NORMAL, true)
            .useObjectDrawerFactory(new Figures(drawings, new FigurePainter(Glyphs.read())));
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      document.getDocumentInformation().setCreationDate(epoch());
      document.getDocumentInformation().setModificationDate(epoch());
      document.setDocumentId(0L);
      document.save(out);
    }
  }

  private static Calendar epoch() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(0);
    return calendar;
  }

  private static String place(Figure figure) {
    Drawing drawing = figure.drawing();
    double width = drawing.width() > WIDE_PX ? FULL_MM : HALF_MM;
    return String.format(
        Locale.ROOT,
        "<object type=\"%s\" data=\"%s\" style=\"display: block; width: %.1fmm; height: %.2fmm\">"
            + "</object>",
        KIND,
        figure.name(),
        width,
        width * drawing.height() / drawing.width());
  }

  private record Figures(Map<String, Drawing> drawings, FigurePainter painter)
      implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      Drawing drawing = drawings.get(element.getAttribute("data"));
      return (e, x, y, width, height, device, context, dotsPerPixel) -> {
        double wide = width / dotsPerPixel;
        device.drawWithGraphics(
            (float) x,
            (float) y,
            (float) wide,
            (float) (height / dotsPerPixel),
            graphics -> painter.paint(drawing, graphics, wide));
        return Map.of();
      };
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return KIND.equals(element.getAttribute("type"))
          && drawings.containsKey(element.getAttribute("data"));
    }
  }
}
