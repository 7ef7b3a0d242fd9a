package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/** The lowest six pairs of ribs, as far forward as a lumbar film shows them. Shapes are [K]. */
final class RibBuilder {
  private static final double SEGMENT_DEGREES = 13;

  /** How far round each rib goes, degrees from the back; T7 to T12. */
  private static final double[] REACH = {128, 127, 125, 112, 82, 50};

  private static final double[] HALF_WIDTH = {126, 130, 132, 130, 122, 104};

  private RibBuilder() {}

  static void add(
      Skeleton.Builder skeleton, VertebraShape v, Build build, SplittableRandom random) {
    int index = v.level().ordinal();
    double reach = REACH[index] + 6 * random.nextGaussian();
    if (v.level() == Level.T12) {
      // The twelfth rib is anything from a stump to a full one.
      reach = Math.clamp(44 + 10 * random.nextGaussian(), 18, 65);
    }
    double wide = v.level() == Level.T12 ? 4.6 : 6.4;
    double slope = 0.50 + 0.06 * random.nextGaussian();
    for (int side = -1; side <= 1; side += 2) {
      Point centre = v.frame().at(0, 52 * build.size(), -2);
      double a = HALF_WIDTH[index] * build.size();
      double b = 84 * build.size();
      Point last = place(centre, side * a, b, slope, 11);
      for (double angle = 11 + SEGMENT_DEGREES; angle <= reach; angle += SEGMENT_DEGREES) {
        Point next = place(centre, side * a, b, slope, angle);
        skeleton.add(
            Limb.elliptic(last, next, new Point(0, 0, 1), wide * build.size(), 3.3 * build.size()),
            Tissue.shell(1.1 * build.spineShell()));
        last = next;
      }
      skeleton.close(BoneKind.RIB, 1.0, v.frame());
    }
  }

  private static Point place(Point centre, double a, double b, double slope, double degrees) {
    double angle = Math.toRadians(degrees);
    // The rib first runs level, then ever more steeply down.
    double fall = slope * Math.abs(a) * (0.55 * angle - 0.16 + 0.55 * angle * angle);
    return centre.plus(new Point(a * Math.sin(angle), -b * Math.cos(angle), -fall));
  }
}
