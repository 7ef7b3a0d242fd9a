package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.Projection;

class SitterTest {
  @TempDir Path folder;

  private static CohortSettings settings(View view) {
    return new CohortSettings(
        Protocol.REFERENCE_V1, view, 2, 2_000_000, 2, 2, 1.6, FilmFormat.DICOM);
  }

  /** In memory as in the files of a cohort, JPEG and DICOM alike. */
  @ParameterizedTest
  @EnumSource(View.class)
  void filmsAreThoseOfTheCohort(View view) throws IOException {
    Manifest cohort = CohortWriter.write(settings(view), folder, Progress.NONE);
    for (int number = 0; number < 2; number++) {
      Sitter sitter = Sitter.of(settings(view), number);
      for (int film = 0; film < 2; film++) {
        Manifest.Row row = cohort.rows().get(2 * number + film);
        ReadOptions stated =
            new ReadOptions(Optional.of(view), OptionalDouble.empty(), row.subject());
        Projection projection = sitter.project(sitter.positioning(film));
        Radiograph made = read(sitter.film(projection, film, Retake.SAME).read(stated));
        Radiograph filed = read(RadiographReader.read(cohort.resolve(row.image()), stated));
        assertThat(made.samples()).isEqualTo(filed.samples());
        assertThat(made.description().spacing()).isEqualTo(filed.description().spacing());
        assertThat(sitter.exact(Site.TOTAL_HIP, List.of()))
            .isCloseTo(row.densities().exact(Site.TOTAL_HIP).orElseThrow(), within(1e-4));
      }
    }
  }

  @Test
  void aDensityOfSomeVertebraeLiesBetweenTheirs() {
    Sitter sitter = Sitter.of(settings(View.LUMBAR_AP), 0);
    double two = sitter.exact(Site.L1_L4, List.of(Site.L2, Site.L3));
    double l2 = sitter.exact(Site.L2, List.of());
    double l3 = sitter.exact(Site.L3, List.of());
    assertThat(two).isBetween(Math.min(l2, l3), Math.max(l2, l3));
    assertThat(sitter.exact(Site.L1_L4, Site.VERTEBRAE))
        .isEqualTo(sitter.exact(Site.L1_L4, List.of()));
  }

  @Test
  void aRetakeChangesWhatItSaysAndNoOtherDraw() {
    Sitter sitter = Sitter.of(settings(View.LUMBAR_AP), 1);
    Projection projection = sitter.project(sitter.positioning(0));
    Film first = sitter.film(projection, 0, Retake.SAME);
    Film again =
        sitter.film(
            projection,
            0,
            Retake.exposed(e ->
                new org.trabecula.simulation.physics.Exposure(
                    e.beam(), e.receptor(), e.field(), 2 * e.dose(), e.focalBlurMm(), 0)));
    assertThat(again.exposure().dose()).isEqualTo(2 * first.exposure().dose());
    assertThat(again.exposure().beam()).isEqualTo(first.exposure().beam());
    assertThat(again.look()).isEqualTo(first.look());
    assertThat(again.statedMagnification()).isEqualTo(first.statedMagnification());
    assertThat(again.image().samples()).isNotEqualTo(first.image().samples());
  }

  private static Radiograph read(Reading reading) {
    return ((Reading.Read) reading).radiograph();
  }
}
