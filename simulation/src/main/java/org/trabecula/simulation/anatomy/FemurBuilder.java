package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Strands;
import org.trabecula.simulation.skeleton.Tissue;

/**
 * Proximal femora, the neck in the coronal plane: version is a matter of the pose. Dimensions as in
 * facts 3.2; right and left mirror each other.
 */
final class FemurBuilder {
  /** Lean of the shaft against the vertical, degrees [K]. */
  private static final double SHAFT_LEAN = 7;

  private static final Point FRONT = new Point(0, 1, 0);

  /** How many parts of a femur, the first ones, are head and neck. */
  static final int HEAD_AND_NECK = 2;

  private final Build build;
  private final double size;
  private final double headRadius;
  private final double neckHalf;
  private final double neckLength;
  private final double neckShaft;
  private final double shaftRadius;
  private final double trochanter;

  FemurBuilder(Build build, SplittableRandom random) {
    this.build = build;
    boolean female = build.female();
    size = build.size();
    double relative = size / (female ? 0.96 : 1.045);
    headRadius = relative * ((female ? 43 : 48) + 1.2 * random.nextGaussian()) / 2;
    neckHalf = relative * ((female ? 30.5 : 35) + 1.6 * random.nextGaussian()) / 2;
    neckLength = relative * ((female ? 47 : 52) + 3 * random.nextGaussian());
    neckShaft = Math.clamp(127 + 5 * random.nextGaussian(), 113, 142);
    shaftRadius = relative * ((female ? 29 : 32) + 1.2 * random.nextGaussian()) / 2;
    trochanter = 1 + 0.06 * random.nextGaussian();
  }

  double headRadius() {
    return headRadius;
  }

  /** Adds the femur of one side (-1 right) at its hip's centre. */
  Landmarks.Hip add(Skeleton.Builder skeleton, Point head, int side) {
    Side s = new Side(head, side);
    s.parts(skeleton);
    return s.marks();
  }

  private final class Side {
    private final int side;
    private final Point head;
    private final Point neck;
    private final Point down;
    private final Point out;
    private final Point base;

    Side(Point head, int side) {
      this.head = head;
      this.side = side;
      double lean = Math.toRadians(SHAFT_LEAN);
      down = new Point(-side * Math.sin(lean), 0, -Math.cos(lean));
      out = new Point(side * Math.cos(lean), 0, -Math.sin(lean));
      double rise = Math.toRadians(neckShaft - 90 + SHAFT_LEAN);
      neck = new Point(side * Math.cos(rise), 0, -Math.sin(rise));
      base = head.plus(neck.times(neckLength));
    }

    private Point at(double outwards, double front, double downwards) {
      return base.plus(out.times(outwards * size))
          .plus(new Point(0, front * size, 0))
          .plus(down.times(downwards * size));
    }

    void parts(Skeleton.Builder skeleton) {
      headAndNeck(skeleton);
      shaft(skeleton);
      trochanters(skeleton);
      Frame along = Frame.along(new Point(side * 23, 11, 47), down.plus(neck), FRONT);
      skeleton.close(side < 0 ? BoneKind.RIGHT_FEMUR : BoneKind.LEFT_FEMUR, 5.5, along, strands());
    }

    private void headAndNeck(Skeleton.Builder skeleton) {
      double s = build.hipShell();
      skeleton.add(
          Limb.sphere(head, headRadius),
          Tissue.shell(0.55 * s).withTrabecular(0.95).withNeckShare(1));
      // The calcar below the neck is some four times as thick as the cortex above it (facts 3.2).
      Point below = new Point(-neck.z() * -side, 0, -Math.abs(neck.x()));
      Tissue tissue =
          Tissue.shell(1.65 * s)
              .withGradient(below.unit().times(1.0 * s / neckHalf))
              .withTrabecular(0.5)
              .withNeckShare(1);
      skeleton.add(
          new Limb(
              head.plus(neck.times(headRadius * 0.5)),
              base.minus(neck.times(4)),
              FRONT,
              neckHalf * 0.80,
              neckHalf * 0.92,
              neckHalf * 0.90,
              neckHalf * 1.08,
              6),
          tissue);
    }

    /** The flare between the trochanters and the shaft, whose cortex thickens downwards. */
    private void shaft(Skeleton.Builder skeleton) {
      double s = build.hipShell();
      skeleton.add(
          new Limb(
              at(-2.5, 0, 2),
              at(0, 0, 56),
              FRONT,
              16 * size,
              20.5 * size,
              shaftRadius * 0.93,
              shaftRadius * 0.95,
              15 * size),
          Tissue.shell(0.9 * s).withGradient(down.times(0.075 * s)).withTrabecular(0.34));
      skeleton.add(
          Limb.round(at(0, 0, 48), at(0, 0, 260), shaftRadius, shaftRadius * 0.95),
          Tissue.shell(4.2 * s).withGradient(down.times(0.013 * s)).withTrabecular(0.10));
    }

