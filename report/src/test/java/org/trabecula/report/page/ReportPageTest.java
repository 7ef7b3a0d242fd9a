package org.trabecula.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Field;
import org.trabecula.report.SampleReports;
import org.trabecula.report.content.Report;
import org.trabecula.report.picture.FilmPicture;

class ReportPageTest {
  private static String page(Report report) {
    return ReportPage.html(
        report, report.film().radiograph().map(film -> FilmPicture.of(film, Field.of(film))));
  }

  @Test
  void theEstimateIsReportedWithAllThatItRestsOn() {
    String page = page(SampleReports.estimated());

    assertThat(page)
        .contains("Bone density: likely low", "confirm by DXA")
        .contains("71 years", "156 cm", "52 kg", "female")
        .contains("0.780", "0.690 – 0.870", "−2.4", "NHANES III", "version 1")
        .contains("SYNTHETIC-trained", "not a medical device", "does not rule out")
        .contains("Calibrate on your own pairs")
        .contains("Osteopenia range", "Osteoporosis range", "inferred")
        .contains("L1 left out: its T-score differs");
  }

  @Test
  void nothingIsCalledNormal() {
    assertThat(page(SampleReports.estimated(SampleReports.subject(), 1.3)))
        .doesNotContainIgnoringCase("normal")
        .contains("unlikely low");
  }

  @Test
  void namesAreEscaped() {
    String page = page(SampleReports.estimated());

    assertThat(page)
        .contains("film &lt;1&gt; &amp; &quot;two&quot;.dcm")
        .doesNotContain("film <1>");
  }

  @Test
  void nothingComesFromOutside() {
    String page = page(SampleReports.estimated());

    assertThat(Pattern.compile("(src|href)=\"(?!data:)").matcher(page).find()).isFalse();
    assertThat(page).doesNotContain("http", "@import", "<script", "<link");
    assertThat(Pattern.compile("url\\((?!#)").matcher(page).find()).isFalse();
  }

  @Test
  void aRefusalIsReportedWithReasonAdviceAndPicture() {
    assertThat(page(SampleReports.refused()))
        .contains("Not screened", "does not show a lumbar spine", "Send an AP radiograph")
        .contains("WRONG_ANATOMY", "data:image/png")
        .doesNotContain("<table", "class=\"chart\"");
  }

  @Test
  void aFileWithoutAnImageHasAPageWithoutAPicture() {
    assertThat(ReportPage.html(SampleReports.unreadable(), Optional.empty()))
        .contains("The file is not an image.")
        .doesNotContain("data:image");
  }

  @Test
  void aSubjectOfWhomNothingIsKnownGetsAPageToo() {
    assertThat(page(SampleReports.estimated(Subject.UNKNOWN, 0.9)))
        .contains("not known", "age unknown");
  }

  @Test
  void thePicturesAreWellFormed() throws Exception {
    String page = page(SampleReports.estimated());
    int from = 0;
    int count = 0;
    for (int at = page.indexOf("<svg", from); at >= 0; at = page.indexOf("<svg", from)) {
      from = page.indexOf("</svg>", at) + 6;
      byte[] svg = page.substring(at, from).getBytes(StandardCharsets.UTF_8);
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg));
      count++;
    }
    // Film, colour scale, spine, hip.
    assertThat(count).isEqualTo(4);
  }
}
