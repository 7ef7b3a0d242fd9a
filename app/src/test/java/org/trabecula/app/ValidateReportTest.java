package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code validate --out} leaves for a reader. */
class ValidateReportTest {
  @TempDir private Path folder;

  @Test
  void aReportItsFiguresAndChecklistsStandBesideTheNumbers() throws Exception {
    Path predictions = Files.writeString(folder.resolve("p.csv"), predictions(40));
    Path out = folder.resolve("study");
    CommandRun run =
        CommandRun.of(
            "validate",
            "--predictions",
            predictions,
            "--synthetic",
            "--resamples",
            200,
            "--title",
            "Forty subjects",
            "--quiet",
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<h1 id=\"title\">Forty subjects</h1>", "SYNTHETIC", "trabecula validate");
    assertThat(Files.readAllBytes(out.resolve("report.pdf")))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(out.resolve("figures/total-hip-agreement.svg")).isNotEmptyFile();
    assertThat(out.resolve("checklists/stard-ai.md")).isNotEmptyFile();
    assertThat(out.resolve("validation.json")).isNotEmptyFile();
  }

  private static String predictions(int subjects) {
    Random random = new Random(1);
    StringBuilder table =
        new StringBuilder(
            "subject,sex,age,height_cm,weight_kg,site,scale,truth,mean,sd,low,high,level\n");
    for (int i = 0; i < subjects; i++) {
      double truth = 0.85 + 0.12 * random.nextGaussian();
      double mean = truth + 0.05 * random.nextGaussian();
      table.append(
          String.format(
              Locale.ROOT,
              "s%d,female,%d,160,62,total hip,hologic,%.4f,%.4f,0.05,%.4f,%.4f,0.9\n",
              i,
              50 + i,
              truth,
              mean,
              mean - 0.082,
              mean + 0.082));
    }
    return table.toString();
  }
}
