package org.trabecula.app.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.app.real.RealData;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.GateCheck;
import org.trabecula.screening.GateFindings;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;

/** How often the starter model's gate sees implants on synthetic films, and where none are. */
class PlantedMetalTest {
  private static final int SUBJECTS = Integer.getInteger("trabecula.metal.subjects", 24);

  private static Screener screener;

  @BeforeAll
  static void open() throws IOException {
    screener = Screener.open(RealData.starterModel(), ScreenerOptions.STANDARD);
  }

  @AfterAll
  static void close() {
    if (screener != null) {
      screener.close();
    }
  }

  /** Floors under what was measured (docs/results.md), not bars. */
  @ParameterizedTest
  @EnumSource(View.class)
  void implantsAreSeenMoreOftenThanTheyAreImagined(View view) throws IOException {
    int films = 0;
    int seen = 0;
    int imagined = 0;
    for (int i = 0; i < SUBJECTS; i++) {
      Optional<PlantedMetal.Pair> pair = PlantedMetal.film(view, i, 31L * i);
      if (pair.isPresent()) {
        films++;
        seen += metal(pair.get().planted(), view) ? 1 : 0;
        imagined += metal(pair.get().bare(), view) ? 1 : 0;
      }
    }
    Path out = Files.createDirectories(Path.of("target/planted-metal"));
    Files.writeString(
        out.resolve(view.code() + ".txt"),
        "%s, synthetic: metal seen on %d of %d films with an implant, on %d of %d without%n"
            .formatted(view.code(), seen, films, imagined, films));
    assertThat(films).isGreaterThan(SUBJECTS / 2);
    assertThat((double) seen / films).isGreaterThan(view == View.LUMBAR_AP ? 0.5 : 0.1);
    assertThat((double) imagined / films).isLessThan(0.15);
  }

  private static boolean metal(Radiograph film, View view) {
    GateFindings findings = screener.measure(film, view).findings();
    DensityModel model = screener.model().densityModel(view).orElseThrow();
    return Stream.of(GateCheck.METAL, GateCheck.METAL_SEEN)
        .anyMatch(check -> findings.worst(check) > model.gate().of(check));
  }
}