    /**
     * The greater trochanter is a broad block whose top leans back and inwards over the fossa; the
     * lesser a cone to the back and inwards; a crest joins them behind. Places as seen in open
     * femora from the front, to some millimetres [K].
     */
    private void trochanters(Skeleton.Builder skeleton) {
      double s = build.hipShell();
      double high = trochanter;
      Tissue thin = Tissue.shell(0.7 * s).withTrabecular(0.34);
      skeleton.add(
          Limb.elliptic(at(1, -1, 36), at(11, -2, 4), FRONT, 14 * size, 14.5 * size)
              .taperedTo(15.5 * size, 15.5 * size),
          Tissue.shell(3.2 * s).withGradient(down.times(0.075 * s)).withTrabecular(0.34));
      skeleton.add(
          new Limb(
              at(11, -2, 4),
              at(10.5, -6, -17 * high),
              FRONT,
              15.5 * size,
              15.5 * size,
              13 * size,
              10 * size,
              8.5 * size),
          thin);
      skeleton.add(
          new Limb(
              at(11, -9, -18 * high),
              at(3.5, -12, -22.5 * high),
              FRONT,
              9 * size,
              8 * size,
              7 * size,
              6.5 * size,
              6 * size),
          thin);
      skeleton.add(
          Limb.round(at(-7, -8, 28), at(-20, -14, 31), 12.5 * size, 6.5 * size),
          Tissue.shell(2.4 * s).withGradient(out.times(0.09 * s / size)).withTrabecular(0.4));
      skeleton.add(
          Limb.round(at(5, -14, -12 * high), at(-9, -13, 24), 4.5 * size, 5 * size),
          Tissue.shell(0.9 * s).withTrabecular(0.4));
    }

    /** The groups of trabeculae, as Singh (1970) grades them. */
    private Strands strands() {
      List<Strands.Piece> pieces = new ArrayList<>();
      Point below = new Point(-Math.abs(neck.z()) * side, 0, -Math.abs(neck.x())).unit();
      compressive(pieces, below);
      tensile(pieces, below);
      return new Strands(pieces);
    }

    /** A fan from the calcar to the dome of the head, and one from the calcar up and outwards. */
    private void compressive(List<Strands.Piece> pieces, Point below) {
      Point calcar = base.minus(neck.times(neckLength * 0.30)).plus(below.times(neckHalf * 0.85));
      for (int i = -3; i <= 3; i++) {
        double angle = 0.2 + Math.toRadians(11 * i);
        Point dome =
            head.plus(
                new Point(-side * Math.sin(angle), 0, Math.cos(angle)).times(headRadius * 0.92));
        pieces.add(new Strands.Piece(calcar.plus(neck.times(-2.6 * i)), dome, 2.1, 1.7, 4));
      }
      double share = tensileShare();
      for (int i = 0; i < 3; i++) {
        Point start = at(-14 + i, 0, 16 + 8 * i);
        pieces.add(new Strands.Piece(start, at(3 + 5 * i, 0, -8 + 6 * i), 3.0, 0.5 * share, 4));
      }
    }

    /** The arch from the lateral cortex through the upper neck, and the trochanter's own group. */
    private void tensile(List<Strands.Piece> pieces, Point below) {
      double share = tensileShare();
      Point above = below.times(-1);
      Point[] arch = {
        at(17, 0, 32),
        at(12, 0, 6),
        base.minus(neck.times(neckLength * 0.18)).plus(above.times(neckHalf * 0.72)),
        base.minus(neck.times(neckLength * 0.55)).plus(above.times(neckHalf * 0.60)),
        head.plus(below.times(headRadius * 0.15)).plus(neck.times(headRadius * 0.1)),
        head.plus(below.times(headRadius * 0.8)).minus(neck.times(headRadius * 0.35))
      };
      for (int i = 0; i + 1 < arch.length; i++) {
        pieces.add(new Strands.Piece(arch[i], arch[i + 1], 2.6, 1.3 * share, 4));
      }
      pieces.add(new Strands.Piece(at(22, -3, 14), at(15, -5, -20), 3.0, 0.7 * share, 3));
    }

    /**
     * Share of the groups that go first as bone is lost: the tensile ones, and the second
     * compressive one (Singh 1970). The shell stands in for density, as both are drawn together.
     */
    private double tensileShare() {
      return Math.clamp(1 + 2.2 * (build.hipShell() - 1), 0.3, 1.25);
    }

    Landmarks.Hip marks() {
      double middle = Math.max(headRadius + 9, 0.66 * neckLength);
      Point near = head.plus(neck.times(middle - 7.5));
      Point far = head.plus(neck.times(middle + 7.5));
      Point below = new Point(-Math.abs(neck.z()) * side, 0, -Math.abs(neck.x())).unit();
      return new Landmarks.Hip(
          head,
          near,
          far,
          far.plus(below.times(neckHalf)),
          at(0, 0, 22).plus(out.times(shaftRadius + 4)),
          at(0, 0, 40),
          down);
    }
  }
}
