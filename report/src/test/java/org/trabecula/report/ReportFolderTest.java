package org.trabecula.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @TempDir Path folder;

  @Test
  void anEstimateGivesThreeFilesAndNoLeftovers() throws IOException {
    ReportFolder.write(SampleReports.estimated(), folder);

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("result.json", "report.html", "overlay.png");
    }
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    ReportFolder.write(SampleReports.estimated(), folder.resolve("a"));
    ReportFolder.write(SampleReports.estimated(), folder.resolve("b"));

    for (String name : new String[] {"result.json", "report.html", "overlay.png"}) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
    }
  }

  @Test
  void aRefusalLeavesNoOverlayOfAnEarlierRun() throws IOException {
    ReportFolder.write(SampleReports.estimated(), folder);
    ReportFolder.write(SampleReports.refused(), folder);

    assertThat(folder.resolve("overlay.png")).doesNotExist();
    assertThat(folder.resolve("result.json")).content().contains("WRONG_ANATOMY");
  }

  @Test
  void aFileWithoutAnImageIsReportedToo() throws IOException {
    ReportFolder.write(SampleReports.unreadable(), folder);

    assertThat(folder.resolve("report.html")).content().contains("The file is not an image.");
  }
}
