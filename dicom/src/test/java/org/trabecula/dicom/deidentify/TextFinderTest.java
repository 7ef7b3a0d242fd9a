package org.trabecula.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFinderTest {
  private static final String[] WORDS = {
    "SAMPLE SUE", "M 4711", "12031950", "CITY HOSPITAL", "ID 99812", "DR JONES"
  };

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** Text at any border, of any size, bright or dark. */
  private static PlantedText planted(long seed) {
    SplittableRandom random = new SplittableRandom(seed + 900);
    PlantedText film = new PlantedText(seed);
    String words = WORDS[random.nextInt(WORDS.length)];
    int scale = 1 + random.nextInt(4);
    int width = Math.min(PlantedText.COLUMNS - 8, 6 * scale * words.length());
    int height = 7 * scale;
    int top =
        random.nextBoolean()
            ? 4 + random.nextInt(20)
            : PlantedText.ROWS - height - 4 - random.nextInt(20);
    int left = 4 + random.nextInt(PlantedText.COLUMNS - width - 7);
    boolean bright = random.nextInt(3) > 0;
    if (!bright) {
      Box box = new Box(top, left, top + height, left + width);
      film.plate(box.grown(scale, PlantedText.ROWS, PlantedText.COLUMNS), 3500);
    }
    return film.draw(words, top, left, scale, bright ? 4095 : 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void linesAtTheBordersAreFoundWhole(long seed) {
    PlantedText film = planted(seed);

    List<Box> boxes = TextFinder.find(film.frame());

    assertThat(film.text())
        .allMatch(at ->
            boxes.stream()
                .anyMatch(box -> box.contains(at / PlantedText.COLUMNS, at % PlantedText.COLUMNS)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFilmWithoutTextHasNoBoxes(long seed) {
    assertThat(TextFinder.find(new PlantedText(seed).frame())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void markersOfASideStay(long seed) {
    PlantedText film =
        new PlantedText(seed).draw(seed % 2 == 0 ? "L" : "R", 20, 30, 3 + (int) (seed % 3), 4095);

    assertThat(TextFinder.find(film.frame())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pixelsAwayFromTheBordersAreUntouched(long seed) {
    PlantedText film = planted(seed);
    int[] before = film.values();
    int[] after = film.values();
    List<Box> boxes = TextFinder.find(film.frame());
    new Masking(PlantedText.ROWS, PlantedText.COLUMNS, 1, boxes).apply(after);

    for (int row = PlantedText.ROWS / 5; row < PlantedText.ROWS * 4 / 5; row++) {
      for (int column = PlantedText.COLUMNS / 5; column < PlantedText.COLUMNS * 4 / 5; column++) {
        int at = row * PlantedText.COLUMNS + column;
        assertThat(after[at]).isEqualTo(before[at]);
      }
    }
    for (int at : film.text()) {
      assertThat(after[at]).isBetween(150, 3600);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void linesAlongColumnsAreFound(long seed) {
    PlantedText film = new PlantedText(seed);
    int scale = 2;
    for (int i = 0; i < 6; i++) {
      film.draw(WORDS[0].substring(i, i + 1), 100 + 9 * scale * i, 10, scale, 4095);
    }

    assertThat(TextFinder.find(film.frame()))
        .anyMatch(box ->
            film.text().stream()
                .allMatch(at -> box.contains(at / PlantedText.COLUMNS, at % PlantedText.COLUMNS)));
  }
}
