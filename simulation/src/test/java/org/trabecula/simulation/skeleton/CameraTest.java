package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CameraTest {
  private static final Point RIGHT = new Point(1, 0, 0);
  private static final Point DOWN = new Point(0, 0, -1);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Camera cone() {
    return new Camera(
        300, 200, 1.5, new Point(-150, -100, 220), RIGHT, DOWN, Optional.of(new Point(0, 1000, 0)));
  }

  @Test
  void thePlaneAHundredMillimetresUpIsTenPercentLarger() {
    assertThat(cone().magnification(Point.ORIGIN)).isCloseTo(1.1, within(1e-12));
    assertThat(cone().column(new Point(10, 0, 0)) - cone().column(Point.ORIGIN))
        .isCloseTo(11 / 1.5, within(1e-9));
    assertThat(cone().row(new Point(0, 0, 10)) - cone().row(Point.ORIGIN))
        .isCloseTo(-11 / 1.5, within(1e-9));
  }

  @Test
  void theTubeIsInFront() {
    assertThat(cone().towardsTube().y()).isCloseTo(1, within(1e-12));
  }

  @Test
  void parallelRaysDoNotMagnify() {
    Camera camera = new Camera(10, 10, 1, Point.ORIGIN, RIGHT, DOWN, Optional.empty());
    assertThat(camera.magnification(new Point(3, 50, 2))).isEqualTo(1);
    assertThat(camera.row(new Point(3, 50, -2))).isCloseTo(2, within(1e-12));
    assertThat(camera.column(new Point(3, 50, -2))).isCloseTo(3, within(1e-12));
  }

  @Test
  void noPixelsIsNoCamera() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Camera(0, 10, 1, Point.ORIGIN, RIGHT, DOWN, Optional.empty()))
        .withMessageContaining("0 x 10");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFootprintCoversTheImageOfEveryPointOfTheBall(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Camera camera = cone();
    Point centre =
        new Point(
            random.nextDouble(-100, 100),
            random.nextDouble(-60, 120),
            random.nextDouble(-180, 180));
    double radius = random.nextDouble(5, 100);
    Footprint print = Footprint.of(camera, centre, radius);
    for (int i = 0; i < 500; i++) {
      Point way =
          new Point(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
      Point place = centre.plus(way.unit().times(radius));
      double row = Math.clamp(camera.row(place), 0, camera.rows() - 1);
      double column = Math.clamp(camera.column(place), 0, camera.columns() - 1);
      if (row == camera.row(place) && column == camera.column(place)) {
        assertThat(row).isBetween(print.firstRow() - 1.0, print.lastRow() + 1.0);
        assertThat(column).isBetween(print.firstColumn() - 1.0, print.lastColumn() + 1.0);
      }
    }
  }

  @Test
  void nothingHasNoFootprint() {
    assertThat(Footprint.NONE.isEmpty()).isTrue();
    Footprint some = new Footprint(1, 2, 3, 4);
    assertThat(Footprint.NONE.with(some)).isEqualTo(some);
    assertThat(some.within(3, 9).isEmpty()).isTrue();
  }
}
