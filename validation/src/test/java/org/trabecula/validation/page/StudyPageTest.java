package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.figure.Figure;
import org.trabecula.validation.page.checklist.Checklist;
import org.trabecula.validation.page.checklist.FilledChecklist;
import org.trabecula.validation.study.ValidationStudy;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class StudyPageTest {
  /** What a study may hold. */
  static Stream<Arguments> studies() {
    return Stream.of(
        Arguments.of("three sites", SampleStudy.of(60, Site.L1_L4, Site.L2_L4, Site.TOTAL_HIP)),
        Arguments.of(
            "with a comparator", SampleStudy.of(60, 100, true, Site.L1_L4, Site.TOTAL_HIP)),
        Arguments.of("one subject", SampleStudy.of(1, Site.L1_L4)),
        Arguments.of("two subjects", SampleStudy.of(2, Site.TOTAL_HIP)),
        Arguments.of("three subjects", SampleStudy.of(3, Site.FEMORAL_NECK)),
        Arguments.of("no reference", SampleStudy.of(40, Site.TROCHANTER)),
        Arguments.of("nobody low", SampleStudy.moved(40, 1, Site.TOTAL_HIP)),
        Arguments.of("everybody low", SampleStudy.moved(40, -0.15, Site.FEMORAL_NECK)),
        Arguments.of("measured", SampleStudy.measured(60, Site.L1_L4)));
  }

  private static StudyPage page(ValidationStudy study) {
    return StudyPage.of(IllustratedStudy.of(study));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void everyLinkLeadsToAPlaceInThePage(String name, ValidationStudy study) {
    StudyPage page = page(study);
    List<String> places = found(" id=\"([^\"]*)\"", page.html());
    assertThat(places).doesNotHaveDuplicates().containsAll(page.ids());
    assertThat(found("href=\"([^\"]*)\"", page.html()))
        .isNotEmpty()
        .allMatch(link -> link.startsWith("#") && places.contains(link.substring(1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void thePageIsWellFormedXml(String name, ValidationStudy study) throws Exception {
    Document document = parsed(page(study).html());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(document.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo("A study of <drawn> subjects");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void nothingOutsideIsLoaded(String name, ValidationStudy study) {
    String html =
        page(study)
            .html()
            .replace("http://www.w3.org/2000/svg", "")
            .replace("http://www.w3.org/1999/xhtml", "");
    assertThat(html)
        .doesNotContain("://")
        .doesNotContain("src=")
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContain("@import")
        .doesNotContain("url(");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void noFigureIsNoNumber(String name, ValidationStudy study) {
    assertThat(page(study).html()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void everyTableAndFigureOfSimulatedSubjectsSaysSo(String name, ValidationStudy study) {
    String html = page(study).html();
    List<String> said = new ArrayList<>(found("<caption>([^<]*)</caption>", html));
    said.addAll(found("<p class=\"caption\">([^<]*)</p>", html));
    said.removeIf(caption -> caption.startsWith("Items by who"));
    assertThat(said).hasSizeGreaterThan(8);
    if (study.heading().synthetic()) {
      assertThat(said).allMatch(caption -> caption.toLowerCase().contains("synthetic"));
      assertThat(html).contains("<b>SYNTHETIC</b>");
    } else {
      assertThat(html).doesNotContainIgnoringCase("synthetic");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void everyTableHasAHeadThatCanBeRepeated(String name, ValidationStudy study) {
    String html = page(study).html();
    int tables = found("<table class=\"(numbers|facts|words)\"", html).size();
    assertThat(found("(<thead>)", html)).hasSize(tables);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void figuresAreNamedOnce(String name, ValidationStudy study) {
    assertThat(IllustratedStudy.of(study).all().stream().map(Figure::name)).doesNotHaveDuplicates();
  }

  /** Otherwise an item would be left to the author although the report answers it. */
  @Test
  void everySectionThatAChecklistNamesIsThere() {
    StudyPage page = page(SampleStudy.of(60, Site.L1_L4));
    Set<String> named = new HashSet<>();
    for (Checklist checklist : Checklist.all()) {
      checklist.rows().forEach(row -> named.addAll(row.sections()));
    }
    named.remove("title");
    assertThat(page.ids()).containsAll(named);
  }

  @Test
  void whatOnlyTheAuthorCanAnswerIsMarkedAndCounted() {
    StudyPage page = page(SampleStudy.of(60, Site.L1_L4));
    int open = 0;
    for (FilledChecklist list : page.checklists()) {
      assertThat(page.html()).contains(list.summary());
      open += list.count(FilledChecklist.State.OPEN) + list.count(FilledChecklist.State.BEGUN);
    }
    assertThat(found("(To fill in: )", page.html())).hasSize(open);
  }

  @Test
  void withoutAReferenceTheItemsOfDiagnosisAreLeftToTheAuthor() {
    StudyPage with = page(SampleStudy.of(60, Site.L1_L4));
    StudyPage without = page(SampleStudy.of(60, Site.TROCHANTER));
    assertThat(without.html()).contains("nothing is said of diagnosis");
    assertThat(open(without)).isGreaterThan(open(with));
  }

  private static int open(StudyPage page) {
    return page.checklists().stream()
        .mapToInt(list -> list.count(FilledChecklist.State.OPEN))
        .sum();
  }

  @Test
  void theSummaryStandsBesideBaselineAndFloor() {
    String html = page(SampleStudy.of(200, Site.L1_L4)).html();
    String summary = html.substring(html.indexOf("id=\"summary\""), html.indexOf("id=\"studied\""));
    assertThat(summary)
        .contains("age, sex and size alone miss it by 0.")
        .contains("DXA itself would leave 0.0")
        .containsPattern("misses DXA by <b>0\\.0\\d\\d <span class=\"interval\">\\(0\\.0");
  }

  @Test
  void theSameStudyMakesTheSamePage() {
    assertThat(page(SampleStudy.of(30, Site.L1_L4)).html())
        .isEqualTo(page(SampleStudy.of(30, Site.L1_L4)).html());
  }

  @Test
  void aComparatorHasItsTables() {
    assertThat(page(SampleStudy.of(60, 100, true, Site.L1_L4)).html())
        .contains("id=\"comparator\"", "beside an older model");
    assertThat(page(SampleStudy.of(60, Site.L1_L4)).html()).doesNotContain("id=\"comparator\"");
  }

  static List<String> found(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
