package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir Path folder;

  @Test
  void filmsAndManifestAreWritten() {
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--subjects",
            1,
            "--seed",
            3,
            "--view",
            "lumbar-ap",
            "--pitch",
            1.6,
            "--out",
            folder);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 synthetic radiographs");
    assertThat(folder.resolve("manifest.csv")).content().contains("bmd_exact:L1-L4");
  }

  @Test
  void aCohortIsNotMixedWithAnother() {
    Object[] common = {"simulate", "--subjects", 1, "--view", "lumbar-ap", "--pitch", 1.6};
    CommandRun.of(with(common, "--seed", 3, "--out", folder));
    CommandRun other = CommandRun.of(with(common, "--seed", 4, "--out", folder));

    assertThat(other.code()).isEqualTo(3);
    assertThat(other.err()).contains("other settings");
  }

  @Test
  void aCompactCohortHasNoPicturesBesideItsFilms() {
    Object[] compact = {
      "simulate", "--subjects", 1, "--view", "lumbar-ap", "--format", "compact", "--pitch", 1.6
    };
    CommandRun both = CommandRun.of(with(compact, "--png", "--out", folder));
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--png belongs to --format dicom");
    CommandRun run = CommandRun.of(with(compact, "--out", folder));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("settings.txt")).content().contains("format=COMPACT");
  }

  @Test
  void aPrevalenceIsPartOfTheCohortsSettings() {
    Object[] common = {
      "simulate", "--subjects", 1, "--view", "lumbar-ap", "--cohort", "training", "--pitch", 1.6
    };
    CommandRun run = CommandRun.of(with(common, "--prevalence", "objects=0.9", "--out", folder));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("settings.txt"))
        .content()
        .contains("objects=ByAge[at50=0.9, at80=0.9]");
    CommandRun other = CommandRun.of(with(common, "--prevalence", "objects=0.8", "--out", folder));
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.err()).contains("other settings");
  }

  @Test
  void decoysHaveNoPrevalences() {
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--subjects",
            1,
            "--decoys",
            "--cohort",
            "training",
            "--prevalence",
            "objects=0.9",
            "--out",
            folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("decoys have no subjects");
  }

  @Test
  void wrongUsageIsExitCode2() {
    assertThat(CommandRun.of("simulate", "--subjects", 1).code()).isEqualTo(2);
    assertThat(
            CommandRun.of("simulate", "--subjects", 0, "--view", "lumbar-ap", "--out", folder)
                .code())
        .isEqualTo(2);
    assertThat(CommandRun.of("simulate", "--subjects", 1, "--view", "knee", "--out", folder).err())
        .contains("knee");
  }

  private static Object[] with(Object[] first, Object... more) {
    Object[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
