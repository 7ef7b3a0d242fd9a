package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir Path folder;

  @Test
  void lengthsExcludeEachOther() {
    CommandRun run =
        CommandRun.of(
            "train", "--manifest", "m.csv", "--out", folder, "--minutes", 1, "--epochs", 2);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("mutually exclusive");
  }

  @Test
  void aLengthMustBePositive() {
    assertThat(
            CommandRun.of("train", "--manifest", "m.csv", "--out", folder, "--minutes", -1).code())
        .isEqualTo(2);
  }

  @Test
  void aShareHeldOutOfOneViewMustBeOfAViewAndAShare() {
    CommandRun unknown =
        CommandRun.of("train", "--manifest", "m.csv", "--out", folder, "--held-out-of", "knee=0.2");
    CommandRun tooMuch =
        CommandRun.of(
            "train", "--manifest", "m.csv", "--out", folder, "--held-out-of", "hip-ap=1.2");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("knee");
    assertThat(tooMuch.code()).isEqualTo(2);
    assertThat(tooMuch.err()).contains("1.2");
  }

  @Test
  void aMissingManifestIsOneSentence() {
    CommandRun train =
        CommandRun.of("train", "--manifest", folder.resolve("none.csv"), "--out", folder);
    CommandRun evaluate =
        CommandRun.of(
            "evaluate", "--manifest", folder.resolve("none.csv"), "--model", folder.resolve("m"));

    assertThat(train.code()).isEqualTo(3);
    assertThat(train.err()).contains("none.csv");
    assertThat(evaluate.code()).isEqualTo(3);
    assertThat(evaluate.err().strip().lines()).hasSize(1);
  }
}
