package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.population.Degeneration;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Lens;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/** Gives a vertebra its parts. Local axes: across to the subject's left, front, up. */
final class VertebraBuilder {
  private final Skeleton.Builder skeleton;
  private final VertebraShape v;
  private final Build build;
  private final Degeneration wear;
  private final SplittableRandom random;
  private final double size;
  private final double back;
  private final double pedicleX;
  private final double pedicleZ;
  private final double facet;
  private final double stout;

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
    size = build.size();
    back = -v.depth() / 2;
    pedicleX = size * (SpineSizes.canal(v.level()) + SpineSizes.pedicleWidth(v.level())) / 2;
    pedicleZ = 0.16 * v.height() * (1 - v.posteriorLoss());
    stout = size * SpineSizes.stoutness(v.level());
    facet = 1 + 0.3 * wear.osteophytes();
  }

  void add() {
    body();
    for (int side = -1; side <= 1; side += 2) {
      pedicle(side);
      arch(side);
      transverse(side);
    }
    spinous();
    if (wear.osteophytes() > 0) {
      osteophytes();
    }
    Point offset =
        new Point(random.nextDouble() * 100, random.nextDouble() * 100, random.nextDouble() * 100);
    skeleton.close(BoneKind.VERTEBRA, 3.0, v.frame().movedTo(offset));
  }

  private Tissue tissue(double shellMm) {
    return Tissue.shell(shellMm * build.spineShell() * SpineSizes.shell(v.level()));
  }

  private void body() {
    double wedge = Math.tan(Math.toRadians(SpineSizes.wedge(v.level(), build.female()) / 2));
    double lost = (v.anteriorLoss() - v.posteriorLoss()) * v.height() / v.depth();
    double hollow = (v.level().ordinal() >= Level.L1.ordinal() ? 1.9 : 1.5) * size;
    double concavity = 1 + 0.25 * random.nextGaussian();
    Lens lens =
        Lens.of(v.width() / 2, v.depth() / 2, v.middleHeight() / 2 + 0.5, 2.5)
            .hollow(
                Math.clamp(0.10 + 0.02 * random.nextGaussian(), 0.04, 0.16),
                hollow * Math.clamp(concavity, 0.4, 1.6) * (1 + v.anteriorLoss()),
                hollow * Math.clamp(concavity + 0.15, 0.4, 1.7))
            .sloped(-wedge - 0.85 * lost, wedge + 0.15 * lost, tiny(), tiny());
    double sclerosis = 1 + 2.2 * wear.osteophytes() * random.nextDouble();
    double packed = 1 / (1 - 0.6 * (v.anteriorLoss() + v.posteriorLoss()) / 2);
    Tissue filling = tissue(0.45).withEnds(0.60 * build.spineShell() * sclerosis);
    skeleton.add(lens, v.frame(), filling.withTrabecular(packed * SpineSizes.density(v.level())));
  }

  private double tiny() {
    return 0.012 * random.nextGaussian();
  }

  private void pedicle(int side) {
    double width = size * SpineSizes.pedicleWidth(v.level()) / 2;
    double height = size * SpineSizes.pedicleHeight(v.level()) / 2;
    Point from = v.frame().at(side * pedicleX * 0.97, back + 5, pedicleZ);
    Point to = v.frame().at(side * pedicleX, back - 9 * size, pedicleZ - 0.5);
    skeleton.add(
        Limb.elliptic(from, to, v.frame().across(), width, height),
        tissue(0.85).withTrabecular(1.2));
  }

  /** Pars, lamina and the articular processes of one side. */
  private void arch(int side) {
    double x = side * pedicleX;
    double lumbar = v.level().ordinal() >= Level.T12.ordinal() ? 1 : 0.8;
    Frame f = v.frame();
    double half = v.height() / 2;
    Point corner = f.at(x * 1.02, back - 12 * size, pedicleZ);
    Point upper = f.at(x * 1.06, back - 13 * size, half + 4.5 * size);
    skeleton.add(
        Limb.elliptic(corner, upper, f.across(), 4.6 * stout * facet * lumbar, 6.0 * stout),
        tissue(0.9));
    Point isthmus = f.at(x * 0.86, back - 15 * size, -0.10 * v.height());
    Point middle = f.at(side * 4 * size, back - 23 * size, -0.30 * v.height());
    skeleton.add(Limb.elliptic(corner, isthmus, f.across(), 4.3 * stout, 5.8 * stout), tissue(1.1));
    skeleton.add(
        Limb.elliptic(isthmus, middle, f.up(), 7.6 * stout, 5.2 * stout)
            .taperedTo(7.9 * stout, 5.0 * stout),
        tissue(1.0));
    Point lower = f.at(x * 0.84, back - 17 * size, -half - 9 * size);
    skeleton.add(
        Limb.elliptic(isthmus, lower, f.across(), 4.8 * stout * lumbar, 5.9 * stout)
            .taperedTo(5.0 * stout * facet * lumbar, 6.3 * stout),
        tissue(0.95));
  }

  private void transverse(int side) {
    boolean lumbar = v.level().ordinal() >= Level.L1.ordinal();
    double tip = size * SpineSizes.span(v.level()) / 2;
    double rise = (lumbar ? 1 + 3 * random.nextGaussian() : 3) * size;
    double droop = lumbar ? -6 : -10;
    Point from = v.frame().at(side * (pedicleX + 1), back - 8 * size, pedicleZ - 2 * size);
    Point to =
        v.frame().at(side * (tip - 3), back + (droop - 5) * size, pedicleZ - 2 * size + rise);
    double thick = v.level() == Level.L5 ? 7 : 5.2;
    skeleton.add(
        Limb.elliptic(from, to, v.frame().up(), thick * stout, 3.2 * stout)
            .taperedTo(3.4 * stout, 2.2 * stout),
        tissue(0.9));
  }

  private void spinous() {
    boolean lumbar = v.level().ordinal() >= Level.L1.ordinal();
    double height = size * SpineSizes.spinousHeight(v.level()) / 2;
    double from = -0.32 * v.height();
    double drop = lumbar ? -5 * size : (v.level() == Level.T12 ? -9 : -20) * size;
    double length = (lumbar ? 26 : 24) * size;
    double bend = 1.5 * random.nextGaussian();
    Limb rod =
        Limb.elliptic(
                v.frame().at(0, back - 24 * size, from),
                v.frame().at(bend, back - 24 * size - length, from + drop),
                v.frame().across(),
                3.3 * stout,
                height)
            .taperedTo(4.2 * stout, height * 0.92);
    skeleton.add(rod, tissue(0.95));
  }

  /** Beaks at the rims of the end-plates, more of them and longer with the grade. */
  private void osteophytes() {
    double grade = wear.osteophytes();
    for (int side = -1; side <= 1; side += 2) {
      for (int end = -1; end <= 1; end += 2) {
        if (random.nextDouble() < 0.25 + 0.6 * grade) {
          beak(side, end, grade * (0.5 + 0.8 * random.nextDouble()));
        }
      }
    }
  }

  private void beak(int side, int end, double strength) {
    double half = v.middleHeight() / 2;
    double y = v.depth() * random.nextDouble(-0.15, 0.25);
    double reach = 2 + 7 * strength;
    Point from = v.frame().at(side * (v.width() / 2 - 4), y, end * (half - 2.5));
    Point to =
        v.frame().at(side * (v.width() / 2 + reach), y * 1.1, end * (half + 1 + 2.5 * strength));
    skeleton.add(
        Limb.elliptic(from, to, v.frame().front(), 7 + 5 * strength, 2.2 + 1.4 * strength)
            .taperedTo(4, 1.6),
        tissue(0.9).withTrabecular(1.6));
  }
}
