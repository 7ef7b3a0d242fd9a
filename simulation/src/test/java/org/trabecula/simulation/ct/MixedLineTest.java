package org.trabecula.simulation.ct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the layout, a line is mixed of the samples below and above it, column by column. */
class MixedLineTest {
  private static final int ACROSS = 60;
  private static final int UP = 40;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linesAreMixedOfTheSamplesBelowAndAbove(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Plane plane = plane(random, random.nextBoolean());
    double slope = random.nextInt(4) == 0 ? 0 : random.nextDouble(-0.5, 0.5);
    double spread = random.nextInt(3) == 0 ? 0.1 : 0.002;
    Line one = line(random, plane, slope, spread);
    Line other = line(random, plane, slope, spread);
    MixedLine mixed = new MixedLine(2 * ACROSS, 2 * UP);

    mixed.layOut(plane, one, other);
    for (double at : new double[] {0, 1, random.nextDouble(), random.nextDouble()}) {
      compare(plane, mixed, between(one, other, at));
    }
  }

  @Test
  void aLineBesideThePlaneHasNothing() {
    Plane plane = plane(new SplittableRandom(1), false);
    MixedLine mixed = new MixedLine(2 * ACROSS, 2 * UP);
    for (double height : new double[] {-1000, 1000}) {
      Line line = new Line(height, 0.1);
      mixed.layOut(plane, line, line);

      assertThat(mixed.mix(line)).isFalse();
    }
  }

  @Test
  void steepLinesAndThoseWithoutASlopeAreNotNearlyLevel() {
    assertThat(new Line(0, -0.5).nearlyLevel()).isTrue();
    assertThat(new Line(0, 0.51).nearlyLevel()).isFalse();
    assertThat(new Line(0, Double.NaN).nearlyLevel()).isFalse();
    assertThat(new Line(0, Double.POSITIVE_INFINITY).nearlyLevel()).isFalse();
  }

  private static Plane plane(SplittableRandom random, boolean halves) {
    float[] values = new float[2 * ACROSS * UP];
    int empty = random.nextInt(3);
    for (int row = empty; row < UP - empty; row++) {
      int begin = random.nextInt(ACROSS);
      int end = random.nextInt(begin, ACROSS);
      for (int at = 2 * (row * ACROSS + begin); at < 2 * (row * ACROSS + end); at++) {
        values[at] = (float) random.nextDouble();
      }
    }
    return Objects.requireNonNull(Plane.of(values, ACROSS, halves));
  }

  /** Some way up or beyond the plane, of nearly the given slope. */
  private static Line line(SplittableRandom random, Plane plane, double slope, double spread) {
    double rise = Math.clamp(slope + random.nextDouble(-spread, spread), -0.5, 0.5);
    double middle = random.nextDouble(-15, plane.rows() + 15);
    return new Line(middle - rise * plane.stride() / 4, rise);
  }

  private static Line between(Line one, Line other, double share) {
    return new Line(
        one.height() + share * (other.height() - one.height()),
        one.slope() + share * (other.slope() - one.slope()));
  }

  private static void compare(Plane plane, MixedLine mixed, Line line) {
    boolean any = mixed.mix(line);
    for (int column = 0; column < plane.stride() / 2; column++) {
      boolean stated = any && column > mixed.low() && column < mixed.high();
      for (int c = 0; c < 2; c++) {
        double is = stated ? mixed.pairs()[2 * (column + MixedLine.BEFORE) + c] : 0;
        assertThat(is)
            .as("column %d of %s", column, line)
            .isCloseTo(mean(plane, line.at(column), 2 * column + c), within(1e-4));
      }
    }
  }

  private static double mean(Plane plane, double z, int at) {
    int row = (int) Math.floor(z);
    double share = z - row;
    return (1 - share) * sample(plane, row, at) + share * sample(plane, row + 1, at);
  }

  private static double sample(Plane plane, int row, int at) {
    return row < 0 || row >= plane.rows() ? 0 : plane.pairs()[row * plane.stride() + at];
  }
}
