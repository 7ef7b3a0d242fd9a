package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;

class BoneCasterTest {
  private static final Anatomy ANATOMY = Anatomy.of(Population.MIXED.draw(31, 5));

  /** Volume (cm³), and mineral of the spine (g), as seen by parallel rays turned about the axis. */
  private static double[] sums(double degrees, BoneKind kind) {
    Frame room = Frame.BODY.turned(0, 0, degrees);
    int side = 260;
    Point aim = kind == BoneKind.RIGHT_FEMUR ? ANATOMY.landmarks().rightHip().head() : Point.ORIGIN;
    Point corner =
        aim.minus(room.across().times(side / 2.0))
            .plus(room.up().times(side * 0.75))
            .minus(room.front().times(300));
    Camera camera =
        new Camera(
            (int) (side * 1.6),
            side,
            1,
            corner,
            room.across(),
            room.up().times(-1),
            Optional.empty());
    double[] sums = new double[2];
    new BoneCaster(ANATOMY.skeleton(), camera, ANATOMY.landmarks(), 0)
        .cast(
            0,
            camera.rows(),
            k -> k == kind,
            (pixel, bone, ray) -> {
              sums[0] += 1e-3 * ray.boneMm();
              sums[1] += 1e-3 * (1.08 * ray.cortexMainMm() + 0.15 * ray.trabecularMainMm());
            });
    return sums;
  }

  @ParameterizedTest(name = "{0} degrees")
  @ValueSource(doubles = {15, 90})
  void whatIsThereDoesNotDependOnWhereOneLooksFrom(double degrees) {
    double[] front = sums(0, BoneKind.VERTEBRA);
    double[] turned = sums(degrees, BoneKind.VERTEBRA);
    assertThat(turned[0]).isCloseTo(front[0], within(0.004 * front[0]));
    assertThat(turned[1]).isCloseTo(front[1], within(0.01 * front[1]));
  }
}
