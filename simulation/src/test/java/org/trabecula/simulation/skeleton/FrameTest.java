package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static void assertOrthonormal(Frame frame) {
    assertThat(frame.across().length()).isCloseTo(1, within(1e-12));
    assertThat(frame.front().length()).isCloseTo(1, within(1e-12));
    assertThat(frame.up().length()).isCloseTo(1, within(1e-12));
    assertThat(frame.across().dot(frame.front())).isCloseTo(0, within(1e-12));
    assertThat(frame.across().dot(frame.up())).isCloseTo(0, within(1e-12));
    assertThat(frame.front().dot(frame.up())).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void turningKeepsAxesPerpendicular(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    assertOrthonormal(
        Frame.BODY.turned(
            random.nextDouble(-180, 180),
            random.nextDouble(-180, 180),
            random.nextDouble(-180, 180)));
    Point axis = new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    assertOrthonormal(Frame.along(Point.ORIGIN, axis, new Point(1, 0.1, 0)));
  }

  @Test
  void aTurnAboutAcrossLowersTheFrontEdge() {
    Frame tilted = Frame.BODY.turned(40, 0, 0);
    assertThat(tilted.front().z()).isCloseTo(-Math.sin(Math.toRadians(40)), within(1e-12));
    assertThat(tilted.up().y()).isPositive();
  }

  @Test
  void aQuarterTurnAboutTheVerticalBringsLeftToFront() {
    Point turned = new Point(5, 0, 1).turnedAboutZ(Point.ORIGIN, Math.PI / 2);
    assertThat(turned.x()).isCloseTo(0, within(1e-12));
    assertThat(turned.y()).isCloseTo(5, within(1e-12));
    assertThat(turned.z()).isEqualTo(1);
  }
}
