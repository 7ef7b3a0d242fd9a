package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scatter model against the Monte Carlo that it was fitted to. */
class ScatterTableTest {
  /** Golden values: the project's Monte Carlo table at 80 kV (central 8 x 8 cm). */
  @ParameterizedTest(name = "{0} cm, field {1} x {2} mm, grid {3}")
  @CsvSource({
    "15, 150, 400, 0, 1.5",
    "20, 150, 400, 0, 2.1",
    "25, 150, 400, 0, 2.6",
    "30, 150, 400, 0, 3.4",
    "15, 200, 400, 0, 1.8",
    "20, 200, 400, 0, 2.6",
    "25, 200, 400, 0, 3.3",
    "30, 200, 400, 0, 4.3",
    "15, 350, 430, 0, 2.3",
    "20, 350, 430, 0, 3.5",
    "25, 350, 430, 0, 4.7",
    "30, 350, 430, 0, 6.3",
    "15, 150, 400, 12, .20",
    "20, 150, 400, 12, .30",
    "25, 150, 400, 12, .39",
    "30, 150, 400, 12, .52",
    "15, 200, 400, 12, .22",
    "20, 200, 400, 12, .33",
    "25, 200, 400, 12, .43",
    "30, 200, 400, 12, .54",
    "15, 350, 430, 12, .24",
    "20, 350, 430, 12, .38",
    "25, 350, 430, 12, .51",
    "30, 350, 430, 12, .52"
  })
  void scatterToPrimaryIsThatOfTheTable(
      double thicknessCm, double widthMm, double heightMm, double grid, double expected) {
    Plane plane = new Plane(112, 100, 4);
    double found =
        ratio(plane, thicknessCm, new double[] {heightMm, widthMm}, new Beam(80, 3, grid, 1));
    System.out.printf(
        Locale.ROOT,
        "%s cm water, field %s x %s mm, grid %s: scatter to primary %.2f, table %.2f, %+.0f %%%n",
        thicknessCm,
        widthMm,
        heightMm,
        grid,
        found,
        expected,
        100 * (found / expected - 1));
    assertThat(found).isCloseTo(expected, withPercentage(15));
  }

  /** Scatter over primary in the central 8 x 8 cm of a slab. */
  static double ratio(Plane plane, double thicknessCm, double[] field, Beam beam) {
    float[] depth = FieldDepth.of(plane, Slabs.field(plane, field[0], field[1]));
    float[] primary = new float[plane.size()];
    float[] thickness = new float[plane.size()];
    for (int i = 0; i < primary.length; i++) {
      primary[i] = depth[i] > 0 ? 0.01f : 0;
      thickness[i] = (float) thicknessCm;
    }
    float[] scatter = Scatter.of(plane, primary, thickness, beam);
    double sum = 0;
    int n = 0;
    int half = (int) (40 / plane.pitchMm());
    for (int r = plane.rows() / 2 - half; r < plane.rows() / 2 + half; r++) {
      for (int c = plane.columns() / 2 - half; c < plane.columns() / 2 + half; c++) {
        sum += scatter[r * plane.columns() + c] / 0.01;
        n++;
      }
    }
    return sum / n;
  }
}
