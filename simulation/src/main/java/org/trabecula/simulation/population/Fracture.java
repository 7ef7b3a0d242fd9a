package org.trabecula.simulation.population;

/**
 * A vertebra that has lost height.
 *
 * @param level which one
 * @param anteriorLoss share of the anterior height lost, in [0, 0.7]
 * @param posteriorLoss share of the posterior height lost, in [0, 0.7]: above 0.15 a crush fracture
 */
public record Fracture(Level level, double anteriorLoss, double posteriorLoss) {
  public Fracture {
    if (!(anteriorLoss >= 0 && anteriorLoss <= 0.7 && posteriorLoss >= 0 && posteriorLoss <= 0.7)) {
      throw new IllegalArgumentException(
          "Height lost is %s in front and %s behind, not within 0 to 0.7"
              .formatted(anteriorLoss, posteriorLoss));
    }
  }
}
