package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Lens;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/** Sacrum and hip bones: rough, but in place and in proportion. Shapes are [K]. */
final class PelvisBuilder {
  private final Skeleton.Builder skeleton;
  private final Build build;
  private final Point plate;
  private final double size;
  private final double wide;

  PelvisBuilder(
      Skeleton.Builder skeleton, Build build, Point sacralPlate, SplittableRandom random) {
    this.skeleton = skeleton;
    this.build = build;
    this.plate = sacralPlate;
    size = build.size() * (1 + 0.02 * random.nextGaussian());
    // The female pelvis is wider for its height.
    wide = size * (build.female() ? 1.05 : 0.99) * (1 + 0.02 * random.nextGaussian());
  }

  /** Centre of the hip joint; side -1 is the subject's right. */
  Point hipCentre(int side) {
    return plate.plus(new Point(side * 88 * wide, 17 * size, -89 * size));
  }

  private Tissue tissue(double shell) {
    return Tissue.shell(shell * build.hipShell());
  }

  void add(double headRadius) {
    sacrum();
    for (int side = -1; side <= 1; side += 2) {
      hipBone(side, headRadius);
    }
  }

  private Point sacral(double x, double y, double z) {
    return plate.plus(new Point(x * wide, y * size, z * size));
  }

  private void sacrum() {
    double slope = build.sacralSlopeDegrees();
    Frame first = Frame.BODY.movedTo(plate).turned(slope, 0, 0);
    Frame body = first.movedTo(first.at(0, 0, -14 * size));
    skeleton.add(
        Lens.of(25 * size, 16 * size, 14.5 * size, 3).hollow(0.1, 1.5, 0), body, tissue(0.8));
    double[][] bodies = {
      {-25, -38, 19, 13}, {-50, -57, 16, 10}, {-70, -75, 14, 8}, {-82, -94, 11, 7}
    };
    Point last = sacral(0, -13, -20);
    double lastWidth = 22;
    double lastDepth = 14;
    for (double[] b : bodies) {
      Point next = sacral(0, b[0], b[1]);
      skeleton.add(
          Limb.elliptic(last, next, new Point(1, 0, 0), lastWidth * size, lastDepth * size)
              .taperedTo(b[2] * size, b[3] * size),
          tissue(0.8));
      last = next;
      lastWidth = b[2];
      lastDepth = b[3];
    }
    skeleton.add(
        Limb.elliptic(last, sacral(0, -80, -122), new Point(1, 0, 0), 9 * size, 5 * size)
            .taperedTo(4 * size, 3 * size),
        tissue(0.8));
    for (int side = -1; side <= 1; side += 2) {
      ala(side);
    }
    // Median crest: bumps in a row.
    double[][] bumps = {{-40, -16}, {-56, -34}, {-70, -52}};
    for (double[] bump : bumps) {
      skeleton.add(
          Limb.elliptic(
              sacral(0, bump[0], bump[1]),
              sacral(0, bump[0] - 6, bump[1] - 9),
              new Point(1, 0, 0),
              3.4 * size,
              5 * size),
          tissue(0.6));
    }
    skeleton.close(BoneKind.SACRUM, 6, Frame.BODY);
  }

  private void ala(int side) {
    Tissue tissue = tissue(0.8).withTrabecular(0.7);
    skeleton.add(
        Limb.elliptic(
                sacral(side * 18, -10, -12),
                sacral(side * 50, -22, -18),
                new Point(0, 0, 1),
                12 * size,
                13 * size)
            .taperedTo(15 * size, 14 * size),
        tissue);
    skeleton.add(
        Limb.elliptic(
                sacral(side * 50, -26, -18),
                sacral(side * 33, -60, -70),
                new Point(1, 0, 0),
                11 * size,
                13 * size)
            .taperedTo(7 * size, 7 * size),
        tissue);
    double[][] bars = {{-34, -40, 40}, {-55, -60, 34}, {-72, -78, 26}};
    for (double[] bar : bars) {
      skeleton.add(
          Limb.elliptic(
              sacral(side * 12, bar[0], bar[1]),
              sacral(side * bar[2], bar[0] - 2, bar[1] + 2),
              new Point(0, 0, 1),
              5 * size,
              7 * size),
          tissue);
    }
  }

