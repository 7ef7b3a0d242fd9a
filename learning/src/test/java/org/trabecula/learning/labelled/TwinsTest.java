package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinsTest {
  private static final int ROWS = 64;
  private static final int COLUMNS = 48;

  /**
   * One broad shape, the same for all, and a texture of two pixels' grain that is each film's own.
   */
  private static float[] film(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] grain = new float[ROWS / 2 * (COLUMNS / 2)];
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (float) random.nextGaussian();
    }
    float[] film = new float[ROWS * COLUMNS];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        double broad = 20 * Math.exp(-Math.pow((c - 24) / 10.0, 2));
        film[r * COLUMNS + c] = (float) broad + grain[r / 2 * (COLUMNS / 2) + c / 2];
      }
    }
    return film;
  }

  private static Twins.Picture picture(float[] samples) {
    return new Twins.Picture(ROWS, COLUMNS, i -> samples[i]);
  }

  private static float[] noisy(float[] film, double sd) {
    SplittableRandom random = new SplittableRandom(99);
    float[] noisy = film.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) (1.1 * noisy[i] + 3 + sd * random.nextGaussian());
    }
    return noisy;
  }

  private static float[] mirrored(float[] film) {
    float[] mirrored = new float[film.length];
    for (int i = 0; i < film.length; i++) {
      mirrored[i / COLUMNS * COLUMNS + COLUMNS - 1 - i % COLUMNS] = film[i];
    }
    return mirrored;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void aFilmIsFoundAgainInAnotherGreyScaleAndMirrored(long seed) {
    List<Twins.Pair> pairs =
        Twins.among(
            List.of(
                picture(film(seed)),
                picture(film(seed + 50)),
                picture(noisy(film(seed), 0.2)),
                picture(mirrored(film(seed + 50)))));

    assertThat(pairs)
        .extracting(p -> List.of(p.first(), p.second()))
        .containsExactly(List.of(0, 2), List.of(1, 3));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void filmsThatOnlyShareTheirBroadShapeAreNotOne(long seed) {
    assertThat(Twins.among(List.of(picture(film(seed)), picture(film(seed + 1))))).isEmpty();
  }

  @Test
  void filmsWithoutStructureAreNotTakenForOne() {
    Twins.Picture blank = picture(new float[ROWS * COLUMNS]);

    assertThat(Twins.among(List.of(blank, blank))).isEmpty();
  }

  @Test
  void twinsOfTwinsAreOfOneGroup() {
    List<LabelledFilm> films = List.of(named("a"), named("b"), named("c"), named("d"));

    List<LabelledFilm> joined =
        Twins.joined(films, List.of(new Twins.Pair(2, 3, 1), new Twins.Pair(0, 2, 1)));

    assertThat(joined).extracting(LabelledFilm::group).containsExactly("a", "b", "a", "a");
  }

  private static LabelledFilm named(String id) {
    return new LabelledFilm(id, Path.of(id), 0, "x", id, "", Map.of());
  }
}
