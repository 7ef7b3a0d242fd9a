package org.trabecula.simulation.population;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws of Schmorl nodes. All figures are [K]: one to four in those who have any, most at T11 to
 * L2, more in lower end-plates than in upper ones, a little behind the middle.
 */
final class SchmorlNodes {
  private static final int MOST = 4;
  private static final double ANOTHER = 0.5;
  private static final double LOWER = 0.6;

  /** How often a level has one, from T7 to L5. */
  private static final double[] WEIGHTS = {3, 4, 5, 8, 15, 18, 18, 14, 8, 5, 2};

  private SchmorlNodes() {}

  /**
   * Draws with a generator of their own, so that they move nothing else. A fractured vertebra gets
   * none: in what is left of its plates nobody could tell them.
   */
  static List<SchmorlNode> draw(double age, Prevalence prevalence, Degeneration wear, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    if (random.nextDouble() >= prevalence.of(Distortion.SCHMORL_NODES).at(age)) {
      return List.of();
    }
    List<SchmorlNode> nodes = new ArrayList<>();
    do {
      SchmorlNode node = node(random);
      if (!wear.fractured(node.level()) && nodes.stream().noneMatch(n -> samePlate(n, node))) {
        nodes.add(node);
      }
    } while (nodes.isEmpty() || nodes.size() < MOST && random.nextDouble() < ANOTHER);
    return nodes;
  }

  private static boolean samePlate(SchmorlNode one, SchmorlNode other) {
    return one.level() == other.level() && one.upper() == other.upper();
  }

  /** Of 8 to 14 mm width and 3 to 6 mm depth; wide ones are deep, so that none is a shaft. */
  private static SchmorlNode node(SplittableRandom random) {
    double width = random.nextDouble(8, 14);
    return new SchmorlNode(
        level(random),
        random.nextDouble() >= LOWER,
        Math.clamp(width * random.nextDouble(0.33, 0.45), 3, 6),
        width,
        random.nextDouble(-0.3, 0.3),
        random.nextDouble(-0.35, 0.1),
        random.nextDouble(0.2, 1.0));
  }

  private static Level level(SplittableRandom random) {
    double left = 100 * random.nextDouble();
    int at = 0;
    while (at < WEIGHTS.length - 1 && left >= WEIGHTS[at]) {
      left -= WEIGHTS[at++];
    }
    return Level.values()[at];
  }
}
