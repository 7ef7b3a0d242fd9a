package org.trabecula.simulation.anatomy;

import java.util.SplittableRandom;
import org.trabecula.simulation.skeleton.BoneKind;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Lens;
import org.trabecula.simulation.skeleton.Limb;
import org.trabecula.simulation.skeleton.Point;
import org.trabecula.simulation.skeleton.Skeleton;
import org.trabecula.simulation.skeleton.Tissue;

/** Sacrum and hip bones: in place and in proportion, rough in detail. Shapes are [K]. */
final class PelvisBuilder {
  private static final Point ACROSS = new Point(1, 0, 0);
  private static final Point FRONT = new Point(0, 1, 0);
  private static final Point UP = new Point(0, 0, 1);

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
      {-25, -38, 19, 13},
      {-50, -57, 16, 10},
      {-70, -75, 14, 8},
      {-82, -94, 10, 6},
      {-80, -122, 4, 3}
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
    Tissue tissue = tissue(0.4).withTrabecular(0.9);
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
            .taperedTo(8 * size, 5 * size),
        tissue);
    double[][] bars = {{-34, -39, 40}, {-52, -58, 33}, {-70, -76, 19}};
    for (double[] bar : bars) {
      skeleton.add(
          Limb.elliptic(
              sacral(side * 12, bar[0], bar[1]),
              sacral(side * bar[2], bar[0] - 2, bar[1] + 2),
              new Point(0, 0, 1),
              6.4 * size,
              6.5 * size),
          tissue);
    }
  }

  /** A point of a hip bone given from the hip's centre: outwards, forwards, upwards. */
  private Point hip(int side, double out, double front, double up) {
    Point c = hipCentre(side);
    return c.plus(new Point(side * (out - 88) * wide, front * size, up * size));
  }

  private void hipBone(int side, double headRadius) {
    wing(side);
    socket(side, headRadius);
    pubis(side);
    ischium(side);
    Point offset = new Point(31 * side, 17, 5);
    skeleton.close(BoneKind.HIP_BONE, 5, Frame.BODY.movedTo(offset));
  }

  private void wing(int side) {
    Point normal = new Point(-side * 0.645, 0.645, 0.42).unit();
    Point along = hip(side, 125, 44, 52).minus(hip(side, 33, -86, 85));
    Frame frame = Frame.along(hip(side, 93, -20, 80), normal, along);
    Lens blade =
        Lens.of(76 * size, 53 * size, 6.5 * size, 3).hollow(0, 7 * size, 0.2).bent(0.0012, 0.0016);
    skeleton.add(blade, frame, tissue(1.1).withEnds(0.8 * build.hipShell()).withTrabecular(1.5));
    // From the joint of the sacrum to the roof of the socket: the pillar that carries the trunk.
    skeleton.add(
        Limb.elliptic(
                hip(side, 46, -46, 62),
                hip(side, 84, -4, 30),
                new Point(0, 0, 1),
                20 * size,
                9 * size)
            .taperedTo(15 * size, 14 * size),
        tissue(0.7).withTrabecular(1.4));
    skeleton.add(
        Limb.elliptic(
                hip(side, 40, -72, 92),
                hip(side, 47, -50, 46),
                new Point(1, 0, 0),
                7 * size,
                13 * size)
            .taperedTo(9 * size, 10 * size),
        tissue(0.5));
    // The front edge, down from the front spine.
    skeleton.add(
        Limb.round(hip(side, 122, 42, 52), hip(side, 98, 26, 22), 7 * size, 9 * size), tissue(0.8));
  }

  private void socket(int side, double headRadius) {
    Point centre = hipCentre(side);
    Frame cup = Frame.along(centre, new Point(side * 0.70, 0.28, -0.66).unit(), new Point(0, 0, 1));
    skeleton.addCup(cup, headRadius + 4.8, 1.4, 1.0, tissue(0.8).withTrabecular(1.2));
    roof(side, headRadius + 5.5);
    // Back wall; its free edge runs down over the head.
    skeleton.add(
        Limb.elliptic(hip(side, 68, -14, 30), hip(side, 67, -19, -26), FRONT, 16 * size, 6.5 * size)
            .taperedTo(13 * size, 5 * size),
        tissue(0.7));
    // The plate within the socket: with the socket's floor it makes the tear-drop.
    double floor = 88 - (headRadius + 6) / wide;
    curve(
        side,
        ACROSS,
        tissue(0.6),
        new double[] {floor - 1, -28, 50, 3, 7},
        new double[] {floor - 1, -10, 16, 2.5, 9},
        new double[] {floor + 3, 4, -20, 3.5, 8});
  }

  /** The dense arc over the head that takes the load, and the bone that carries it. */
  private void roof(int side, double radius) {
    skeleton.add(
        Limb.elliptic(hip(side, 82, -6, 38), hip(side, 95, 3, 32), FRONT, 16 * size, 10 * size),
        tissue(0.7).withTrabecular(1.6));
    Point centre = hipCentre(side);
    double[] degrees = {-22, 8, 38};
    for (int i = 0; i + 1 < degrees.length; i++) {
      skeleton.add(
          Limb.elliptic(
                  onRoof(centre, side, radius, degrees[i]),
                  onRoof(centre, side, radius, degrees[i + 1]),
                  FRONT,
                  11 * size,
                  2.2 * size)
              .taperedTo(11 * size, 2.8 * size),
          tissue(1.8).withTrabecular(2));
    }
  }

  private static Point onRoof(Point centre, int side, double radius, double degrees) {
    double angle = Math.toRadians(degrees);
    return centre.plus(new Point(side * radius * Math.sin(angle), 0, radius * Math.cos(angle)));
  }

  /**
   * A rod of elliptic section, bent and of changing calibre.
   *
   * @param places what it passes through: out, front, up, and two half axes
   */
  private void curve(int side, Point nearlyAcross, Tissue tissue, double[]... places) {
    double[][] p = Spline.withMiddles(places);
    for (int i = 0; i + 1 < p.length; i++) {
      skeleton.add(
          new Limb(
              hip(side, p[i][0], p[i][1], p[i][2]),
              hip(side, p[i + 1][0], p[i + 1][1], p[i + 1][2]),
              nearlyAcross,
              p[i][3] * size,
              p[i][4] * size,
              p[i + 1][3] * size,
              p[i + 1][4] * size,
              1.2
                  * size
                  * Math.min(Math.min(p[i][3], p[i][4]), Math.min(p[i + 1][3], p[i + 1][4]))),
          tissue);
    }
  }

  /** Both rami and the body at the symphysis; half axes up and across the ramus. */
  private void pubis(int side) {
    curve(
        side,
        UP,
        tissue(0.8).withTrabecular(0.8),
        new double[] {76, 14, 6, 13, 10},
        new double[] {58, 29, -6, 8, 8},
        new double[] {38, 40, -15, 5.5, 6.5},
        new double[] {16, 42, -21, 6, 6});
    curve(
        side,
        ACROSS,
        tissue(0.7).withTrabecular(0.8),
        new double[] {14, 42, -22, 10, 6},
        new double[] {11, 38, -36, 8, 5.5},
        new double[] {16, 30, -52, 6.5, 5},
        new double[] {31, 14, -67, 6, 5},
        new double[] {46, -2, -75, 7, 7},
        new double[] {60, -16, -72, 9, 11});
  }

  /** From the socket down to the tuberosity, which is broad and rough; half axes across, deep. */
  private void ischium(int side) {
    curve(
        side,
        ACROSS,
        tissue(0.9).withTrabecular(0.9),
        new double[] {78, -14, -10, 17, 14},
        new double[] {73, -21, -36, 11.5, 12},
        new double[] {69, -23, -56, 12.5, 13},
        new double[] {63, -18, -65, 12, 12});
    skeleton.add(
        Limb.round(hip(side, 68, -30, -18), hip(side, 56, -42, -26), 6 * size, 3 * size),
        tissue(0.6));
  }
}
