package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;

class DistanceTest {
  private static final double H = 1e-3;

  static IntStream numbers() {
    return IntStream.range(0, 4);
  }

  /**
   * Else shells are thicker or thinner than they are said to be. Where two parts blend the slope is
   * less than one, as it is for every smooth union.
   */
  @ParameterizedTest(name = "subject {0}")
  @MethodSource("numbers")
  void nearTheSurfaceDistanceGrowsByOneMillimetrePerMillimetre(int number) {
    Skeleton skeleton = Anatomy.of(Population.MIXED.draw(21, number)).skeleton();
    SplittableRandom random = new SplittableRandom(number);
    BoneRay ray = new BoneRay(skeleton);
    int near = 0;
    int good = 0;
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      Skeleton.Bone bone = skeleton.bones().get(random.nextInt(skeleton.bones().size()));
      if (bone.kind() != BoneKind.VERTEBRA && !bone.kind().isFemur()) {
        continue;
      }
      int part = random.nextInt(bone.first(), bone.last());
      double r = skeleton.ballRadius(part);
      Point place =
          skeleton
              .ballCentre(part)
              .plus(
                  new Point(
                      random.nextDouble(-r, r),
                      random.nextDouble(-r, r),
                      random.nextDouble(-r, r)));
      if (Math.abs(ray.distanceAt(bone, place)) < 0.5) {
        double slope = gradient(ray, bone, place);
        near++;
        sum += slope;
        good += slope > 0.8 && slope < 1.2 ? 1 : 0;
      }
    }
    assertThat(near).isGreaterThan(150);
    assertThat(sum / near).isBetween(0.88, 1.06);
    assertThat((double) good / near).isGreaterThan(0.8);
  }

  private static double gradient(BoneRay ray, Skeleton.Bone bone, Point p) {
    double x = slope(ray, bone, p, new Point(H, 0, 0));
    double y = slope(ray, bone, p, new Point(0, H, 0));
    double z = slope(ray, bone, p, new Point(0, 0, H));
    return Math.sqrt(x * x + y * y + z * z);
  }

  private static double slope(BoneRay ray, Skeleton.Bone bone, Point p, Point step) {
    return (ray.distanceAt(bone, p.plus(step)) - ray.distanceAt(bone, p.minus(step))) / (2 * H);
  }
}
