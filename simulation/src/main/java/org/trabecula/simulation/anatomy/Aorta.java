package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/** Calcified plaques in the wall of the abdominal aorta, in front of and left of the spine [K]. */
final class Aorta {
  /** Thick enough for the rays' steps. */
  private static final double HALF_THICKNESS = 1.1;

  private Aorta() {}

  static void add(
      Skeleton.Builder skeleton, Column column, double calcification, SplittableRandom random) {
    if (calcification <= 0) {
      return;
    }
    int count = 3 + (int) Math.round(26 * calcification);
    double radius = 9 + 1.5 * random.nextGaussian();
    for (int i = 0; i < count; i++) {
      // More of them near the fork at L4.
      double down = Math.sqrt(random.nextDouble());
      Point spine = along(column, down);
      double depth = column.at(Level.L3).depth() / 2 + radius + 3;
      double angle = random.nextDouble(0, 2 * Math.PI);
      Point normal = new Point(Math.cos(angle), Math.sin(angle), 0);
      Point centre = spine.plus(new Point(9 + 4 * down, depth, 0)).plus(normal.times(radius));
      double length = random.nextDouble(2, 9);
      Point half = new Point(0, 0, length / 2);
      double wide = random.nextDouble(1.2, 4.5);
      skeleton.add(
          new Limb(
              centre.minus(half),
              centre.plus(half),
              normal,
              HALF_THICKNESS,
              wide,
              HALF_THICKNESS,
              wide * 0.8,
              1.2),
          Tissue.shell(10));
    }
    skeleton.close(BoneKind.PLAQUE, 0.5, Frame.BODY);
  }

  /** The front of the spine from L1 (0) to L4 (1). */
  private static Point along(Column column, double share) {
    double at = 3 * share;
    int first = Math.min(2, (int) at);
    Point upper = column.at(Level.values()[Level.L1.ordinal() + first]).frame().origin();
    Point lower = column.at(Level.values()[Level.L1.ordinal() + first + 1]).frame().origin();
    return upper.towards(lower, at - first);
  }
}
