package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Line;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FiguresTest {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(?:[eE]-?[0-9]+)?");

  /** What a study may hold: many pairs, one, two, all of one class, all equal, outliers. */
  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of("300 pairs", SampleValues.pairs(300, 1)),
        Arguments.of("no pair", SampleValues.equal(0, 1)),
        Arguments.of("one pair", SampleValues.equal(1, 1.02)),
        Arguments.of("two pairs", SampleValues.pairs(2, 5)),
        Arguments.of("five pairs", SampleValues.pairs(5, 5)),
        Arguments.of("all equal, none low", SampleValues.equal(20, 1.1)),
        Arguments.of("all equal, all low", SampleValues.equal(20, 0.6)),
        Arguments.of(
            "outliers",
            PairedValues.of(
                new double[] {0.9, 1, 1.1, 1.2, 0.8, 1}, new double[] {0.9, 1, 1.1, 1.2, 0.8, 60})),
        Arguments.of(
            "tiny and huge",
            PairedValues.of(new double[] {1e-9, 1e9, 1}, new double[] {1e9, 1e-9, 1})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void everyShapeLiesWithinItsDrawing(String name, PairedValues pairs) {
    for (Figure figure : SampleValues.figures(pairs)) {
      Drawing drawing = figure.drawing();
      assertThat(places(drawing))
          .as(figure.name())
          .isNotEmpty()
          .allSatisfy(place -> {
            assertThat(place.x()).isBetween(0.0, drawing.width());
            assertThat(place.y()).isBetween(0.0, drawing.height());
          });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void whatValuesMakeLiesWithinTheFrame(String name, PairedValues pairs) {
    List<Chart> charts =
        List.of(
            AgreementFigure.chart(pairs, Line.undefined("x"), Line.undefined("x")),
            BlandAltmanFigure.chart(pairs, BlandAltman.of(pairs, 0.95)));
    for (Chart chart : charts) {
      assertThat(chart.marks().stream().flatMap(FiguresTest::places))
          .allSatisfy(place -> {
            assertThat(place.x()).isBetween(Chart.LEFT - 1e-6, Chart.RIGHT + 1e-6);
            assertThat(place.y()).isBetween(Chart.TOP - 1e-6, Chart.BOTTOM + 1e-6);
          });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void everyFileIsWellFormedWithTitleAndDescription(String name, PairedValues pairs)
      throws Exception {
    for (Figure figure : SampleValues.figures(pairs)) {
      Element svg = parsed(figure.svg()).getDocumentElement();
      assertThat(text(svg, "title")).isEqualTo(figure.title());
      assertThat(text(svg, "desc")).isEqualTo(figure.caption()).endsWith("radiographs.");
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      for (String id : svg.getAttribute("aria-labelledby").split(" ")) {
        assertThat(figure.svg()).contains("id=\"" + id + "\"");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void everyCoordinateIsANumberAndNothingOutsideIsNamed(String name, PairedValues pairs) {
    for (Figure figure : SampleValues.figures(pairs)) {
      String svg = figure.svg();
      assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("href");
      assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
      Matcher path = Pattern.compile(" d=\"([^\"]*)\"").matcher(svg);
      while (path.find()) {
        for (String part : path.group(1).replace("h.1", "").split("[MLz ]+")) {
          assertThat(part)
              .satisfiesAnyOf(p -> assertThat(p).isEmpty(), p -> assertThat(p).matches(NUMBER));
        }
      }
    }
  }

  @Test
  void namesDifferAndFitFiles() {
    assertThat(SampleValues.figures(SampleValues.pairs(50, 1)).stream().map(Figure::name))
        .doesNotHaveDuplicates()
        .contains("l1-l4-roc-t-minus-1", "l1-l4-bland-altman");
  }

  @Test
  void everyFigureSaysThatItIsSynthetic() {
    for (Figure figure : SampleValues.figures(SampleValues.pairs(50, 1))) {
      assertThat(figure.svg()).contains(">SYNTHETIC</text>");
      assertThat(figure.caption()).contains("Synthetic: simulated subjects and radiographs.");
    }
  }

  @Test
  void aFigureOfMeasuredSubjectsIsNotCalledSynthetic() {
    Figure figure =
        BlandAltmanFigure.of(
            new Studied("total hip", false), SampleValues.pairs(9, 1), Optional.empty());
    assertThat(figure.svg()).doesNotContainIgnoringCase("synthetic");
  }

  @Test
  void aCaptionSaysHowManyAndTheIntervals() {
    List<Figure> figures = SampleValues.figures(SampleValues.pairs(40, 1));
    assertThat(figures.get(0).caption()).contains("40 pairs", "95 % intervals", "slope 1.");
    assertThat(figures.get(1).caption()).contains("40 pairs", "bias ", "95 % intervals");
    assertThat(figures.get(3).caption()).contains("of 40 positive", "AUC of estimate: 0.");
  }

  @Test
  void aFigureWithoutDataSaysWhy() {
    List<Figure> figures = SampleValues.figures(SampleValues.equal(20, 1.1));
    assertThat(figures.get(0).caption()).contains("not defined (");
    assertThat(figures.get(3).svg()).contains("no curve: all subjects are of one class");
  }

  /** The bar for a page that opens at once: 1,454 subjects, two scatters a site. */
  @Test
  void aScatterOfAStudyIsSmall() {
    for (Figure figure : SampleValues.figures(SampleValues.pairs(1454, 1))) {
      assertThat(figure.svg()).hasSizeLessThan(45_000);
    }
  }

  @Test
  void namesFromTablesAreEscaped() throws Exception {
    Studied studied = new Studied("L1-L4 <a & \"b\">\u0000", true);
    Figure figure = BlandAltmanFigure.of(studied, SampleValues.pairs(9, 1), Optional.empty());
    assertThat(parsed(figure.svg()).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Element svg, String element) {
    return svg.getElementsByTagName(element).item(0).getTextContent();
  }

  private static Stream<Point> places(Drawing drawing) {
    return drawing.shapes().stream().flatMap(FiguresTest::places);
  }

  private static Stream<Point> places(Shape shape) {
    return switch (shape) {
      case Shape.Stroke stroke -> stroke.through().stream();
      case Shape.Fill fill -> fill.corners().stream();
      case Shape.Dots dots -> dots.centres().stream();
      case Shape.Label label -> Stream.of(label.at());
    };
  }
}
