package org.trabecula.simulation.population;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws of degeneration by age, but for {@link SchmorlNodes}. */
final class Wear {
  /** Added areal density at the worst grade, g/cm². */
  private static final double MOST_ADDED = 0.25;

  private final Prevalence prevalence;

  Wear(Prevalence prevalence) {
    this.prevalence = prevalence;
  }

  Degeneration draw(double age, RandomGenerator random) {
    double osteophytes =
        random.nextDouble() < osteophyteRate(age) ? 0.15 + 0.85 * random.nextDouble() : 0;
    double calcified =
        random.nextDouble() < prevalence.of(Distortion.CALCIFIED_AORTA).at(age)
            ? 0.1 + 0.9 * random.nextDouble()
            : 0;
    List<Fracture> fractures =
        random.nextDouble() < prevalence.of(Distortion.FRACTURES).at(age)
            ? fractures(random)
            : List.of();
    double sign = random.nextBoolean() ? 1 : -1;
    double scoliosis =
        random.nextDouble() < prevalence.of(Distortion.SCOLIOSIS).at(age)
            ? 10 + 8 * Math.abs(random.nextGaussian())
            : 3 * Math.abs(Population.within(random, 3));
    return new Degeneration(
        osteophytes,
        MOST_ADDED * osteophytes,
        calcified,
        fractures,
        sign * Math.min(scoliosis, 40),
        List.of());
  }

  /** Share of subjects with osteophytes and sclerosis. */
  double osteophyteRate(double age) {
    return prevalence.of(Distortion.OSTEOPHYTES).at(age);
  }

  /** What wear adds to the spine at an age on average, g/cm². */
  double meanAdded(double age) {
    return osteophyteRate(age) * MOST_ADDED * 0.575;
  }

  /** Variance of what wear adds to the spine at an age, g²/cm⁴. */
  double varianceAdded(double age) {
    // Grades are even over 0.15 to 1: their mean square is 0.575² + 0.85² / 12.
    double meanSquare = MOST_ADDED * MOST_ADDED * (0.575 * 0.575 + 0.85 * 0.85 / 12);
    return osteophyteRate(age) * meanSquare - meanAdded(age) * meanAdded(age);
  }

  /** At most two measured vertebrae, so that two stay assessable. */
  private static List<Fracture> fractures(RandomGenerator random) {
    int count = random.nextDouble() < 0.7 ? 1 : 2;
    List<Fracture> fractures = new ArrayList<>();
    // The thoracolumbar junction breaks most often.
    Level[] likely = {
      Level.T12, Level.T12, Level.L1, Level.L1, Level.L1, Level.L2, Level.L3, Level.L4
    };
    while (fractures.size() < count) {
      Level level = likely[random.nextInt(likely.length)];
      if (fractures.stream().noneMatch(f -> f.level() == level)) {
        double anterior = 0.2 + 0.3 * random.nextDouble();
        double posterior = random.nextDouble() < 0.3 ? anterior * 0.7 : 0.05 * random.nextDouble();
        fractures.add(new Fracture(level, anterior, posterior));
      }
    }
    return fractures;
  }
}
