package org.trabecula.simulation.decoy;

import java.util.random.RandomGenerator;
import org.trabecula.simulation.decoy.Canvas.Box;
import org.trabecula.simulation.decoy.Canvas.Ellipse;

/** What is no body at all: test objects, pages, noise. */
final class TestObjects {
  private static final Box EVERYWHERE = new Box(-600, -600, 600, 600);
  private final RandomGenerator random;

  TestObjects(RandomGenerator random) {
    this.random = random;
  }

  /** A quality-control phantom: a slab with a step wedge, discs and line patterns. */
  void phantom(Canvas canvas) {
    double slab = random.nextDouble(10, 180);
    double half = random.nextDouble(80, 260);
    canvas.add(
        EVERYWHERE, (x, y) -> Math.abs(x) < half && Math.abs(y) < half ? slab : 0, Tissue.MUSCLE);
    int steps = random.nextInt(5, 12);
    double width = random.nextDouble(8, 20);
    double step = random.nextDouble(1, 4);
    canvas.add(
        EVERYWHERE,
        (x, y) -> {
          double k = Math.floor((x + half * 0.7) / width);
          return y > half * 0.5 && y < half * 0.7 && k >= 0 && k < steps ? k * step : 0;
        },
        Tissue.CORTEX);
    for (int i = 0; i < random.nextInt(4, 40); i++) {
      double radius = random.nextDouble(3, 14);
      canvas.ellipse(
          new Ellipse(
              random.nextDouble(-half, half),
              random.nextDouble(-half, half),
              radius,
              radius,
              random.nextDouble(0.3, 8),
              0,
              12),
          random.nextBoolean() ? Tissue.CORTEX : Tissue.METAL);
    }
    double period = random.nextDouble(3, 12);
    canvas.add(
        EVERYWHERE,
        (x, y) ->
            Math.abs(x) < 40
                    && y < -half * 0.4
                    && y > -half * 0.7
                    && Math.floorMod((int) Math.floor(x / period), 2) == 0
                ? 2
                : 0,
        Tissue.METAL);
  }

  /** Lines of writing, black on white or white on black once developed. */
  void page(Canvas canvas) {
    double lineHeight = random.nextDouble(6, 18);
    double letter = lineHeight * random.nextDouble(0.3, 0.5);
    double ink = random.nextDouble(2, 12);
    double base = random.nextBoolean() ? 0 : random.nextDouble(20, 150);
    long salt = random.nextLong();
    canvas.add(EVERYWHERE, (x, y) -> base, Tissue.MUSCLE);
    canvas.add(
        EVERYWHERE,
        (x, y) -> {
          double row = Math.floor(y / lineHeight);
          double column = Math.floor(x / letter);
          double v = y / lineHeight - row;
          double u = x / letter - column;
          long hash = mix(salt + 7919 * (long) row + 104_729 * (long) column);
          boolean gap = (hash & 7) == 0 || v > 0.7 || u > 0.85;
          long dot = hash >>> (8 + 5 * (int) (u * 4) + (int) (v * 7));
          return gap || (dot & 1) == 0 ? 0 : ink;
        },
        Tissue.CORTEX);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Clouds of no meaning. */
  void noise(Canvas canvas) {
    double cell = random.nextDouble(2, 120);
    Grain clouds = new Grain(cell, random.nextDouble(0.1, 1.2), random);
    double base = random.nextDouble(5, 200);
    canvas.add(EVERYWHERE, (x, y) -> base * clouds.at(y + 700, x + 700), Tissue.MUSCLE);
    if (random.nextBoolean()) {
      Grain mineral = new Grain(random.nextDouble(2, 60), 1, random);
      canvas.add(
          EVERYWHERE, (x, y) -> Math.max(0, 8 * (mineral.at(y + 700, x + 700) - 1)), Tissue.CORTEX);
    }
  }
}
