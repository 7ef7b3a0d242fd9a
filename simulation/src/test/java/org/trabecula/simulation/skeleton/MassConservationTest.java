package org.trabecula.simulation.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.population.Population;

/** Rays at the working step hold the mass that is there. */
class MassConservationTest {
  private static final double BAR = 0.001;

  @ParameterizedTest
  @ValueSource(doubles = {6, 10, 15, 25})
  void aBallHoldsItsMass(double radius) {
    double shell = 0.5;
    Skeleton skeleton =
        Skeleton.builder()
            .add(Limb.sphere(Point.ORIGIN, radius), Tissue.shell(shell))
            .close(BoneKind.VERTEBRA, 3, Frame.BODY)
            .build();
    BoneRay ray = new BoneRay(skeleton);
    double pitch = 0.05;
    double marrow = 0;
    double cortex = 0;
    for (double x = -radius - 1 + 0.013; x < radius + 1; x += pitch) {
      for (double z = -radius - 1 + 0.017; z < radius + 1; z += pitch) {
        ray.aim(new Point(x, 400.3, z), new Point(0, -1, 0));
        if (ray.walk(skeleton.bones().getFirst())) {
          marrow += ray.marrowMm() * pitch * pitch;
          cortex += (ray.boneMm() - ray.marrowMm()) * pitch * pitch;
        }
      }
    }
    double inner = 4 * Math.PI / 3 * Math.pow(radius - shell, 3);
    double outer = 4 * Math.PI / 3 * Math.pow(radius, 3);
    double error = mass(cortex, marrow) / mass(outer - inner, inner) - 1;
    System.out.printf(Locale.ROOT, "mass of a ball of %s mm: %+.3f %%%n", radius, 100 * error);
    assertThat(Math.abs(error)).isLessThanOrEqualTo(BAR);
  }

  /** Hydroxyapatite of typical cortex and trabecular bone, mg for mm³. */
  private static double mass(double cortex, double marrow) {
    return 1.08 * cortex + 0.15 * marrow;
  }

  /** The same rays, walked and looked at every 0.05 mm. */
  @ParameterizedTest(name = "{0}, subject {2} of seed {1}")
  @CsvSource({"MIXED, 31, 5", "US, 8, 2", "FLAT, 1, 7"})
  void aSubjectsBonesHoldTheirMass(Population population, long seed, int number) {
    Skeleton skeleton = Anatomy.of(population.draw(seed, number)).skeleton();
    SplittableRandom random = new SplittableRandom(seed);
    BoneRay ray = new BoneRay(skeleton);
    double walked = 0;
    double fine = 0;
    for (Skeleton.Bone bone : skeleton.bones()) {
      if (bone.kind() == BoneKind.PLAQUE) {
        continue;
      }
      for (int i = 0; i < 120; i++) {
        int part = random.nextInt(bone.first(), bone.last());
        Point through =
            skeleton
                .ballCentre(part)
                .plus(
                    new Point(
                        random.nextDouble(-1, 1) * skeleton.ballRadius(part),
                        0,
                        random.nextDouble(-1, 1) * skeleton.ballRadius(part)));
        Point direction =
            new Point(random.nextDouble(-0.2, 0.2), -1, random.nextDouble(-0.2, 0.2)).unit();
        Point from = through.minus(direction.times(500));
        ray.aim(from, direction);
        if (ray.walk(bone)) {
          walked += mass(ray.boneMm() - ray.marrowMm(), ray.marrowMm());
        }
        fine += fine(ray, bone, from, direction);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "mass of subject %s %d/%d: %+.3f %% of rays looked at every 0.05 mm%n",
        population,
        seed,
        number,
        100 * (walked / fine - 1));
    assertThat(Math.abs(walked / fine - 1)).isLessThanOrEqualTo(BAR);
  }

  /** Steps far from bone are as long as half the distance; near it 0.05 mm. */
  private static double fine(BoneRay ray, Skeleton.Bone bone, Point from, Point direction) {
    double step = 0.05;
    double mass = 0;
    for (double t = 350; t < 650; t += step) {
      Point place = from.plus(direction.times(t + step / 2));
      double inner = ray.marrowDistanceAt(bone, place);
      double outer = ray.distanceAt(bone, place);
      if (outer > 4) {
        t += 0.4 * outer;
      } else if (outer < 0) {
        mass += inner < 0 ? mass(0, step) : mass(step, 0);
      }
    }
    return mass;
  }
}