  /** A point of a hip bone given from the hip's centre: outwards, forwards, upwards. */
  private Point hip(int side, double out, double front, double up) {
    Point c = hipCentre(side);
    return c.plus(new Point(side * (out - 88) * wide + side * 0, front * size, up * size))
        .plus(new Point(0, 0, 0));
  }

  private void hipBone(int side, double headRadius) {
    wing(side);
    socket(side, headRadius);
    pubis(side);
    ischium(side);
    Point offset = new Point(31 * side, 17, 5);
    skeleton.close(BoneKind.HIP_BONE, 9, Frame.BODY.movedTo(offset));
  }

  private void wing(int side) {
    Point normal = new Point(-side * 0.645, 0.645, 0.42).unit();
    Point along = hip(side, 125, 44, 52).minus(hip(side, 33, -86, 85));
    Frame frame = Frame.along(hip(side, 93, -20, 80), normal, along);
    Lens blade =
        Lens.of(76 * size, 53 * size, 6.5 * size, 3)
            .hollow(0, 4.2 * size, 0.2)
            .bent(0.0012, 0.0016);
    skeleton.add(blade, frame, tissue(1.1).withEnds(1.1 * build.hipShell()));
    // From the joint of the sacrum to the roof of the socket: the pillar that carries the trunk.
    skeleton.add(
        Limb.elliptic(
                hip(side, 46, -46, 62),
                hip(side, 84, -4, 30),
                new Point(0, 0, 1),
                20 * size,
                9 * size)
            .taperedTo(15 * size, 14 * size),
        tissue(1.3));
    skeleton.add(
        Limb.elliptic(
                hip(side, 40, -72, 92),
                hip(side, 47, -50, 46),
                new Point(1, 0, 0),
                7 * size,
                13 * size)
            .taperedTo(9 * size, 10 * size),
        tissue(0.7));
    // The front edge, down from the front spine.
    skeleton.add(
        Limb.round(hip(side, 122, 42, 52), hip(side, 98, 26, 22), 7 * size, 9 * size), tissue(1.2));
  }

  private void socket(int side, double headRadius) {
    Point centre = hipCentre(side);
    Frame cup = Frame.along(centre, new Point(side * 0.70, 0.28, -0.66).unit(), new Point(0, 0, 1));
    Tissue dense = tissue(1.2).withTrabecular(1.3);
    skeleton.addCup(cup, headRadius + 5.5, 2.2, 2.0, dense);
    // Roof and back wall.
    skeleton.add(
        Limb.elliptic(
            hip(side, 82, -6, 36), hip(side, 96, 4, 31), new Point(0, 1, 0), 17 * size, 9 * size),
        tissue(1.1).withTrabecular(1.4));
    skeleton.add(
        Limb.elliptic(
            hip(side, 66, -14, 30),
            hip(side, 64, -18, -28),
            new Point(0, 1, 0),
            17 * size,
            5 * size),
        tissue(0.9));
  }

  private void pubis(int side) {
    Tissue tissue = tissue(1.3).withTrabecular(0.8);
    skeleton.add(
        Limb.elliptic(
                hip(side, 72, 16, -4),
                hip(side, 20, 42, -26),
                new Point(0, 0, 1),
                12 * size,
                9 * size)
            .taperedTo(9 * size, 7 * size),
        tissue);
    skeleton.add(
        Limb.elliptic(
                hip(side, 11, 42, -28),
                hip(side, 10, 34, -52),
                new Point(1, 0, 0),
                9 * size,
                7 * size)
            .taperedTo(8 * size, 6 * size),
        tissue);
    skeleton.add(
        Limb.round(hip(side, 12, 32, -54), hip(side, 44, -14, -78), 7 * size, 8 * size), tissue);
  }

  private void ischium(int side) {
    Tissue tissue = tissue(1.4);
    skeleton.add(
        Limb.elliptic(
                hip(side, 77, -16, -14),
                hip(side, 58, -26, -72),
                new Point(1, 0, 0),
                17 * size,
                15 * size)
            .taperedTo(15 * size, 15 * size),
        tissue);
    // Ischial spine.
    skeleton.add(
        Limb.round(hip(side, 64, -34, -24), hip(side, 50, -44, -30), 6 * size, 3 * size), tissue);
  }
}
