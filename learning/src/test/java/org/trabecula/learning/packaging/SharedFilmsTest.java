package org.trabecula.learning.packaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Split;
import org.trabecula.densitometry.Subject;
import org.trabecula.learning.training.TrainingSettings;
import org.trabecula.radiography.View;
import org.trabecula.screening.Provenance;

class SharedFilmsTest {
  private static final Path FILE = Path.of("pairs", "manifest.csv");
  private static final TrainingSettings HOW = TrainingSettings.STANDARD.withSeed(7);

  private static Manifest manifest(String subject, View view) {
    return new Manifest(
        Path.of("pairs"),
        List.of(Manifest.Row.of(subject, Path.of("a.dcm"), view, Subject.UNKNOWN)));
  }

  private static Provenance parent(Manifest trainedOn, long seed, Map<String, String> settings) {
    return new Provenance(
        settings, seed, "0000000", trainedOn.sha256() + "+0", "a test", Optional.empty());
  }

  private static Map<String, String> divided(Split.Fractions fractions) {
    return Map.of("lumbar-ap.fractions", fractions.toString());
  }

  private static void check(Provenance parent, Manifest ours, View view) throws IOException {
    new SharedFilms(parent).check(view, List.of(FILE), List.of(ours), HOW);
  }

  @Test
  void filmsThatTrainedTheParentDoNotCalibrateItsChild() {
    Manifest films = manifest("S1", View.LUMBAR_AP);
    assertThatThrownBy(
            () -> check(parent(films, 8, divided(HOW.fractions())), films, View.LUMBAR_AP))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("manifest.csv trained the parent model under another division")
        .hasMessageContaining("seed 8")
        .hasMessageContaining("--keep lumbar-ap");
    assertThatThrownBy(() ->
            check(parent(films, 7, divided(new Split.Fractions(0.5, 0.5))), films, View.LUMBAR_AP))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theSameDivisionOtherFilmsAndKeptNetworksAreFine() {
    Manifest films = manifest("S1", View.LUMBAR_AP);
    assertThatCode(
            () -> {
              check(parent(films, 7, divided(HOW.fractions())), films, View.LUMBAR_AP);
              check(
                  parent(films, 8, divided(HOW.fractions())),
                  manifest("S2", View.LUMBAR_AP),
                  View.LUMBAR_AP);
              check(parent(films, 8, Map.of()), films, View.LUMBAR_AP);
              check(parent(films, 8, divided(HOW.fractions())), films, View.HIP_AP);
            })
        .doesNotThrowAnyException();
  }
}
