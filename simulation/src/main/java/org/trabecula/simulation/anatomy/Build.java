package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.densitometry.Sex;
import org.trabecula.simulation.population.SimulatedSubject;

/**
 * Size and proportions of one skeleton.
 *
 * @param size linear size relative to the mean of both sexes
 * @param female whether female proportions hold
 * @param spineShell thickness of the spine's shells relative to the usual
 * @param hipShell thickness of the femora's shells relative to the usual
 * @param sacralSlopeDegrees slope of the first sacral end-plate (Ferguson's angle)
 */
record Build(
    double size, boolean female, double spineShell, double hipShell, double sacralSlopeDegrees) {

  static Build draw(SimulatedSubject subject, SplittableRandom random) {
    boolean female = subject.sex() == Sex.FEMALE;
    double meanHeight = female ? 158 : 171;
    // Men's vertebrae are 7-12 % larger (facts 3.1); half of a person's height shows in them.
    double size =
        (female ? 0.96 : 1.045)
            * (1 + 0.5 * (subject.heightCm() - meanHeight) / meanHeight)
            * (1 + 0.03 * random.nextGaussian());
    double spine = Math.sqrt(subject.densities().spine() / 0.95) * spread(random, 0.10);
    double hip = Math.sqrt(subject.densities().totalHip() / 0.85) * spread(random, 0.10);
    // 44.5 ± 9.9 degrees standing (facts 3.1), lower supine.
    double slope = 40 + 8 * random.nextGaussian();
    return new Build(
        Math.clamp(size, 0.84, 1.18),
        female,
        Math.clamp(spine, 0.7, 1.35),
        Math.clamp(hip, 0.7, 1.35),
        Math.clamp(slope, 22, 58));
  }

  private static double spread(SplittableRandom random, double share) {
    return Math.exp(share * Math.clamp(random.nextGaussian(), -2, 2));
  }
}
