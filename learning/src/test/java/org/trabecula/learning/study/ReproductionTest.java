package org.trabecula.learning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.learning.data.Progress;
import org.trabecula.learning.training.TrainingLength;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;

class ReproductionTest {
  @TempDir Path folder;

  private static Reproduction.Settings settings(int participants, int folds, long seed) {
    TrainingSettings tiny = TinySettings.of(new TrainingLength.Epochs(0.3));
    return new Reproduction.Settings(
        participants, folds, seed, List.of(View.LUMBAR_AP), Map.of(Arm.SCRATCH, tiny));
  }

  @Test
  void aSmallStudySaysWhatItIsAndWhatItIsComparedWith() throws IOException {
    List<String> lines = new ArrayList<>();
    var request =
        new Reproduction.Request(
            settings(40, 2, 1_000_003), folder.resolve("none"), folder, "a commit", "a command");
    ReproductionReport report =
        Reproduction.run(request, new Reproduction.Hearing(lines::add, Progress.SILENT));
    report.write(folder);
    String text = Files.readString(folder.resolve("reproduce.md"));
    assertThat(text)
        .contains("**synthetic**", "Moro et al. 2025", "not synthetic", "a commit", "a command")
        .contains("baseline: age, sex, height, weight", "DXA's own precision")
        .contains("reference cohort v1, seed 1000003", "40 participants, 2 folds");
    assertThat(text.lines().filter(l -> l.startsWith("##"))).allMatch(l -> l.contains("synthetic"));
    assertThat(report.sections()).hasSize(Knowledge.values().length * 2);
    assertThat(folder.resolve("reproduce.json")).content().contains("\"synthetic\" : true");
    assertThat(folder.resolve("details/lumbar-ap-scratch-image-exact.md")).exists();
    assertThat(lines).anyMatch(l -> l.contains("fold 2 of 2: done"));
  }

  @Test
  void seedsThatTrainingMayHaveSeenAreRefused() {
    assertThatThrownBy(() -> settings(100, 5, 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000000");
    assertThatThrownBy(() -> settings(40, 5, 1_000_003))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too few");
  }
}
