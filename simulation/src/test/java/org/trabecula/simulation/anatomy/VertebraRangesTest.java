package org.trabecula.simulation.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.skeleton.BoneRay;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;

/**
 * Whole vertebrae against the mean surfaces of the morphable lumbar model (87 CT patients; facts
 * 3.1 [M]): seen from the front by parallel rays, within 26 mm of the midline as a densitometer
 * sees them, averaged over subjects without wear and of mean size.
 */
class VertebraRangesTest {
  private static final int SUBJECTS = 24;
  private static final double HALF_ROI = 26;

  /**
   * The surfaces are those of one lying spine, seen from its front. L2 to L4 stand across that view
   * within a few degrees; L5 leans with the sacrum, which shortens its path.
   */
  private static Frame seenFrom(VertebraShape shape) {
    return shape.level() == Level.L5 ? Frame.BODY.movedTo(shape.frame().origin()) : shape.frame();
  }

  /** Area (cm²) and mean path (mm) within the region, and volume of the whole (cm³). */
  private static double[] look(int number, Level level) {
    SplittableRandom random = new SplittableRandom(number);
    Build drawn = Build.draw(Population.MIXED.draw(3, number), random);
    Build build =
        new Build(
            1, drawn.female(), drawn.spineShell(), drawn.hipShell(), drawn.sacralSlopeDegrees());
    SingleVertebra vertebra = SingleVertebra.of(build, level, random);
    Skeleton skeleton = vertebra.skeleton();
    BoneRay ray = new BoneRay(skeleton);
    Frame f = seenFrom(vertebra.shape());
    double area = 0;
    double inside = 0;
    double volume = 0;
    for (double x = -69.5; x < 70; x++) {
      for (double z = -59.5; z < 60; z++) {
        Point from = f.at(x, 120, z);
        ray.aim(from, f.front().times(-1));
        if (ray.walk(skeleton.bones().getFirst())) {
          volume += ray.boneMm();
          if (Math.abs(x) < HALF_ROI) {
            area++;
            inside += ray.boneMm();
          }
        }
      }
    }
    return new double[] {area / 100, inside / area, volume / 1000};
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "L2, 19.1, 29.4, 57.3, 0.07",
    "L3, 19.6, 31.2, 63.3, 0.07",
    "L4, 19.8, 30.9, 63.1, 0.07",
    "L5, 22.5, 25.0, 62.6, 0.07"
  })
  void theAverageVertebraCastsTheShadowOfTheMeanSurface(
      Level level, double areaCm2, double pathMm, double volumeCm3, double share) {
    double[] mean = new double[3];
    for (int number = 0; number < SUBJECTS; number++) {
      double[] one = look(number, level);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i] / SUBJECTS;
      }
    }
    System.out.printf(
        "%s: area %.1f cm2 (%.1f), mean path %.1f mm (%.1f), volume %.1f cm3 (%.1f)%n",
        level, mean[0], areaCm2, mean[1], pathMm, mean[2], volumeCm3);
    assertThat(mean[0]).isCloseTo(areaCm2, within(share * areaCm2));
    assertThat(mean[1]).isCloseTo(pathMm, within(share * pathMm));
    assertThat(mean[2]).isCloseTo(volumeCm3, within(0.07 * volumeCm3));
  }
}
