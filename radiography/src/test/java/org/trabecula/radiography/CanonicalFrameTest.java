package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalFrameTest {
  static LongStream seeds() {
    return Films.seeds();
  }

  private static CanonicalFrame drawn(RandomGenerator random) {
    double rows = random.nextDouble(0.5, 12);
    double columns = random.nextDouble(0.5, 12) * (random.nextBoolean() ? 1 : -1);
    return new CanonicalFrame(
        random.nextDouble(-200, 200), random.nextDouble(-200, 200), rows, columns);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thereAndBackIsTheSamePlace(long seed) {
    RandomGenerator random = Films.random(seed);
    CanonicalFrame frame = drawn(random);
    double row = random.nextDouble(0, 2000);
    double column = random.nextDouble(0, 2000);
    assertThat(frame.row(frame.canonicalRow(row))).isCloseTo(row, within(1e-8));
    assertThat(frame.column(frame.canonicalColumn(column))).isCloseTo(column, within(1e-8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aMapOfCoordinatesResamplesToTheFramesOwnCoordinates(long seed) {
    RandomGenerator random = Films.random(seed);
    int rows = 900;
    int columns = 700;
    float[] rowMap = new float[rows * columns];
    float[] columnMap = new float[rows * columns];
    for (int i = 0; i < rowMap.length; i++) {
      rowMap[i] = i / columns;
      columnMap[i] = i % columns;
    }
    double pitch = random.nextDouble(0.4, 2.5);
    boolean mirrored = random.nextBoolean();
    var frame = new CanonicalFrame(100, mirrored ? 600 : 100, pitch, mirrored ? -pitch : pitch);
    var grid = new MapGrid(rows, columns, 1, 1);
    float[] r = frame.resample(rowMap, grid);
    float[] c = frame.resample(columnMap, grid);
    for (int i = 0; i < 20; i++) {
      int row = random.nextInt(CanonicalFrame.ROWS);
      int column = random.nextInt(CanonicalFrame.COLUMNS);
      if (frame.row(row) < rows - 3 && frame.column(column) > 3) {
        int at = row * CanonicalFrame.COLUMNS + column;
        // A box over constant pixels is off a ramp by at most an eighth of a pixel.
        assertThat((double) r[at]).isCloseTo(frame.row(row), within(0.126));
        assertThat((double) c[at]).isCloseTo(frame.column(column), within(0.126));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCoarserMapOfTheSameSceneResamplesToTheSame(long seed) {
    RandomGenerator random = Films.random(seed);
    Films.Scene scene = Films.trunk(random);
    Radiograph film = Films.film(scene, 1200, 800, 0.3);
    Radiograph coarse = Films.film(scene, 400, 267, 0.9);
    CanonicalFrame frame = CanonicalView.of(film, View.LUMBAR_AP).frame();
    float[] fine = frame.resample(film.samples(), MapGrid.of(film));
    float[] same =
        frame.resample(coarse.samples(), MapGrid.covering(400, 267, film.rows(), film.columns()));
    double worst = 0;
    for (int r = 20; r < 236; r++) {
      for (int c = 30; c < 162; c++) {
        int i = r * CanonicalFrame.COLUMNS + c;
        worst = Math.max(worst, Math.abs(fine[i] - same[i]));
      }
    }
    // Bone is 0.4 to 0.8 here and its edge 2 mm wide: an offset of half a pixel would show.
    assertThat(worst).isLessThan(0.06);
  }

  @Test
  void aConstantStaysConstantInsideAndIsZeroOutside() {
    float[] map = new float[300 * 200];
    Arrays.fill(map, 7f);
    var frame = new CanonicalFrame(-50.3, -20.7, 3.3, 2.9);
    float[] result = frame.resample(map, new MapGrid(300, 200, 1, 1));
    float[] expected = new float[result.length];
    for (int r = 0; r < CanonicalFrame.ROWS; r++) {
      for (int c = 0; c < CanonicalFrame.COLUMNS; c++) {
        boolean inside =
            frame.row(r) >= -0.5
                && frame.row(r) < 299.5
                && frame.column(c) >= -0.5
                && frame.column(c) < 199.5;
        expected[r * CanonicalFrame.COLUMNS + c] = inside ? 7 : 0;
      }
    }
    Films.assertAlike(result, expected, 1e-4);
  }

  @Test
  void shrinkingKeepsTheTotal() {
    float[] map = new float[400 * 400];
    map[200 * 400 + 200] = 1000;
    var frame = new CanonicalFrame(20.5, 20.5, 4, 4);
    float[] result = frame.resample(map, new MapGrid(400, 400, 1, 1));
    double sum = 0;
    for (float value : result) {
      sum += value;
    }
    // 16 pixels are averaged into one.
    assertThat(sum).isCloseTo(1000.0 / 16, within(1e-3));
  }

  @Test
  void aMapOfAnotherSizeThanItsGridIsAnError() {
    var frame = new CanonicalFrame(0, 0, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frame.resample(new float[5], new MapGrid(2, 2, 1, 1)))
        .withMessageContaining("5 samples");
    assertThatIllegalArgumentException().isThrownBy(() -> new CanonicalFrame(0, 0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new MapGrid(2, 2, 0, 1));
  }
}
