package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.hardware.Alloy;
import org.trabecula.simulation.hardware.Bed;
import org.trabecula.simulation.hardware.Box;
import org.trabecula.simulation.hardware.Capsule;
import org.trabecula.simulation.hardware.Cup;
import org.trabecula.simulation.hardware.Frustum;
import org.trabecula.simulation.hardware.Piece;
import org.trabecula.simulation.hardware.Solid;
import org.trabecula.simulation.population.HipImplant;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/** Puts an implant into a femur. Sizes are those of common products, as they look on films [K]. */
final class HipHardware {
  private final Landmarks.Hip hip;
  private final int side;
  private final Piece.Carrier leg;
  private final double headRadius;
  private final SplittableRandom random;
  private final List<Piece> pieces = new ArrayList<>();
  private final Point down;
  private final Point out;
  private final Point neck;
  private final Point base;
  private final double shaftRadius;

  /**
   * @param side -1 for the subject's right
   */
  HipHardware(Landmarks.Hip hip, int side, double headRadius, SplittableRandom random) {
    this.hip = hip;
    this.side = side;
    this.leg = side < 0 ? Piece.Carrier.RIGHT_LEG : Piece.Carrier.LEFT_LEG;
    this.headRadius = headRadius;
    this.random = random;
    down = hip.shaftAxis();
    Point front = new Point(0, 1, 0);
    // Outwards: perpendicular to the shaft in the coronal plane.
    Point across = front.cross(down).unit();
    out = across.times(Math.signum(across.x()) * side);
    neck = hip.boxFar().minus(hip.boxNear()).unit();
    // The neck's axis meets the shaft's.
    Point gap = hip.shaftEnd().minus(hip.head());
    base = hip.head().plus(neck.times(gap.dot(out) / neck.dot(out)));
    shaftRadius = hip.lateralCortex().minus(hip.shaftEnd()).dot(out) - 4;
  }

  List<Piece> of(HipImplant implant) {
    switch (implant) {
      case NONE -> {}
      case STEM, CEMENTED_STEM -> {
        stem(implant == HipImplant.CEMENTED_STEM);
        cup();
      }
      case NAIL -> nail();
      case PLATE -> plate();
      case SCREWS -> screws();
    }
    return pieces;
  }

  /** A point from where neck and shaft meet. */
  private Point at(double outwards, double front, double downwards) {
    return base.plus(out.times(outwards)).plus(new Point(0, front, 0)).plus(down.times(downwards));
  }

  private void stem(boolean cemented) {
    Alloy alloy = cemented ? Alloy.COBALT_CHROMIUM : Alloy.TITANIUM;
    double canal = shaftRadius * random.nextDouble(0.50, 0.62) - (cemented ? 2 : 0);
    double length = random.nextDouble(90, 135);
    double cut = random.nextDouble(12, 20);
    Point shoulder = base.minus(neck.times(cut));
    Point tip = at(0, 0, length);
    Point waist = at(0, 0, 45);
    Point lateral = at(2, 0, 2);
    add(new Capsule(waist, canal, tip, 0.6 * canal), alloy, Bed.CANAL);
    // The proximal body is a wedge: two tapers that share the waist.
    add(new Capsule(waist, canal, shoulder, 0.85 * canal + 1), alloy, Bed.CANAL);
    add(new Capsule(waist, canal, lateral, 0.8 * canal), alloy, Bed.CANAL);
    add(new Capsule(lateral, 0.8 * canal, shoulder, 0.85 * canal + 1), alloy, Bed.CANAL);
    Point head = hip.head();
    add(new Frustum(shoulder, 7.5, head, 5.8), alloy, Bed.TISSUE);
    // Ceramic heads stop about as much as titanium.
    Alloy ball = random.nextDouble() < 0.6 ? Alloy.COBALT_CHROMIUM : Alloy.TITANIUM;
    add(Capsule.ball(head, random.nextDouble() < 0.5 ? 14 : 16), ball, Bed.TISSUE);
    if (cemented) {
      add(new Capsule(waist, canal + 3, at(0, 0, length + 12), canal), Alloy.CEMENT, Bed.CANAL);
      add(new Capsule(waist, canal + 3, shoulder, canal + 3), Alloy.CEMENT, Bed.CANAL);
      add(new Capsule(waist, canal + 3, lateral, canal + 2), Alloy.CEMENT, Bed.CANAL);
    }
  }

