package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.GrayImage;
import org.trabecula.radiography.GrayImageFile;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.RadiographReader;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;

class CohortWriterTest {
  private static final CohortSettings SETTINGS =
      new CohortSettings(
          Protocol.TRAINING, View.LUMBAR_AP, 5, 7, 3, 2, 2.0, FilmFormat.DICOM_AND_PNG);

  @TempDir Path folder;

  @Test
  void theManifestIsReadBackAsItWasWritten() throws IOException {
    Manifest written = run(SETTINGS, folder, 2);
    Manifest read = Manifest.read(folder.resolve("manifest.csv"));
    assertThat(read.rows()).isEqualTo(written.rows());
    assertThat(read.rows()).hasSize(15);
    assertThat(read.subjectIds()).hasSize(5);
    assertThat(read.synthetic()).isTrue();
    for (Manifest.Row row : read.rows()) {
      assertThat(read.resolve(row.image())).isRegularFile();
      assertThat(read.resolve(row.truth().map().orElseThrow())).isRegularFile();
      assertThat(read.resolve(row.truth().regions().orElseThrow())).isRegularFile();
    }
  }

  @Test
  void aPictureLiesBesideEachDicomFile() throws IOException {
    CohortSettings settings =
        new CohortSettings(
            Protocol.TRAINING, View.LUMBAR_AP, 1, 7, 3, 2, 1.2, FilmFormat.DICOM_AND_PNG);
    Manifest manifest = run(settings, folder, 2);
    for (Manifest.Row row : manifest.rows()) {
      Path file = manifest.resolve(row.image());
      if (file.toString().endsWith(".dcm")) {
        GrayImage picture = GrayImageFile.read(Path.of(file.toString().replace(".dcm", ".png")));
        Radiograph film = film(file);
        assertThat(picture.rows()).isEqualTo(film.rows());
        assertThat(picture.columns()).isEqualTo(film.columns());
      }
    }
  }

  @Test
  void aCompactCohortHoldsTheSameFilmsInAThirdFewerBytes() throws IOException {
    Manifest plain = run(one(FilmFormat.DICOM), folder.resolve("plain"), 1);
    Manifest compact = run(one(FilmFormat.COMPACT), folder.resolve("compact"), 1);
    assertThat(compact.rows()).isEqualTo(plain.rows());
    for (Manifest.Row row : plain.rows()) {
      Path large = plain.resolve(row.image());
      Path small = compact.resolve(row.image());
      if (large.toString().endsWith(".dcm")) {
        assertThat(Files.size(small)).isLessThan((long) (0.67 * Files.size(large)));
      }
      assertThat(film(small).samples()).isEqualTo(film(large).samples());
      assertThat(film(small).description()).isEqualTo(film(large).description());
    }
  }

  private static CohortSettings one(FilmFormat format) {
    return new CohortSettings(Protocol.TRAINING, View.LUMBAR_AP, 1, 7, 3, 1, 1.2, format);
  }

  @Test
  void aRunThatWasCutShortGoesOnToTheSameBytes() throws IOException {
    Path whole = folder.resolve("whole");
    Path cut = folder.resolve("cut");
    run(SETTINGS, whole, 2);
    run(SETTINGS.withSubjects(2), cut, 1);
    Files.delete(cut.resolve("subjects/s7-000001.csv"));
    run(SETTINGS, cut, 2);
    assertThat(bytes(cut)).isEqualTo(bytes(whole));
  }

  @Test
  void completeSubjectsAreNotMadeAgain() throws IOException {
    run(SETTINGS, folder, 1);
    Manifest again =
        CohortWriter.run(
                SETTINGS,
                folder,
                n -> {
                  throw new IllegalStateException("made again");
                })
            .write(2, Progress.NONE);
    assertThat(again.rows()).hasSize(15);
  }

  @Test
  void aFolderOfAnotherCohortIsRefused() throws IOException {
    run(SETTINGS, folder, 1);
    CohortSettings other =
        new CohortSettings(
            Protocol.TRAINING, View.LUMBAR_AP, 5, 8, 3, 2, 2.0, FilmFormat.DICOM_AND_PNG);
    assertThatThrownBy(() -> run(other, folder, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other settings");
  }

  @Test
  void theMineralMapHoldsMilligrams() throws IOException {
    Manifest manifest = run(SETTINGS.withSubjects(1), folder, 1);
    Manifest.Row row = manifest.rows().getFirst();
    GrayImage map = GrayImageFile.read(manifest.resolve(row.truth().map().orElseThrow()));
    int largest = 0;
    for (int r = 0; r < map.rows(); r++) {
      for (int c = 0; c < map.columns(); c++) {
        largest = Math.max(largest, map.at(r, c));
      }
    }
    assertThat(largest).isEqualTo(1000);
    assertThat(row.densities().exact(Site.L1_L4)).hasValue(1.0);
  }

  @Test
  void everyFilmIsReadBackWithBoneBright() throws IOException {
    CohortSettings settings =
        new CohortSettings(
            Protocol.REFERENCE_V1, View.LUMBAR_AP, 3, 11, 8, 1, 1.2, FilmFormat.DICOM);
    Manifest manifest = run(settings, folder, 2);
    int dicom = 0;
    for (Manifest.Row row : manifest.rows()) {
      Radiograph film = film(manifest.resolve(row.image()));
      GrayImage map = GrayImageFile.read(manifest.resolve(row.truth().map().orElseThrow()));
      assertThat(map.rows()).isEqualTo(film.rows());
      assertThat(contrast(film, map)).isPositive();
      boolean tagged = row.image().toString().endsWith(".dcm");
      dicom += tagged ? 1 : 0;
      assertThat(tagged).isEqualTo(row.extras().get("jpeg").equals("false"));
      if (tagged) {
        assertThat(film.description().view()).contains(View.LUMBAR_AP);
        String spacing = row.extras().get("known_spacing_mm");
        assertThat(film.description().spacing().isPresent()).isEqualTo(!spacing.isEmpty());
        assertThat(film.description().acquisition().kvp().isPresent())
            .isEqualTo(!row.extras().get("known_kvp").isEmpty());
        assertThat(film.description().subject().sex()).isEqualTo(row.subject().sex());
      }
    }
    assertThat(dicom).isBetween(15, 24);
  }

  private static Radiograph film(Path file) throws IOException {
    Reading reading = RadiographReader.read(file, ReadOptions.NONE);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).radiograph();
  }

  /** Mean of the blocks less the mean of what lies close beside them. */
  private static double contrast(Radiograph film, GrayImage map) {
    double inside = 0;
    double beside = 0;
    int n = 0;
    for (int r = map.rows() / 3; r < map.rows() * 2 / 3; r++) {
      for (int c = 4; c + 30 < map.columns(); c++) {
        if (map.at(r, c) > 0 && map.at(r, c - 1) == 0) {
          inside += film.at(r, c + 6);
          beside += film.at(r, c - 4);
          n++;
        }
      }
    }
    assertThat(n).isGreaterThan(20);
    return (inside - beside) / n;
  }

  private static Manifest run(CohortSettings settings, Path folder, int threads)
      throws IOException {
    return CohortWriter.run(
            settings, folder, n -> new PhantomScene(settings.pitchMm(), 1 - 0.1 * n, 20 + n))
        .write(threads, Progress.NONE);
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(
            folder.relativize(file).toString(),
            java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return bytes;
  }
}
