package org.trabecula.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.study.ValidationStudy;

class StudyFolderTest {
  @TempDir private static Path folder;

  private static ValidationStudy study;
  private static List<Path> files;

  @BeforeAll
  static void write() throws Exception {
    study = SampleStudy.of(50, 100, true, Site.L1_L4, Site.TROCHANTER);
    files = StudyFolder.write(study, folder.resolve("made"));
  }

  @Test
  void reportFiguresAndChecklistsAreWritten() {
    Path made = folder.resolve("made");
    assertThat(files)
        .contains(
            made.resolve("report.html"),
            made.resolve("report.pdf"),
            made.resolve("figures/study-flow.svg"),
            made.resolve("figures/l1-l4-bland-altman.svg"),
            made.resolve("checklists/stard-ai.md"),
            made.resolve("checklists/tripod-ai.md"),
            made.resolve("checklists/claim.md"))
        .allMatch(Files::isRegularFile);
  }

  @Test
  void checklistsLinkToPlacesOfTheReport() throws Exception {
    String html = Files.readString(folder.resolve("made/report.html"));
    for (String name : List.of("stard-ai", "tripod-ai", "claim")) {
      String list = Files.readString(folder.resolve("made/checklists/" + name + ".md"));
      assertThat(StudyPageTest.found("\\(\\.\\./report\\.html#([^)]*)\\)", list))
          .isNotEmpty()
          .allMatch(place -> html.contains("id=\"" + place + "\""));
    }
  }

  @Test
  void everyPageOfThePdfHasHeadFootAndNumber() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("made/report.pdf").toFile())) {
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isBetween(15, 60);
      for (int page = 1; page <= pages; page++) {
        String text = text(pdf, page);
        assertThat(text)
            .contains("A study of drawn subjects")
            .contains("SYNTHETIC")
            .contains("Not a medical device")
            .contains(page + " / " + pages);
      }
    }
  }

  @Test
  void everyPageIsA4() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("made/report.pdf").toFile())) {
      assertThat(pdf.getPages())
          .allSatisfy(page -> {
            assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(page.getMediaBox().getHeight()).isBetween(841f, 843f);
          });
    }
  }

  @Test
  void thePdfHoldsWhatThePageHolds() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("made/report.pdf").toFile())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("Summary", "Participants", "Results: L1-L4 (synthetic)", "STARD-AI (2025)")
          .contains("T\u00a0<\u00a0\u22121", "g/cm²", "To fill in: ");
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
          .extracting(item -> item.getTitle())
          .contains("Summary", "Checklists");
    }
  }

  /** The words of a figure are text: a reader can search for them. */
  @Test
  void wordsOfFiguresCanBeSearched() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("made/report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("BMD by DXA (g/cm²)", "1 \u2212 specificity", "refer none");
    }
  }

  @Test
  void theSameStudyMakesTheSameBytes() throws Exception {
    StudyFolder.write(study, folder.resolve("again"));
    for (Path file : files) {
      Path other = folder.resolve("again").resolve(folder.resolve("made").relativize(file));
      assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
    }
  }

  private static String text(PDDocument pdf, int page) throws Exception {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).replaceAll("\\s+", " ");
  }
}
