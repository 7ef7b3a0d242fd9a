package org.trabecula.cohort.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cohort.FlowDiagram;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.cohort.pairing.PairingSettings.Conflicts;
import org.trabecula.cohort.pairing.dxa.DxaRows;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.cohort.pairing.report.CohortFiles;
import org.trabecula.radiography.View;

class PairingLawTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private record Drawn(List<Film> films, DxaRows dxa) {
    static Drawn of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return new Drawn(Draws.films(random), Draws.dxa(random));
    }
  }

  private static PairingSettings settings(Conflicts conflicts) {
    return new PairingSettings(
        Window.STANDARD, PatientIds.EXACT, conflicts, Optional.empty(), List.of(), true, 1);
  }

  private PairedCohort cohort(Drawn drawn, Conflicts conflicts) {
    return new Pairing(settings(conflicts), Pseudonyms.numbered())
        .of(drawn.films, drawn.dxa, folder);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLost(long seed) {
    Drawn drawn = Drawn.of(seed);
    PairedCohort cohort = cohort(drawn, Conflicts.EXCLUDE);
    assertThat(cohort.films()).extracting(FilmOutcome::film).isEqualTo(drawn.films);
    FlowDiagram flow = cohort.flow();
    int out = flow.leftOut().values().stream().mapToInt(FlowDiagram.Count::radiographs).sum();
    assertThat(flow.all().radiographs()).isEqualTo(drawn.films.size());
    assertThat(out + flow.included().radiographs()).isEqualTo(drawn.films.size());
    assertThat(cohort.dxa()).hasSize(drawn.dxa.count());
    assertThat(cohort.manifest().included().rows()).hasSize(flow.included().radiographs());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPictureAndNoPatientIsInTwoPartsOfASplit(long seed) {
    Drawn drawn = Drawn.of(seed);
    for (Conflicts rule : Conflicts.values()) {
      PairedCohort cohort = cohort(drawn, rule);
      for (long split = 0; split < 5; split++) {
        Map<Object, Split.Part> parts = new HashMap<>();
        for (FilmOutcome film : cohort.films()) {
          if (!film.included()) {
            continue;
          }
          Split.Part part =
              Split.part(film.subject().orElseThrow(), new Split.Fractions(0.4, 0.3), split);
          String patient = film.film().header().patient().orElseThrow();
          String picture = film.film().picture().orElseThrow().samples();
          assertThat(parts.computeIfAbsent(patient, p -> part)).isEqualTo(part);
          assertThat(parts.computeIfAbsent(picture, p -> part)).isEqualTo(part);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Conflicts.class)
  void aPictureStaysOnceForEachPatientAtMost(Conflicts rule) {
    seeds()
        .forEach(seed -> {
          PairedCohort cohort = cohort(Drawn.of(seed), rule);
          Set<List<String>> seen = new HashSet<>();
          Map<String, Set<String>> patientsOf = new HashMap<>();
          for (FilmOutcome film : cohort.films()) {
            film.film()
                .picture()
                .ifPresent(picture ->
                    film.film()
                        .header()
                        .patient()
                        .ifPresent(id ->
                            patientsOf
                                .computeIfAbsent(picture.samples(), s -> new HashSet<>())
                                .add(id)));
          }
          for (FilmOutcome film : cohort.films()) {
            if (film.included() && rule == Conflicts.EXCLUDE) {
              String picture = film.film().picture().orElseThrow().samples();
              String patient = film.film().header().patient().orElseThrow();
              assertThat(seen.add(List.of(patient, picture))).isTrue();
              assertThat(patientsOf.get(picture)).containsExactly(patient);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPairIsOfOnePatientAndWithinTheWindow(long seed) {
    PairedCohort cohort = cohort(Drawn.of(seed), Conflicts.KEEP);
    for (FilmOutcome film : cohort.films()) {
      film.match()
          .ifPresent(match -> {
            assertThat(Math.abs(match.days().orElseThrow())).isLessThanOrEqualTo(180);
            assertThat(match.rows())
                .isNotEmpty()
                .allSatisfy(row ->
                    assertThat(cohort.read().rows().get(row).patient())
                        .isEqualTo(film.film().header().patient().orElseThrow()));
            boolean hip = film.film().header().view().orElseThrow() == View.HIP_AP;
            assertThat(match.densities().measured().keySet())
                .isNotEmpty()
                .noneMatch(site -> hip && site.isLumbar());
          });
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheFilesDoesNotChangeWhoIsInUnderAKey(long seed) {
    Drawn drawn = Drawn.of(seed);
    Pairing pairing = new Pairing(settings(Conflicts.EXCLUDE), Pseudonyms.keyed(new byte[16]));
    List<Film> shuffled = new ArrayList<>(drawn.films);
    Collections.shuffle(shuffled, new Random(seed));
    PairedCohort one = pairing.of(drawn.films, drawn.dxa, folder);
    PairedCohort other = pairing.of(shuffled, drawn.dxa, folder);
    assertThat(other.links()).containsExactlyInAnyOrderEntriesOf(one.links());
    assertThat(other.flow().included()).isEqualTo(one.flow().included());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theManifestIsReadBackAsItWasWritten(long seed) throws IOException {
    PairedCohort cohort = cohort(Drawn.of(seed), Conflicts.EXCLUDE);
    CohortFiles.write(cohort, folder);
    Manifest read = Manifest.read(folder.resolve("manifest.csv"));
    assertThat(read.rows()).isEqualTo(cohort.manifest().rows());
    assertThat(read.sha256()).isEqualTo(cohort.manifest().sha256());
    assertThat(folder.resolve("pairing.md")).content().contains("# Pairing", "**synthetic**");
    for (String file : List.of("pairing.md", "pairing.json", "manifest.csv", "datasheet.md")) {
      IntStream.range(1, 14)
          .forEach(
              p -> assertThat(folder.resolve(file)).content().doesNotContain("\"P" + p + "\""));
    }
  }
}