  private void cup() {
    // 40 degrees of inclination and 15 of anteversion.
    double tilt = Math.toRadians(40 + 5 * random.nextGaussian());
    Point opening = new Point(side * Math.sin(tilt), 0.26, -Math.cos(tilt)).unit();
    double outer = headRadius + random.nextDouble(2, 4);
    fixed(new Cup(hip.head(), opening, outer - random.nextDouble(3, 4.5), outer), Bed.BONE);
    if (random.nextDouble() < 0.4) {
      Point roof = new Point(-side * 0.45, -0.35, 0.82).unit();
      Point start = hip.head().plus(roof.times(outer));
      fixed(Capsule.rod(start, start.plus(roof.times(28)), 2.4), Bed.BONE);
    }
  }

  private void nail() {
    double canal = Math.min(5.5, 0.42 * shaftRadius);
    double length = random.nextDouble() < 0.6 ? 150 : 240;
    Point top = at(6, 0, -24);
    Point bend = at(0, 0, 40);
    add(new Capsule(top, 7.8, bend, canal + 0.8), Alloy.TITANIUM, Bed.CANAL);
    add(Capsule.rod(bend, at(0, 0, length), canal), Alloy.TITANIUM, Bed.CANAL);
    lag(5.2, Alloy.TITANIUM);
    Point lock = at(0, 0, length - 22);
    double reach = shaftRadius + 2;
    add(
        Capsule.rod(lock.minus(out.times(reach)), lock.plus(out.times(reach + 3)), 2.4),
        Alloy.TITANIUM,
        Bed.BONE);
  }

  /** The screw from the outer cortex into the head, its thread thicker than its core. */
  private void lag(double radius, Alloy alloy) {
    Point start = base.plus(neck.times((shaftRadius + 5) / neck.dot(out)));
    Point tip = hip.head().minus(neck.times(headRadius - random.nextDouble(8, 12)));
    Point thread = tip.plus(neck.times(24));
    add(Capsule.rod(start, tip, 0.75 * radius), alloy, Bed.BONE);
    add(Capsule.rod(thread, tip, radius), alloy, Bed.BONE);
    add(Frustum.cylinder(start, start.minus(neck.times(32)), radius), alloy, Bed.BONE);
  }

  private void plate() {
    int holes = 3 + random.nextInt(3);
    double pitch = 16;
    double half = (holes + 1) * pitch / 2;
    double off = shaftRadius + 2.6;
    double first = 14;
    Frame frame = Frame.along(at(off, 0, first + half), down, out);
    add(new Box(frame, 2.6, 9, half), Alloy.STEEL, Bed.TISSUE);
    lag(6.3, Alloy.STEEL);
    for (int i = 0; i < holes; i++) {
      double level = first + pitch * (i + 1.5);
      add(
          Capsule.rod(at(off + 3, 0, level), at(-shaftRadius - 2, 0, level), 2.2),
          Alloy.STEEL,
          Bed.BONE);
    }
  }

  private void screws() {
    for (double[] place : new double[][] {{-7, 0}, {6, 6}, {6, -6}}) {
      Point across = new Point(-neck.z(), 0, neck.x()).unit();
      Point offset = across.times(place[0]).plus(new Point(0, place[1], 0));
      Point start = base.plus(offset).plus(neck.times((shaftRadius + 2) / neck.dot(out)));
      Point tip = hip.head().plus(offset).minus(neck.times(headRadius - 9));
      add(Capsule.rod(start, tip, 2.6), Alloy.TITANIUM, Bed.BONE);
      add(Capsule.rod(tip.plus(neck.times(16)), tip, 3.4), Alloy.TITANIUM, Bed.BONE);
    }
  }

  private void add(Solid solid, Alloy alloy, Bed bed) {
    pieces.add(new Piece(solid, alloy, bed, leg));
  }

  private void fixed(Solid solid, Bed bed) {
    pieces.add(new Piece(solid, Alloy.TITANIUM, bed, Piece.Carrier.TRUNK));
  }
}
