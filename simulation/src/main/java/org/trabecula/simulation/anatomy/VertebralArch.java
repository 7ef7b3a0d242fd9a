package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/**
 * Pedicles, laminae and processes of one vertebra. No two sides are alike: every part is moved and
 * thickened a little on its own [K].
 */
final class VertebralArch {
  /**
   * Trabecular density of the arch relative to the body's. Laminae and articular processes are
   * nearly compact, yet their outer shell is seen no thicker than 0.5 to 0.7 mm [K].
   */
  private static final double DENSE = 2.2;

  private static final double ARTICULAR = 1.8;

  private final Skeleton.Builder skeleton;
  private final VertebraShape v;
  private final Build build;
  private final SplittableRandom random;
  private final double size;
  private final double back;
  private final double pedicleX;
  private final double pedicleZ;
  private final double facet;
  private final double stout;

  VertebralArch(
      Skeleton.Builder skeleton,
      VertebraShape shape,
      Build build,
      Degeneration wear,
      SplittableRandom random) {
    this.skeleton = skeleton;
    this.v = shape;
    this.build = build;
    this.random = random;
    size = build.size();
    back = -v.depth() / 2;
    pedicleX = size * (SpineSizes.canal(v.level()) + SpineSizes.pedicleWidth(v.level())) / 2;
    pedicleZ = 0.16 * v.height() * (1 - v.posteriorLoss());
    stout = size * SpineSizes.stoutness(v.level());
    facet = 1 + 0.3 * wear.osteophytes();
  }

  void add() {
    for (int side = -1; side <= 1; side += 2) {
      pedicle(side);
      arch(side);
      transverse(side);
    }
    spinous();
  }

  private Tissue tissue(double shellMm, double density) {
    double own = build.spineShell() * SpineSizes.shell(v.level()) * varied(0.12);
    Point uneven =
        new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(0.008);
    return Tissue.shell(shellMm * own)
        .withGradient(uneven)
        .withTrabecular(density * SpineSizes.density(v.level()));
  }

  /** About one, never far from it. */
  private double varied(double spread) {
    return Math.exp(spread * Math.clamp(random.nextGaussian(), -2, 2));
  }

  /** A place, give or take, mm. */
  private Point near(double across, double front, double up, double spread) {
    return v.frame()
        .at(
            across + spread * size * random.nextGaussian(),
            front + spread * size * random.nextGaussian(),
            up + spread * size * random.nextGaussian());
  }

  /** Runs forward and inward and widens to the body; its inner wall is the thicker one. */
  private void pedicle(int side) {
    double width = size * SpineSizes.pedicleWidth(v.level()) / 2 * varied(0.06);
    double height = size * SpineSizes.pedicleHeight(v.level()) / 2 * varied(0.06);
    double inward = v.level() == Level.L5 ? 0.87 : 0.91;
    Point from = near(side * pedicleX * inward, back + 5, pedicleZ, 0.4);
    Point to = near(side * pedicleX * 1.03, back - 9 * size, pedicleZ - 0.5, 0.5);
    double turn = 0.12 * random.nextGaussian();
    Point across = v.frame().across().plus(v.frame().up().times(turn)).unit();
    Limb limb =
        Limb.elliptic(from, to, across, 1.12 * width, 1.12 * height)
            .taperedTo(0.92 * width, 0.94 * height);
    double own = build.spineShell() * SpineSizes.shell(v.level()) * varied(0.15);
    Point inner = v.frame().across().times(-side * 0.020);
    Point lower = v.frame().up().times(0.012 * random.nextGaussian());
    skeleton.add(
        limb,
        Tissue.shell(0.50 * own)
            .withGradient(inner.plus(lower))
            .withTrabecular(1.6 * SpineSizes.density(v.level())));
  }

