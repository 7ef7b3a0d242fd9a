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
