package org.trabecula.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;

class CutTest {
  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noRegionIsEverCut(long seed) {
    Example example = DrawnFilms.example(3);
    Example cut = Cut.of(example, new SplittableRandom(seed));
    assertThat(regionPixels(cut)).isEqualTo(regionPixels(example));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mineralStaysUnderItsRegion(long seed) {
    Example example = DrawnFilms.example(4);
    Example cut = Cut.of(example, new SplittableRandom(seed));
    assertThat(mineralInRegions(cut)).isEqualTo(mineralInRegions(example));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsLeftIsCentredAndStandardised(long seed) {
    Example cut = Cut.of(DrawnFilms.example(5), new SplittableRandom(seed));
    int[] box = box(cut);
    assertThat(box[0] + box[1]).isCloseTo(CanonicalFrame.ROWS - 1, within(2));
    assertThat(box[2] + box[3]).isCloseTo(CanonicalFrame.COLUMNS - 1, within(2));
    float[] again = cut.image();
    CanonicalView.standardise(again, box[0], box[2], box[1] + 1, box[3] + 1);
    double change = 0;
    for (int i = 0; i < again.length; i++) {
      change = Math.max(change, Math.abs((double) again[i] - cut.image()[i]));
    }
    assertThat(change).isLessThan(1e-3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void metalInARegionStaysThere(long seed) {
    Example cut = Cut.of(DrawnFilms.withMetal(6), new SplittableRandom(seed));
    assertThat(cut.metalInRegions()).isEqualTo(DrawnFilms.withMetal(6).metalInRegions());
    assertThat(cut.metalPixels()).isEqualTo(96);
  }

  @Test
  void aSideIsLeftOrCutCloseOrAnywhere() {
    // The boxes reach from column 33 to 63 of the half-size grid, of which 31 and 65 must stay.
    int films = 400;
    int untouched = 0;
    int close = 0;
    for (long seed = 0; seed < films; seed++) {
      int[] box = box(Cut.of(DrawnFilms.example(3), new SplittableRandom(seed)));
      int width = (box[3] + 1 - box[2]) / 2;
      untouched += width == Example.HALF_COLUMNS ? 1 : 0;
      close += width <= 34 + 2 * 12 ? 1 : 0;
    }
    // 4 % keep both sides; 16 % have both cut close on purpose, and some more by chance.
    assertThat(untouched).isBetween(6, 30);
    assertThat(close).isBetween(films * 25 / 100, films * 60 / 100);
  }

  @Test
  void anEmptyFilmStaysEmpty() {
    Example example = DrawnFilms.example(1);
    Example empty =
        new Example(new float[example.image().length], example.covariates(), example.truth());
    assertThat(Cut.of(empty, new SplittableRandom(1))).isEqualTo(empty);
  }

  private static long regionPixels(Example example) {
    return overRegions(example, (r, c) -> 1);
  }

  private static long mineralInRegions(Example example) {
    return overRegions(example, example::mineral);
  }

  private static long overRegions(Example example, IntBinaryOperator value) {
    long sum = 0;
    for (int r = 0; r < Example.HALF_ROWS; r++) {
      for (int c = 0; c < Example.HALF_COLUMNS; c++) {
        sum += (example.flags(r, c) & Example.REGIONS) != 0 ? value.applyAsInt(r, c) : 0;
      }
    }
    return sum;
  }

  /** First and last row, first and last column that show something. */
  private static int[] box(Example example) {
    int[] box = {CanonicalFrame.ROWS, 0, CanonicalFrame.COLUMNS, 0};
    for (int r = 0; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < CanonicalFrame.COLUMNS; c++) {
        if (example.sample(r, c) != 0) {
          box[0] = Math.min(box[0], r);
          box[1] = Math.max(box[1], r);
          box[2] = Math.min(box[2], c);
          box[3] = Math.max(box[3], c);
        }
      }
    }
    assertThat(Arrays.stream(box).sum()).isPositive();
    return box;
  }
}
