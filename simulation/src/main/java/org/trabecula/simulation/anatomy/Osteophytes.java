package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.skeleton.Lens;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/**
 * Bone that wear adds to one vertebra: claws at the rims of its plates, some of which bridge the
 * disc, and thickened facet joints. How often and how large is [K].
 */
final class Osteophytes {
  private final Skeleton.Builder skeleton;
  private final VertebraShape v;
  private final Build build;
  private final Degeneration wear;
  private final SplittableRandom random;
  private final double size;

  Osteophytes(
      Skeleton.Builder skeleton,
      VertebraShape shape,
      Build build,
      Degeneration wear,
      SplittableRandom random) {
    this.skeleton = skeleton;
    this.v = shape;
    this.build = build;
    this.wear = wear;
    this.random = random;
    size = build.size();
  }

  void add(Lens body) {
    double grade = wear.osteophytes();
    // They grow on the side towards which a curved spine is bent: the hollow of the curve.
    double hollow = Math.clamp(wear.scoliosisDegrees() / 15, -0.6, 0.6);
    for (int side = -1; side <= 1; side += 2) {
      for (int end = -1; end <= 1; end += 2) {
        double chance = (0.15 + 0.5 * grade) * (1 + side * hollow);
        // Most are small; few are large.
        double strength = grade * Math.pow(random.nextDouble(), 1.5) * (1.15 + side * hollow / 2);
        if (random.nextDouble() < chance) {
          claw(body, side, end, Math.min(strength, 1));
        }
      }
      if (random.nextDouble() < 0.8 * grade) {
        facet(side, grade);
      }
    }
  }

  private Tissue tissue(double shellMm, double density) {
    return Tissue.shell(shellMm * build.spineShell()).withTrabecular(density);
  }

  /** Leaves the rim level and turns towards the disc; the largest reach half across it. */
  private void claw(Lens body, int side, int end, double strength) {
    double y = v.depth() * random.nextDouble(-0.12, 0.28);
    double edge = side * v.width() / 2;
    double rim = VertebraBuilder.rim(body, end, edge, y);
    double reach = size * (1.5 + 6.0 * strength * random.nextDouble(0.7, 1.2));
    double thick = size * (2.2 + 1.6 * strength) * random.nextDouble(0.85, 1.15);
    double curl = size * random.nextDouble(0.2, 1) * (1 + 3 * strength);
    if (strength > 0.55) {
      curl = Math.max(curl, 0.55 * v.discBelow());
    }
    Point root = v.frame().at(edge - side * 4.5 * size, y, rim - end * 3.4 * size);
    Point knee = v.frame().at(edge + side * 0.62 * reach, 1.1 * y, rim - end * 1.2 * size);
    Point tip = v.frame().at(edge + side * reach, 1.15 * y, rim + end * curl);
    double deep = size * (6 + 4 * strength);
    skeleton.add(
        Limb.elliptic(root, knee, v.frame().front(), deep, 1.25 * thick)
            .taperedTo(0.8 * deep, 0.8 * thick),
        tissue(0.45, 1.7));
    skeleton.add(
        Limb.elliptic(knee, tip, v.frame().front(), 0.8 * deep, 0.8 * thick)
            .taperedTo(0.4 * deep, 0.35 * thick),
        tissue(0.45, 1.9));
  }

  /** A dense, lumpy joint of the articular processes. */
  private void facet(int side, double grade) {
    double x = side * size * SpineSizes.canal(v.level()) * random.nextDouble(0.62, 0.80);
    double back = -v.depth() / 2 - 16 * size;
    double z = -v.height() / 2 - size * random.nextDouble(3, 9);
    double radius = size * (4.5 + 3.5 * grade * random.nextDouble());
    Point from = v.frame().at(x, back, z);
    Point to = v.frame().at(x + side * random.nextDouble(0, 4), back, z + random.nextDouble(3, 8));
    skeleton.add(
        Limb.round(from, to, radius, radius * random.nextDouble(0.6, 1)), tissue(0.5, 3.2));
  }
}
