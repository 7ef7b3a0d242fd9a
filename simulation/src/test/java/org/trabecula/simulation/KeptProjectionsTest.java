package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Manifest;
import org.trabecula.radiography.View;

class KeptProjectionsTest {
  private static final CohortSettings KEEPING =
      new CohortSettings(
          Protocol.REFERENCE_V1, View.LUMBAR_AP, 2, 41, 2, 2, 1.5, FilmFormat.DICOM, true);

  @TempDir private static Path folder;

  private static Manifest cohort;

  @BeforeAll
  static void aCohortThatKeepsItsProjections() throws IOException {
    cohort = CohortWriter.write(KEEPING, folder.resolve("kept"), Progress.NONE);
  }

  @Test
  void aKeptSubjectIsTheOneThatWasSimulated() throws IOException {
    KeptProjections kept = KeptProjections.of(folder.resolve("kept"));

    assertThat(kept.subjects()).isEqualTo(2);
    assertThat(kept.positions()).isEqualTo(2);
    assertThat(kept.view()).isEqualTo(View.LUMBAR_AP);
  }

  /**
   * Truth, names and what is told of each subject are the same; only the store's rounding is not.
   */
  @Test
  void developedWithTheCohortsSeedItsOwnFilmsComeBack() throws IOException {
    KeptProjections kept = KeptProjections.of(folder.resolve("kept"));
    Manifest again =
        CohortWriter.develop(
            KEEPING.keepingProjections(false), kept, folder.resolve("again"), Progress.NONE);

    assertThat(again.rows()).isEqualTo(cohort.rows());
    for (Manifest.Row row : again.rows()) {
      Path map = row.truth().regions().orElseThrow();
      assertThat(again.resolve(map)).hasSameBinaryContentAs(cohort.resolve(map));
    }
  }

  @Test
  void anotherSeedGivesOtherFilmsOfTheSameSubjects() throws IOException {
    KeptProjections kept = KeptProjections.of(folder.resolve("kept"));
    CohortSettings more =
        new CohortSettings(Protocol.TRAINING, View.LUMBAR_AP, 2, 42, 6, 2, 1.5, FilmFormat.DICOM);
    Manifest developed = CohortWriter.develop(more, kept, folder.resolve("more"), Progress.NONE);

    assertThat(developed.rows()).hasSize(12);
    assertThat(developed.subjectIds()).isEqualTo(cohort.subjectIds());
    assertThat(voltages(developed)).doesNotContainAnyElementsOf(voltages(cohort));
    for (Manifest.Row row : developed.rows()) {
      assertThat(row.densities())
          .isEqualTo(
              cohort.rows().stream()
                  .filter(r -> r.subjectId().equals(row.subjectId()))
                  .findFirst()
                  .orElseThrow()
                  .densities());
    }
  }

  private static List<String> voltages(Manifest manifest) {
    return manifest.rows().stream().map(row -> row.extras().get("true_kvp")).toList();
  }

  @Test
  void aCohortThatKeptNothingIsRefusedWithAdvice() throws IOException {
    Path bare = Files.createDirectories(folder.resolve("bare"));
    cohort.write(bare.resolve("manifest.csv"));

    assertThatThrownBy(() -> KeptProjections.of(bare))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--keep-projections");
  }
}
