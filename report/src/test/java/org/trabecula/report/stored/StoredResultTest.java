package org.trabecula.report.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.report.ResultJson;
import org.trabecula.report.SampleReports;
import org.trabecula.report.summary.CsvTable;
import org.trabecula.report.summary.SummaryRow;
import org.trabecula.screening.ScreenRequest;

class StoredResultTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<StoredResult> json(Path file) throws IOException {
    List<StoredResult> results = new ArrayList<>();
    JsonResults.read(file, results::add);
    return results;
  }

  private static List<StoredResult> csv(Path file) throws IOException {
    List<StoredResult> results = new ArrayList<>();
    CsvResults.read(file, results::add);
    return results;
  }

  @Test
  void whatIsWrittenAsJsonIsReadBack() throws IOException {
    String estimated = ResultJson.of(SampleReports.estimated());
    StoredResult result = json(file("result.json", estimated)).getFirst();

    assertThat(result.sha256()).contains(SampleReports.HASH);
    assertThat(result.acquisition().date()).contains(LocalDate.of(2026, 3, 31));
    assertThat(result.acquisition().station()).contains("ROOM 2");
    assertThat(result.acquisition().mas()).isEqualTo(OptionalDouble.of(32.5));
    assertThat(result.subject().sex()).contains(Sex.FEMALE);
    assertThat(result.finding())
        .isInstanceOfSatisfying(
            StoredResult.Estimated.class,
            finding -> {
              assertThat(finding.view()).isEqualTo("lumbar-ap");
              assertThat(finding.call()).isEqualTo("LIKELY_LOW");
              assertThat(finding.densities()).containsEntry(Site.L1_L4, 0.78);
              // The femur is inferred from the spine: it says nothing of its own.
              assertThat(finding.densities()).doesNotContainKey(Site.FEMORAL_NECK);
            });
  }

  @Test
  void anArrayIsReadOneByOne() throws IOException {
    String refused = ResultJson.of(SampleReports.refused());
    List<StoredResult> results = json(file("all.json", "[" + refused + "," + refused + "]"));

    assertThat(results).hasSize(2);
    assertThat(results.getFirst().finding()).isEqualTo(new StoredResult.Refused("WRONG_ANATOMY"));
  }

  @Test
  void anEarlierResultHasNoDate() throws IOException {
    String earlier =
        ResultJson.of(SampleReports.estimated())
            .replace("trabecula-result/2", "trabecula-result/1")
            .replaceFirst("(?s),\\s*\"acquisition\" : \\{.*?\\}", "");
    assertThat(earlier).doesNotContain("2026-03-31");
    StoredResult result = json(file("result.json", earlier)).getFirst();
    assertThat(result.acquisition().date()).isEmpty();
  }

  @Test
  void whatIsWrittenAsCsvIsReadBack() throws IOException {
    CsvTable table = new CsvTable(ScreenRequest.standard(), SampleReports.model());
    String text =
        String.join(
            "\r\n",
            table.head(),
            table.line(SummaryRow.of("film.dcm", SampleReports.estimated())),
            table.line(SummaryRow.of("knee.dcm", SampleReports.refused())),
            table.line(new SummaryRow.Failed("a, b.dcm", "gone")));
    List<StoredResult> results = csv(file("results.csv", text));

    assertThat(results).hasSize(2);
    StoredResult fromJson =
        json(file("result.json", ResultJson.of(SampleReports.estimated()))).getFirst();
    assertThat(results.getFirst().acquisition()).isEqualTo(fromJson.acquisition());
    assertThat(results.getFirst().subject()).isEqualTo(fromJson.subject());
    assertThat(results.getFirst().finding())
        .isEqualTo(
            new StoredResult.Estimated(
                "lumbar-ap", "LIKELY_LOW", java.util.Map.of(Site.L1_L4, 0.78)));
    assertThat(results.get(1).finding()).isEqualTo(new StoredResult.Refused("WRONG_ANATOMY"));
  }

  @Test
  void whatIsNoResultIsSaidInOneSentence() throws IOException {
    malformed(file("a.json", "{\"schema\": \"other/1\"}"), "no result of schema");
    malformed(file("b.json", "{\"schema\": \"trab"), "not whole JSON");
    malformed(
        file(
            "c.json",
            ResultJson.of(SampleReports.estimated()).replace("2026-03-31", "last Tuesday")),
        "'last Tuesday' is no date");
    assertThatExceptionOfType(MalformedResultException.class)
        .isThrownBy(() -> csv(file("d.csv", "image,outcome,call,reason\n")))
        .withMessageContaining("no column 'date'");
    assertThatExceptionOfType(MalformedResultException.class)
        .isThrownBy(() ->
            csv(
                file(
                    "e.csv",
                    "image,outcome,call,reason,date,view,lumbar_site\nx,estimated,,,,,L9\n")))
        .withMessageContaining("e.csv, line 2");
  }

  private static void malformed(Path file, String sentence) {
    assertThatExceptionOfType(MalformedResultException.class)
        .isThrownBy(() -> json(file))
        .withMessageContaining(sentence)
        .withMessageContaining(file.toString());
  }
}
