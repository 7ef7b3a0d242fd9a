package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.radiography.CanonicalFrame;

/** A drawn spine in the upper part of a film, with room below and beside it for a pelvis. */
class CrestSlideTest {
  private static final int COLUMNS = CanonicalFrame.COLUMNS;

  /** Far from the spine, where all of a slide is felt. */
  private static final int ASIDE = 12;

  @ParameterizedTest
  @ValueSource(doubles = {-60, -24, -9, 7.5, 15, 30, 200})
  void theSpineStaysAsItIs(double downMm) {
    Example example = spine();
    Example slid = CrestSlide.of(example, downMm);
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        assertThat(slid.flags(r, c)).isEqualTo(example.flags(r, c));
        if ((example.flags(r, c) & Example.REGIONS) != 0) {
          assertThat(slid.mineral(r, c)).isEqualTo(example.mineral(r, c));
          assertThat(slid.sample(2 * r, 2 * c)).isEqualTo(example.sample(2 * r, 2 * c));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-24, -12, 12, 24})
  void aCrestAtTheLowerEdgeOfL4SlidesByAsMuchAsAsked(double downMm) {
    int crest = lastRowOfL4();
    Example slid = CrestSlide.of(withPelvisFrom(crest), downMm);
    double moved = (firstBright(slid) - crest) * CanonicalFrame.MM_PER_PIXEL;
    // Away from that edge the slide is less: at 24 mm the crest keeps three quarters of it or more.
    assertThat(moved * Math.signum(downMm))
        .isBetween(0.55 * Math.abs(downMm), Math.abs(downMm) + 1.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-500, -30, 30, 500})
  void aFilmNeverFolds(double downMm) {
    // A ramp from top to bottom stays one: no place is shown twice or out of order.
    Example example = spine();
    float[] ramp = new float[example.image().length];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 0.01f * (1 + i / COLUMNS);
    }
    Example slid = CrestSlide.of(new Example(ramp, example.covariates(), example.truth()), downMm);
    for (int r = 1; r < CanonicalFrame.ROWS; r++) {
      assertThat(slid.sample(r, ASIDE)).isGreaterThanOrEqualTo(slid.sample(r - 1, ASIDE));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-24, 24})
  void theFieldAndWhatLiesAboveStayWhereTheyWere(double downMm) {
    Example example = withPelvisFrom(lastRowOfL4());
    Example slid = CrestSlide.of(example, downMm);
    assertThat(slid.metalPixels()).isEqualTo(example.metalPixels());
    int topOfL3 =
        IntStream.range(0, Example.HALF_ROWS)
            .filter(r ->
                IntStream.range(0, Example.HALF_COLUMNS)
                    .anyMatch(c -> (example.flags(r, c) & 0x04) != 0))
            .findFirst()
            .orElseThrow();
    assertThat(Arrays.copyOf(slid.image(), 2 * topOfL3 * COLUMNS))
        .isEqualTo(Arrays.copyOf(example.image(), 2 * topOfL3 * COLUMNS));
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        assertThat(slid.flags(r, c) & Example.IN_FIELD)
            .isEqualTo(example.flags(r, c) & Example.IN_FIELD);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-24, 12, 24})
  void theMineralOfThePelvisSlidesWithIt(double downMm) {
    Example slid = CrestSlide.of(withPelvisFrom(lastRowOfL4()), downMm);
    int mineral =
        IntStream.range(0, Example.HALF_ROWS)
            .filter(r -> slid.mineral(r, ASIDE / 2) > 0)
            .findFirst()
            .orElseThrow();
    assertThat(2.0 * mineral).isCloseTo(firstBright(slid), within(3.0));
  }

  @Test
  void aFilmWithoutAKnownSpineStays() {
    Example example = DrawnFilms.example(2);
    Example unknown =
        Example.of(
            org.trabecula.screening.ModelInput.copyOf(example.image(), example.covariates()));
    assertThat(CrestSlide.of(unknown, 20)).isSameAs(unknown);
    assertThat(CrestSlide.of(example, 0)).isSameAs(example);
  }

  /** Four boxes of 36 mm with gaps of 6 mm, 90 mm wide. */
  private static Example spine() {
    Example example = DrawnFilms.example(3);
    float[] image = new float[example.image().length];
    Arrays.fill(image, -0.5f);
    Example.Truth truth = example.truth();
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        int box = (r - 10) / 14;
        boolean inside = r >= 10 && box < 4 && (r - 10) % 14 < 12 && c >= 33 && c < 63;
        int i = r * Example.HALF_COLUMNS + c;
        truth.flags[i] = (short) (Example.IN_FIELD | (inside ? 1 << box : 0));
        truth.map[i] = (short) (inside ? 900 : 0);
        for (int half = 0; half < 4; half++) {
          image[(2 * r + half / 2) * COLUMNS + 2 * c + half % 2] = inside ? 1 : -0.5f;
        }
      }
    }
    return new Example(image, example.covariates(), truth);
  }

  private static int lastRowOfL4() {
    Example example = spine();
    return 2
        * IntStream.range(0, Example.HALF_ROWS)
            .filter(r ->
                IntStream.range(0, Example.HALF_COLUMNS)
                    .anyMatch(c -> (example.flags(r, c) & 0x08) != 0))
            .max()
            .orElseThrow();
  }

  /** A drawn film whose flanks are bright and full of mineral from a row on. */
  private static Example withPelvisFrom(int row) {
    Example example = spine();
    float[] image = example.image();
    Example.Truth truth = example.truth();
    for (int r = row; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < 40; c++) {
        image[r * COLUMNS + c] = 2;
        truth.map[r / 2 * Example.HALF_COLUMNS + c / 2] = 700;
      }
    }
    return new Example(image, example.covariates(), truth);
  }

  private static int firstBright(Example example) {
    return IntStream.range(0, CanonicalFrame.ROWS)
        .filter(r -> example.sample(r, ASIDE) > 1)
        .findFirst()
        .orElseThrow();
  }
}
