package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Split;
import org.trabecula.learning.packaging.ModelTraining;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.screening.Provenance;
import picocli.CommandLine;

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
  void aShareHeldOutOfOneViewLeavesTheOtherNetworksAlone() {
    TrainCommand train = new TrainCommand();
    new CommandLine(train)
        .parseArgs(
            "--manifest=m.csv", "--out=model", "--held-out=0.125", "--held-out-of=hip-ap=0.25");

    ModelTraining.Settings settings = train.settings();

    Split.Fractions others = new Split.Fractions(0.875, 0.125);
    assertThat(settings.density())
        .extractingByKey(View.HIP_AP)
        .returns(new Split.Fractions(0.75, 0.25), TrainingSettings::fractions);
    assertThat(settings.density())
        .extractingByKey(View.LUMBAR_AP)
        .returns(others, TrainingSettings::fractions);
    assertThat(settings.view().fractions()).isEqualTo(others);
  }

  /** Evaluated are the subjects that no network has seen, neither to learn nor to calibrate. */
  @Test
  void theTestPartIsTheSmallestOfAnyNetwork() {
    Map<String, String> settings =
        Map.of(
            "lumbar-ap.fractions", new Split.Fractions(0.8, 0.1).toString(),
            "hip-ap.fractions", new Split.Fractions(0.5, 0.45).toString(),
            "view.fractions", new Split.Fractions(0.8, 0.1).toString());

    assertThat(
            EvaluateCommand.fractions(
                new Provenance(settings, 1, "0000000", "0", "a test", Optional.empty())))
        .isEqualTo(new Split.Fractions(0.5, 0.45));
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
