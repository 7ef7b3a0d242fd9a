package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoneRayTest {
  private static final Point DOWN = new Point(0, -1, 0);

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  private static Skeleton one(Limb limb, Tissue tissue) {
    return Skeleton.builder().add(limb, tissue).close(BoneKind.VERTEBRA, 3, Frame.BODY).build();
  }

  private static Point direction(SplittableRandom random) {
    return new Point(random.nextDouble(-0.3, 0.3), -1, random.nextDouble(-0.3, 0.3)).unit();
  }

  /** Analytic chord of a ball. */
  private static double chord(Point from, Point direction, double radius) {
    double middle = -from.dot(direction);
    double square = radius * radius - (from.dot(from) - middle * middle);
    return square > 0 ? 2 * Math.sqrt(square) : 0;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBallAndItsShellAreAsLongAsGeometrySays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double radius = random.nextDouble(15, 30);
    double shell = random.nextDouble(0.4, 3);
    Skeleton skeleton = one(Limb.sphere(Point.ORIGIN, radius), Tissue.shell(shell));
    BoneRay ray = new BoneRay(skeleton);
    double squares = 0;
    double inner = 0;
    double analytic = 0;
    int rays = 4000;
    for (int i = 0; i < rays; i++) {
      Point direction = direction(random);
      Point from =
          new Point(random.nextDouble(-32, 32), 0, random.nextDouble(-32, 32))
              .minus(direction.times(900));
      ray.aim(from, direction);
      double bone = ray.walk(skeleton.bones().getFirst()) ? ray.boneMm() : 0;
      double marrow = bone > 0 ? ray.marrowMm() : 0;
      squares += Math.pow(bone - chord(from, direction, radius), 2);
      inner += marrow;
      analytic += chord(from, direction, radius - shell);
    }
    // Grazing rays shorter than a step may be missed; that is all the error there is.
    assertThat(Math.sqrt(squares / rays)).isLessThan(0.05);
    assertThat(inner).isCloseTo(analytic, within(0.002 * analytic));
  }

  @Test
  void aCylinderSeenFromTheSideHoldsItsShellsMass() {
    double outer = 15;
    double shell = 4;
    Limb limb = Limb.round(new Point(0, 0, -100), new Point(0, 0, 100), outer, outer);
    Skeleton skeleton = one(limb, Tissue.shell(shell));
    BoneRay ray = new BoneRay(skeleton);
    double area = 0;
    double step = 0.1;
    for (double x = -16; x < 16; x += step) {
      ray.aim(new Point(x, 500, 0.3), DOWN);
      if (ray.walk(skeleton.bones().getFirst())) {
        area += step * (ray.cortexMainMm() + ray.cortexSecondMm());
      }
    }
    double expected = Math.PI * (outer * outer - (outer - shell) * (outer - shell));
    assertThat(area).isCloseTo(expected, within(0.003 * expected));
  }

  @Test
  void aLensWithFlatPlatesIsAsHighAsItIsBuilt() {
    Skeleton skeleton =
        Skeleton.builder()
            .add(Lens.of(22, 17, 13.5, 2.5), Frame.BODY, Tissue.shell(0.5).withEnds(0.8))
            .close(BoneKind.VERTEBRA, 3, Frame.BODY)
            .build();
    BoneRay ray = new BoneRay(skeleton);
    ray.aim(new Point(3, 2, 400), new Point(0, 0, -1));
    assertThat(ray.walk(skeleton.bones().getFirst())).isTrue();
    assertThat(ray.boneMm()).isCloseTo(27, within(0.05));
    assertThat(ray.boneMm() - ray.marrowMm()).isCloseTo(1.6, within(0.05));
    ray.aim(new Point(0, 400, 0), DOWN);
    assertThat(ray.walk(skeleton.bones().getFirst())).isTrue();
    assertThat(ray.boneMm()).isCloseTo(34, within(0.05));
    assertThat(ray.boneMm() - ray.marrowMm()).isCloseTo(1.0, within(0.05));
  }

  @Test
  void aRayThatPassesByMeetsNothing() {
    Skeleton skeleton = one(Limb.sphere(Point.ORIGIN, 10), Tissue.shell(1));
    BoneRay ray = new BoneRay(skeleton);
    ray.aim(new Point(10.5, 100, 0), DOWN);
    assertThat(ray.walk(skeleton.bones().getFirst())).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTiltedEllipticRodHoldsItsVolume(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double a = random.nextDouble(5, 9);
    double b = random.nextDouble(3, 6);
    Point half = new Point(random.nextDouble(-20, 20), random.nextDouble(-5, 5), 20);
    Skeleton skeleton =
        one(Limb.elliptic(half.times(-1), half, new Point(0, 1, 0), a, b), Tissue.shell(0.7));
    BoneRay ray = new BoneRay(skeleton);
    double volume = 0;
    double step = 0.5;
    for (double x = -40; x < 40; x += step) {
      for (double z = -40; z < 40; z += step) {
        ray.aim(new Point(x, 300, z), DOWN);
        volume += ray.walk(skeleton.bones().getFirst()) ? ray.boneMm() * step * step : 0;
      }
    }
    double cap = Math.min(a, b);
    double expected = Math.PI * a * b * (2 * half.length() + 4.0 / 3 * cap);
    assertThat(volume).isCloseTo(expected, within(0.005 * expected));
  }

  @Test
  void textureHasMeanOne() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    int count = 200_000;
    for (int i = 0; i < count; i++) {
      double value =
          Texture.at(
              random.nextDouble(-500, 500),
              random.nextDouble(-500, 500),
              random.nextDouble(-500, 500));
      sum += value;
      squares += value * value;
    }
    double mean = sum / count;
    assertThat(mean).isCloseTo(1, within(0.03));
    assertThat(Math.sqrt(squares / count - mean * mean)).isBetween(0.2, 0.35);
  }
}
