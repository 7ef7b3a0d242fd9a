package org.trabecula.radiography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTest {
  private static final int ROWS = 840;
  private static final int COLUMNS = 660;
  private static final double PITCH = 0.5;

  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  /** A rectangle about a centre, rotated. Lengths in mm, angle in radians. */
  private record Collimator(double halfWidth, double halfHeight, double angle, double x, double y) {
    /** Distance to the nearest edge, positive inside. */
    double depth(double atX, double atY) {
      double dx = atX - x;
      double dy = atY - y;
      double u = dx * Math.cos(angle) + dy * Math.sin(angle);
      double v = -dx * Math.sin(angle) + dy * Math.cos(angle);
      return Math.min(halfWidth - Math.abs(u), halfHeight - Math.abs(v));
    }

    static Collimator drawn(RandomGenerator random) {
      return new Collimator(
          random.nextDouble(95, 140),
          random.nextDouble(130, 185),
          Math.toRadians(random.nextDouble(-3.5, 3.5)),
          random.nextDouble(-15, 15),
          random.nextDouble(-15, 15));
    }
  }

  private static Radiograph noisy(Films.Scene scene, RandomGenerator random) {
    return Films.mapped(
        Films.film(scene, ROWS, COLUMNS, PITCH), x -> x + 0.03 * random.nextGaussian());
  }

  /** Edges in mm from where the line of the collimator crosses its middle. */
  private static void assertFound(Field field, Collimator truth, double boundMm) {
    double cx = (COLUMNS - 1) / 2.0;
    double cy = (ROWS - 1) / 2.0;
    double left = truth.x - truth.halfWidth * Math.cos(truth.angle);
    double right = truth.x + truth.halfWidth * Math.cos(truth.angle);
    double top = truth.y - truth.halfHeight * Math.cos(truth.angle);
    double bottom = truth.y + truth.halfHeight * Math.cos(truth.angle);
    assertThat((field.left() - 0.5 - cx) * PITCH).as("left").isCloseTo(left, within(boundMm));
    assertThat((field.right() - 0.5 - cx) * PITCH).as("right").isCloseTo(right, within(boundMm));
    assertThat((field.top() - 0.5 - cy) * PITCH).as("top").isCloseTo(top, within(boundMm));
    assertThat((field.bottom() - 0.5 - cy) * PITCH).as("bottom").isCloseTo(bottom, within(boundMm));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whiteUnexposedBordersAreFound(long seed) {
    RandomGenerator random = Films.random(seed);
    Collimator collimator = Collimator.drawn(random);
    Films.Scene trunk = Films.trunk(random);
    Films.Scene scene =
        (x, y) -> {
          double depth = collimator.depth(x, y);
          // Penumbra of 1 mm; scatter brightens the plate's edge less than its rim.
          double open = 1 / (1 + Math.exp(-depth / 0.5));
          double unexposed = 5 - 0.8 * Math.exp(Math.min(0, depth) / 20);
          return open * Math.min(trunk.at(x, y), 3.8) + (1 - open) * unexposed;
        };
    assertFound(Field.of(noisy(scene, random)), collimator, 6);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void blackShuttersAreFound(long seed) {
    RandomGenerator random = Films.random(seed);
    Collimator collimator = Collimator.drawn(random);
    Films.Scene trunk = Films.trunk(random);
    // No air inside: black on black has no edge.
    Radiograph film = noisy((x, y) -> Math.max(trunk.at(0.7 * x, y), 0.8), random);
    Radiograph shuttered = blanked(film, collimator, 0);
    assertFound(Field.of(shuttered), collimator, 6);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whiteShuttersAreFound(long seed) {
    RandomGenerator random = Films.random(seed);
    Collimator collimator = Collimator.drawn(random);
    Films.Scene trunk = Films.trunk(random);
    Radiograph film = noisy(trunk, random);
    assertFound(Field.of(blanked(film, collimator, 6)), collimator, 6);
  }

  private static Radiograph blanked(Radiograph film, Collimator collimator, double value) {
    float[] samples = film.samples();
    for (int i = 0; i < samples.length; i++) {
      double x = (i % COLUMNS - (COLUMNS - 1) / 2.0) * PITCH;
      double y = (i / COLUMNS - (ROWS - 1) / 2.0) * PITCH;
      if (collimator.depth(x, y) < 0) {
        samples[i] = (float) value;
      }
    }
    return Radiograph.copyOf(ROWS, COLUMNS, samples, film.description());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutBordersTheFieldIsTheWholeImage(long seed) {
    RandomGenerator random = Films.random(seed);
    Films.Scene trunk = Films.trunk(random);
    Radiograph film = noisy((x, y) -> Math.max(trunk.at(0.6 * x, y), 0.5), random);
    assertThat(Field.of(film).isWhole(ROWS, COLUMNS)).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void airBesideTheBodyIsNotCutIntoTheBody(long seed) {
    RandomGenerator random = Films.random(seed);
    Films.Scene trunk = Films.trunk(random);
    Radiograph film = noisy(trunk, random);
    Field field = Field.of(film);
    double bodyMm = 115;
    assertThat((field.left() - COLUMNS / 2.0) * PITCH).isLessThan(-bodyMm);
    assertThat((field.right() - COLUMNS / 2.0) * PITCH).isGreaterThan(bodyMm);
    assertThat(field.rows()).isEqualTo(ROWS);
  }

  @Test
  void gainOfTheDetectorDoesNotMatter() {
    RandomGenerator random = Films.random(8);
    Collimator collimator = Collimator.drawn(random);
    Radiograph film = blanked(noisy(Films.trunk(random), random), collimator, 6);
    assertThat(Field.of(Films.mapped(film, x -> 500 * x - 3))).isEqualTo(Field.of(film));
  }

  @Test
  void measuresOfAField() {
    Field field = new Field(10, 20, 110, 70);
    assertThat(field.rows()).isEqualTo(100);
    assertThat(field.columns()).isEqualTo(50);
    assertThat(field.centreRow()).isEqualTo(59.5);
    assertThat(field.centreColumn()).isEqualTo(44.5);
    assertThat(field.contains(10, 20)).isTrue();
    assertThat(field.contains(110, 20)).isFalse();
    assertThat(field.isWhole(110, 70)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Field(5, 0, 5, 9));
  }

  @Test
  void aTinyImageHasAField() {
    Radiograph film = Films.film((x, y) -> x, 3, 2, 1);
    assertThat(Field.of(film)).isEqualTo(Field.whole(3, 2));
  }
}
