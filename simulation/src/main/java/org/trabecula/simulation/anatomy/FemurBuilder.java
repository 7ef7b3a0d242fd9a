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
      double s = build.hipShell();
      Point front = new Point(0, 1, 0);
      skeleton.add(
          Limb.sphere(head, headRadius),
          Tissue.shell(0.8 * s).withTrabecular(1.0).withNeckShare(1));
      // Below the neck the cortex is 2.5-4 mm thick, above it 0.8-1.6 mm (facts 3.2).
      Point below = new Point(-neck.z() * -side, 0, -Math.abs(neck.x()));
      Tissue neckTissue =
          Tissue.shell(1.75 * s)
              .withGradient(below.unit().times(0.85 * s / neckHalf))
              .withTrabecular(0.65)
              .withNeckShare(1);
      skeleton.add(
          new Limb(
              head.plus(neck.times(headRadius * 0.5)),
              base.minus(neck.times(4)),
              front,
              neckHalf * 0.80,
              neckHalf * 0.93,
              neckHalf * 0.90,
              neckHalf * 1.08,
              6),
          neckTissue);
      skeleton.add(
          Limb.elliptic(at(-2, 0, -2), at(0, 0, 50), front, 16 * size, 21 * size)
              .taperedTo(shaftRadius * 0.98, shaftRadius * 1.05),
          Tissue.shell(1.0 * s).withGradient(down.times(0.075 * s)).withTrabecular(0.42));
      Point tip = at(11, -7, -24 * trochanter);
      skeleton.add(
          Limb.elliptic(at(9, -2, 14), tip, front, 15 * size, 13.5 * size)
              .taperedTo(12 * size, 7.5 * size),
          Tissue.shell(0.9 * s).withTrabecular(0.42));
      skeleton.add(
          Limb.round(at(-9, -9, 18), at(-19, -13, 26), 12 * size, 6.5 * size),
          Tissue.shell(1.3 * s).withTrabecular(0.6));
      skeleton.add(
          Limb.round(at(0, 0, 42), at(0, 0, 260), shaftRadius, shaftRadius * 0.97),
          Tissue.shell(4.2 * s).withGradient(down.times(0.016 * s)).withTrabecular(0.12));
      Frame along = Frame.along(new Point(side * 23, 11, 47), down.plus(neck), front);
      skeleton.close(side < 0 ? BoneKind.RIGHT_FEMUR : BoneKind.LEFT_FEMUR, 5.5, along, strands());
    }

    /**
     * The groups of trabeculae: main compressive, main tensile, second compressive, trochanter's.
     */
    private Strands strands() {
      double r = headRadius;
      Point below = new Point(-Math.abs(neck.z()) * side, 0, -Math.abs(neck.x())).unit();
      Point above = below.times(-1);
      Point calcar = base.minus(neck.times(neckLength * 0.30)).plus(below.times(neckHalf * 0.85));
      List<Strands.Piece> pieces = new ArrayList<>();
      for (int i = -2; i <= 2; i++) {
        // A fan from the calcar to the dome of the head.
        double angle = Math.toRadians(15 * i);
        Point dome =
            head.plus(
                new Point(-side * Math.sin(0.25 + angle), 0, Math.cos(0.25 + angle))
                    .times(r * 0.9));
        Point start = calcar.plus(neck.times(-2.5 * i));
        pieces.add(new Strands.Piece(start, dome, 4.0, 0.85));
      }
      pieces.add(new Strands.Piece(calcar, at(-13, 0, 22), 4.5, 0.8));
      Point[] arch = {
        at(15, 0, 34),
        at(11, 0, 6),
        base.minus(neck.times(neckLength * 0.18)).plus(above.times(neckHalf * 0.75)),
        base.minus(neck.times(neckLength * 0.55)).plus(above.times(neckHalf * 0.60)),
        head.plus(below.times(r * 0.15)).plus(neck.times(r * 0.1)),
        head.plus(below.times(r * 0.8)).minus(neck.times(r * 0.35))
      };
      for (int i = 0; i + 1 < arch.length; i++) {
        pieces.add(new Strands.Piece(arch[i], arch[i + 1], 4.0, 0.65));
      }
      for (int i = 0; i < 3; i++) {
        pieces.add(
            new Strands.Piece(at(-13, 0, 28 + 5 * i), at(6 + 4 * i, 0, -6 + 6 * i), 3.0, 0.5));
      }
      pieces.add(new Strands.Piece(at(18, -3, 14), at(13, -5, -22), 4.0, 0.5));
      return new Strands(pieces);
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
