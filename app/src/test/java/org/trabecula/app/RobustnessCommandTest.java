package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustnessCommandTest {
  @TempDir Path folder;

  @Test
  void everyStudyIsWrittenAndNamesItsCommand() throws IOException {
    Path model = folder.resolve("model");
    FakeModel.write(model);
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            "robustness", "--model", model, "--out", out, "--subjects", 2, "--png", "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("| synthetic: change").contains("first film, kVp -10");
    String text = Files.readString(out.resolve("robustness.md"));
    assertThat(text)
        .contains("Robustness card (synthetic)")
        .contains("Repeat precision (synthetic)")
        .contains("Quality gate: planted faults (synthetic)")
        .contains("Does it look at bone? The map (synthetic)")
        .contains("| gamma 0.8 | L1-L4 |")
        .doesNotContain("NaN")
        .contains("./trabecula robustness");
    assertThat(out.resolve("robustness.json")).content().contains("trabecula-robustness/1");
    assertThat(out.resolve("robustness.png")).isNotEmptyFile();
  }

  @Test
  void wrongUsageIsExitCode2AndAMissingModelExitCode3() {
    CommandRun seed = CommandRun.of("robustness", "--out", folder, "--seed", 5);
    assertThat(seed.code()).isEqualTo(2);
    assertThat(seed.err()).contains("use 2000000 or more");
    assertThat(CommandRun.of("robustness", "--out", folder, "--view", "knee").code()).isEqualTo(2);
    assertThat(CommandRun.of("robustness", "--out", folder, "--subjects", 1).code()).isEqualTo(2);
    assertThat(CommandRun.of("robustness").code()).isEqualTo(2);
    CommandRun model =
        CommandRun.of("robustness", "--model", folder.resolve("none"), "--out", folder);
    assertThat(model.code()).isEqualTo(3);
    assertThat(model.err()).contains("There is no model package");
  }

  @Test
  void aModelThatDoesNotReadTheViewIsSaidSo() throws IOException {
    Path model = folder.resolve("model");
    FakeModel.write(model);
    CommandRun run =
        CommandRun.of(
            "robustness", "--model", model, "--out", folder, "--view", "hip-ap", "--subjects", 2);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("does not read hip-ap");
  }
}
