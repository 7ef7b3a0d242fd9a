package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    FakeModel.write(shared.resolve("model"));
    Films.spine(shared.resolve("films/b spine.png"), 1);
    Films.spine(shared.resolve("films/deeper/a.png"), 2);
    Films.other(shared.resolve("films/c.png"), 3);
    Files.writeString(shared.resolve("films/d.txt"), "not an image");
    Files.writeString(shared.resolve("films/.hidden"), "not looked at");
  }

  private CommandRun screen(Object... more) {
    Object[] fixed = {
      "screen", "--model", shared.resolve("model"), "--out", folder, "--pixel-spacing", "0.75"
    };
    Object[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void aScreenedFilmGivesARowThreeFilesAndExitCode0() {
    CommandRun run = screen(shared.resolve("films/b spine.png"), "--age", 71, "--sex", "female");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("L1-L4 0.850", "T -", "synthetic", "NHANES III");
    Path report = folder.resolve("b spine.png");
    assertThat(report.resolve("result.json")).exists();
    assertThat(report.resolve("overlay.png")).exists();
    assertThat(report.resolve("report.html")).content().contains("71 years", "SYNTHETIC");
  }

  @Test
  void aFolderIsWalkedInOrderAndOneBadFileNeverStops() {
    CommandRun run = screen(shared.resolve("films"));

    assertThat(run.code()).isEqualTo(1);
    List<String> rows = run.out().lines().skip(4).toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).startsWith("b spine.png");
    assertThat(rows.get(1)).startsWith("c.png").contains("refused");
    assertThat(rows.get(2)).startsWith("d.txt").contains("refused");
    assertThat(rows.get(3)).startsWith("deeper").contains("L1-L4");
    assertThat(folder.resolve("d.txt/report.html")).content().contains("Not screened");
    assertThat(folder.resolve("d.txt/overlay.png")).doesNotExist();
  }

  @Test
  void resultsDoNotDependOnTheBatch() throws IOException {
    Path alone = folder.resolve("alone");
    screen(shared.resolve("films"));
    CommandRun.of(
        "screen",
        "--model",
        shared.resolve("model"),
        "--out",
        alone,
        "--pixel-spacing",
        "0.75",
        "--threads",
        1,
        shared.resolve("films/deeper/a.png"));

    assertThat(alone.resolve("a.png/result.json"))
        .hasSameBinaryContentAs(folder.resolve("deeper/a.png/result.json"));
  }

  @Test
  void jsonIsOneArrayOfResults() throws IOException {
    CommandRun run = screen(shared.resolve("films"), "--format", "json");

    JsonNode results = new JsonMapper().readTree(run.out());
    assertThat(results.isArray()).isTrue();
    assertThat(results).hasSize(4);
    assertThat(results.get(0).get("schema").asText()).isEqualTo("trabecula-result/2");
    assertThat(results.get(2).get("refusal").get("reason").asText()).isEqualTo("NOT_AN_IMAGE");
  }

  @Test
  void csvHasAHeadingAndARowPerImage() {
    CommandRun run = screen(shared.resolve("films"), "--format", "csv");

    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst()).startsWith("image,outcome,call,lumbar_site");
    assertThat(lines.get(1)).startsWith("b spine.png,estimated,").contains(",L1-L4,0.850,");
  }

  @Test
  void aMissingModelIsOneSentenceAndExitCode3() {
    CommandRun run =
        CommandRun.of(
            "screen",
            shared.resolve("films/c.png"),
            "--model",
            folder.resolve("none"),
            "--out",
            folder);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void aMissingFileIsExitCode3() {
    CommandRun run = screen(folder.resolve("nowhere.dcm"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("nowhere.dcm");
  }

  @Test
  void wrongUsageIsExitCode2AndSaysWhatIsWrong() {
    Path film = shared.resolve("films/c.png");

    assertThat(CommandRun.of("screen").code()).isEqualTo(2);
    assertThat(screen(film, "--age", 200).code()).isEqualTo(2);
    assertThat(screen(film, "--view", "skull").err()).contains("skull");
    assertThat(screen(film, "--reference", "martians").err()).contains("martians", "nhanes-iii");
    assertThat(screen(film, "--ppv", "0.4").code()).isEqualTo(2);
    assertThat(screen(film, "--format", "xml").code()).isEqualTo(2);
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command : Trabecula.commandLine().getSubcommands().keySet()) {
      CommandRun run = CommandRun.of(command, "--help");
      assertThat(run.code()).isZero();
      assertThat(run.out()).as(command).contains("Example", "trabecula " + command, "Exit codes");
    }
  }

  @Test
  void theVersionNamesTheCommit() {
    assertThat(CommandRun.of("--version").out()).contains("Trabecula", "commit");
  }
}