  /** Pars, lamina and the articular processes of one side. */
  private void arch(int side) {
    double x = side * pedicleX;
    double lumbar = v.level().ordinal() >= Level.T12.ordinal() ? 1 : 0.8;
    Frame f = v.frame();
    double half = v.height() / 2;
    double own = stout * varied(0.05);
    double deep = own * SpineSizes.archDepth(v.level());
    Point corner = near(x * 1.02, back - 12 * size, pedicleZ, 0.5);
    Point upper = near(x * 1.06, back - 13 * size, half + 4.5 * size, 1.0);
    double wide = 4.4 * own * facet * lumbar;
    skeleton.add(
        Limb.elliptic(corner, upper, f.across(), wide, 6.6 * deep)
            .taperedTo(wide * varied(0.12), 6.3 * deep),
        tissue(0.48, ARTICULAR));
    Point isthmus = near(x * 0.86, back - 15 * size, -0.10 * v.height(), 0.6);
    Point middle = near(side * 4 * size, back - 23 * size, -0.30 * v.height(), 0.7);
    skeleton.add(
        Limb.elliptic(corner, isthmus, f.across(), 4.2 * own, 6.2 * deep), tissue(0.65, DENSE));
    skeleton.add(
        Limb.elliptic(isthmus, middle, f.up(), 7.4 * own, 5.7 * deep)
            .taperedTo(7.7 * own, 5.5 * deep),
        tissue(0.60, DENSE));
    Point lower = near(x * 0.84, back - 17 * size, -half - 9 * size, 1.1);
    skeleton.add(
        Limb.elliptic(isthmus, lower, f.across(), 4.6 * own * lumbar, 6.4 * deep)
            .taperedTo(4.7 * own * facet * lumbar * varied(0.12), 6.8 * deep),
        tissue(0.48, ARTICULAR));
  }

  /** A stout root and a blade that may bend: long on L3, upturned on L4, a cone on L5. */
  private void transverse(int side) {
    boolean lumbar = v.level().ordinal() >= Level.L1.ordinal();
    double tip = size * SpineSizes.span(v.level()) / 2 * (1 + 0.05 * random.nextGaussian()) - 3;
    double rise = size * (SpineSizes.transverseRise(v.level()) + 2.6 * random.nextGaussian());
    double sweep = (lumbar ? -11 : -15) + 2 * random.nextGaussian();
    double thick = SpineSizes.transverseThickness(v.level()) * stout * varied(0.10);
    Point from = v.frame().at(side * (pedicleX - 1), back - 8 * size, pedicleZ - 2 * size);
    Point to = v.frame().at(side * tip, back + sweep * size, pedicleZ - 2 * size + rise);
    Point bent = v.frame().up().times(size * (-0.8 + 1.1 * random.nextGaussian()));
    Point knee = from.towards(to, 0.5).plus(bent);
    double waist = thick * (v.level() == Level.L5 ? 0.78 : 0.68) * varied(0.10);
    double end = thick * (v.level() == Level.L5 ? 0.45 : 0.60) * varied(0.18);
    skeleton.add(
        Limb.elliptic(from, knee, v.frame().up(), thick, 3.4 * stout).taperedTo(waist, 2.8 * stout),
        tissue(0.46, 1.7));
    skeleton.add(
        Limb.elliptic(knee, to, v.frame().up(), waist, 2.8 * stout).taperedTo(end, 2.3 * stout),
        tissue(0.40, 1.5));
  }

  /** A blade with a thicker lower edge: seen from the front, a drop. */
  private void spinous() {
    boolean lumbar = v.level().ordinal() >= Level.L1.ordinal();
    double height = size * SpineSizes.spinousHeight(v.level()) / 2 * varied(0.07);
    double from = -0.32 * v.height();
    double drop = lumbar ? -5 * size : (v.level() == Level.T12 ? -9 : -20) * size;
    double length = (lumbar ? 26 : 24) * size;
    double bend = 2.0 * size * random.nextGaussian();
    double lean = 0.09 * random.nextGaussian();
    Frame f = v.frame();
    Point across = f.across().plus(f.up().times(lean)).unit();
    Point root = f.at(0.3 * bend, back - 24 * size, from);
    Point tip = f.at(bend, back - 24 * size - length, from + drop);
    skeleton.add(
        Limb.elliptic(root, tip, across, 2.3 * stout * varied(0.10), height)
            .taperedTo(3.1 * stout * varied(0.12), height * 0.88),
        tissue(0.50, DENSE));
    double bulb = 4.2 * stout * varied(0.12);
    Point shift = f.across().times(-lean * height);
    skeleton.add(
        Limb.elliptic(
                root.plus(f.up().times(-0.42 * height)).plus(shift.times(-0.4)),
                tip.plus(f.up().times(-0.45 * height)).plus(shift.times(-0.45)),
                across,
                0.70 * bulb,
                0.55 * height)
            .taperedTo(bulb, 0.52 * height),
        tissue(0.50, DENSE));
  }
}
