package org.trabecula.simulation.population;

import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Sex;

/** Draws of the soft parts. */
final class Shapes {
  private Shapes() {}

  static Body body(Sex sex, double bodyMassIndex, double gasOverSpine, RandomGenerator random) {
    double thickness = 21 + 0.75 * (bodyMassIndex - 25) + 2 * random.nextGaussian();
    double ratio = Math.clamp(1.45 + 0.07 * random.nextGaussian(), 1.25, 1.7);
    // Whole-body fat share from body mass index and sex, about as Deurenberg has it [K].
    double fat =
        (sex == Sex.FEMALE ? 0.33 : 0.22)
            + 0.012 * (bodyMassIndex - 24)
            + 0.04 * random.nextGaussian();
    return new Body(
        Math.clamp(thickness, 13, 42),
        ratio,
        Math.clamp(fat, 0.1, 0.55),
        random.nextDouble() < gasOverSpine,
        random.nextDouble());
  }
}
