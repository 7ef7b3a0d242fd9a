package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Dent;
import org.trabecula.simulation.skeleton.Lens;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/** Gives a vertebra its parts. Local axes: across to the subject's left, front, up. */
final class VertebraBuilder {
  /** Side walls and end-plates of a body, mm: 0.35 on average, 0.09 to 0.86 (Silva 1994). */
  private static final double WALL = 0.34;

  private static final double END_PLATE = 0.40;

  /** The front wall is the thickest (Palepu 2019), here by 0.07 mm over the middle [K]. */
  private static final double WALL_PER_MM = 0.004;

  private final Skeleton.Builder skeleton;
  private final VertebraShape v;
  private final Build build;
  private final Degeneration wear;
  private final SplittableRandom random;
  private final SplittableRandom worn;
  private final double size;

  VertebraBuilder(
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
    // Wear has its own stream, so that the same vertebra without it is the same otherwise.
    worn = random.split();
    size = build.size();
  }

  void add() {
    Lens lens = lens();
    skeleton.add(lens, v.frame(), filling());
    for (int side = -1; side <= 1; side += 2) {
      for (int end = -1; end <= 1; end += 2) {
        lip(lens, side, end);
      }
    }
    new VertebralArch(skeleton, v, build, wear, random.split()).add();
    if (wear.osteophytes() > 0) {
      new Osteophytes(skeleton, v, build, wear, worn).add(lens);
    }
    Point offset =
        new Point(random.nextDouble() * 100, random.nextDouble() * 100, random.nextDouble() * 100);
    skeleton.close(BoneKind.VERTEBRA, 3.0, v.frame().movedTo(offset));
  }

  /** The body. Its lower plate is hollower than its upper one, and each leans its own way. */
  private Lens lens() {
    double wedge = Math.tan(Math.toRadians(SpineSizes.wedge(v.level(), build.female()) / 2));
    double lost = (v.anteriorLoss() - v.posteriorLoss()) * v.height() / v.depth();
    double hollow = (v.level().ordinal() >= Level.L1.ordinal() ? 1.9 : 1.5) * size;
    double top = 0.85 + 0.3 * random.nextGaussian();
    double bottom = 1.25 + 0.3 * random.nextGaussian();
    return Lens.of(v.width() / 2, v.depth() / 2, v.middleHeight() / 2 + 0.5, 2.5)
        .hollow(
            Math.clamp(0.155 + 0.025 * random.nextGaussian(), 0.08, 0.20),
            hollow * Math.clamp(top, 0.3, 1.5) * (1 + v.anteriorLoss()),
            hollow * Math.clamp(bottom, 0.5, 1.9))
        .sloped(
            -wedge - 0.85 * lost + leaning(0.045),
            wedge + 0.15 * lost + leaning(0.045),
            leaning(0.022),
            leaning(0.022))
        .dented(dent(true), dent(false));
  }

  private Dent dent(boolean upper) {
    return wear.schmorlNode(v.level(), upper)
        .map(n ->
            new Dent(
                n.depthMm(),
                n.widthMm() / 2,
                n.across() * v.width() / 2,
                n.front() * v.depth() / 2,
                n.sclerosisMm()))
        .orElse(Dent.NONE);
  }

  private double leaning(double spread) {
    return spread * Math.clamp(random.nextGaussian(), -2, 2);
  }

  private Tissue filling() {
    double sclerosis = 1 + 1.5 * wear.osteophytes() * worn.nextDouble();
    double packed = 1 / (1 - 0.6 * (v.anteriorLoss() + v.posteriorLoss()) / 2);
    double own = build.spineShell() * SpineSizes.shell(v.level());
    Point uneven =
        v.frame()
            .front()
            .times(WALL_PER_MM)
            .plus(v.frame().across().times(0.003 * random.nextGaussian()));
    return Tissue.shell(WALL * own * varied(0.12))
        .withGradient(uneven)
        .withEnds(END_PLATE * own * varied(0.18) * sclerosis)
        .withTrabecular(packed * SpineSizes.density(v.level()));
  }

  /** About one, never far from it. */
  private double varied(double spread) {
    return Math.exp(spread * Math.clamp(random.nextGaussian(), -2, 2));
  }

  /** The thickened rim of a plate at one corner of the shadow, where the ring apophysis was. */
  private void lip(Lens lens, int side, int end) {
    double out = size * (0.2 + 0.7 * random.nextGaussian());
    double across = side * (v.width() / 2 - 3.0 * size + Math.clamp(out, -0.6, 1.8));
    double behind = -v.depth() * random.nextDouble(0.12, 0.30);
    double before = v.depth() * random.nextDouble(0.10, 0.28);
    double thick = 2.2 * size * varied(0.15);
    Limb rim =
        Limb.elliptic(
                v.frame().at(0.97 * across, behind, rim(lens, end, across, behind) - end * thick),
                v.frame().at(across, before, rim(lens, end, across, before) - end * thick),
                v.frame().across(),
                3.2 * size,
                thick)
            .taperedTo(3.2 * size * varied(0.15), thick);
    double own = build.spineShell() * SpineSizes.shell(v.level());
    skeleton.add(rim, Tissue.shell(WALL * own).withTrabecular(1.3 * SpineSizes.density(v.level())));
  }

  /** Height of a plate's rim over the body's centre. */
  static double rim(Lens lens, int end, double across, double front) {
    double slopeFront = end > 0 ? lens.topSlopeFront() : lens.bottomSlopeFront();
    double slopeAcross = end > 0 ? lens.topSlopeAcross() : lens.bottomSlopeAcross();
    return end * lens.halfHeight() + slopeFront * front + slopeAcross * across;
  }
}
