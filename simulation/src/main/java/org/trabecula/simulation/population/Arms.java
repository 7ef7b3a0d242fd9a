package org.trabecula.simulation.population;

import java.util.SplittableRandom;

/**
 * Which arms lie close beside the body, where wide films show them; the others are on the chest.
 *
 * @param right whether the subject's right one does
 * @param left and the left one
 * @param seed of their shapes and places
 */
public record Arms(boolean right, boolean left, long seed) {
  /** None. */
  public static final Arms NONE = new Arms(false, false, 0);

  /** Share of such subjects whose two arms lie so [K]. */
  private static final double BOTH = 0.25;

  /** Whether none does. */
  public boolean isEmpty() {
    return !right && !left;
  }

  /** Draws with a generator of their own, so that a setting here moves nothing else. */
  static Arms draw(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    if (random.nextDouble() >= share) {
      return NONE;
    }
    boolean both = random.nextDouble() < BOTH;
    boolean right = random.nextBoolean();
    return new Arms(both || right, both || !right, random.nextLong());
  }
}
