package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.hardware.Alloy;
import org.trabecula.simulation.hardware.Bed;
import org.trabecula.simulation.hardware.Box;
import org.trabecula.simulation.hardware.Capsule;
import org.trabecula.simulation.hardware.Ellipsoid;
import org.trabecula.simulation.hardware.Frustum;
import org.trabecula.simulation.hardware.Piece;
import org.trabecula.simulation.hardware.Solid;
import org.trabecula.simulation.hardware.Torus;
import org.trabecula.simulation.population.Thing;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Harmless things in and on a body: places and sizes as they look on films [K]. */
final class Things {
  private static final Point FRONT = new Point(0, 1, 0);

  private final Envelope skin;
  private final double hipX;
  private final double hipZ;
  private final SplittableRandom random;
  private final List<Piece> pieces = new ArrayList<>();

  Things(Envelope skin, Point leftHip, SplittableRandom random) {
    this.skin = skin;
    this.hipX = leftHip.x();
    this.hipZ = leftHip.z();
    this.random = random;
  }

  List<Piece> of(List<Thing> things) {
    for (Thing thing : things) {
      switch (thing) {
        case CLIPS -> clips();
        case NAVEL_RING -> navelRing();
        case BUTTON -> button(onFront(6 * random.nextGaussian(), hipZ + 70));
        case ZIP -> zip();
        case BRA_CLASP -> clasp();
        case BELT_BUCKLE -> buckle();
        case COINS -> coins();
        case PILLS -> pills();
      }
    }
    return pieces;
  }

  private Point onFront(double x, double z) {
    return new Point(x, skin.front(x, z) + 3, z);
  }

  /** After the gall bladder was taken out, or beside the vessels of the pelvis. */
  private void clips() {
    boolean liver = random.nextDouble() < 0.6;
    Point centre = liver ? new Point(-48, 35, 55) : new Point(45, 0, hipZ + 40);
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Point from = centre.plus(jitter(14));
      Point along = jitter(1).unit().times(random.nextDouble(4, 8));
      add(Capsule.rod(from, from.plus(along), 0.55), Alloy.TITANIUM, Bed.TISSUE);
    }
  }

  private Point jitter(double mm) {
    return new Point(
        mm * random.nextGaussian(), 0.7 * mm * random.nextGaussian(), mm * random.nextGaussian());
  }

  private void navelRing() {
    Point navel = onFront(4 * random.nextGaussian(), -20 + 12 * random.nextGaussian());
    Point axis = new Point(1, random.nextDouble(-0.8, 0.8), 0.2).unit();
    add(new Torus(navel, axis, random.nextDouble(5, 7), 0.8), Alloy.STEEL, Bed.AIR);
    add(Capsule.ball(navel.plus(new Point(0, 0, 6)), 2.2), Alloy.STEEL, Bed.AIR);
  }

  private void button(Point place) {
    double r = random.nextDouble(7, 9);
    add(Frustum.cylinder(place, place.plus(FRONT.times(0.7)), r), Alloy.BRASS, Bed.AIR);
    add(new Torus(place, FRONT, r, 0.8), Alloy.BRASS, Bed.AIR);
    add(Frustum.cylinder(place.minus(FRONT.times(3)), place, 2), Alloy.BRASS, Bed.AIR);
  }

  private void zip() {
    int teeth = 40 + random.nextInt(30);
    double x = 5 * random.nextGaussian();
    for (int i = 0; i < teeth; i++) {
      double wave = x + 6 * Math.sin(0.08 * i);
      Point place = onFront(wave + (i % 2 == 0 ? -1 : 1), hipZ + 60 - 2 * i);
      Point half = new Point(1.6, 0, 0);
      add(Capsule.rod(place.minus(half), place.plus(half), 0.5), Alloy.BRASS, Bed.AIR);
    }
    Point slider = onFront(x, hipZ + 64);
    Frame frame = Frame.BODY.movedTo(slider);
    add(new Box(frame, 4, 2, 5), Alloy.BRASS, Bed.AIR);
  }

  private void clasp() {
    double z = 130 + 10 * random.nextGaussian();
    for (int row = 0; row < 2; row++) {
      for (int hook = -1; hook <= 1; hook += 2) {
        double x = 6 * hook;
        double up = z + 14 * row;
        Point place = new Point(x, skin.back(x, up) - 2, up);
        add(new Torus(place, FRONT, 3, 0.6), Alloy.STEEL, Bed.AIR);
      }
    }
  }

  private void buckle() {
    double z = hipZ + 85 + 10 * random.nextGaussian();
    double wide = random.nextDouble(20, 30);
    double high = random.nextDouble(16, 22);
    Point centre = onFront(8 * random.nextGaussian(), z);
    for (int end = -1; end <= 1; end += 2) {
      Point side = new Point(end * wide, 0, 0);
      Point rim = new Point(0, 0, end * high);
      Point half = new Point(0, 0, high);
      Point along = new Point(wide, 0, 0);
      add(rod(centre.plus(side), half), Alloy.STEEL, Bed.AIR);
      add(rod(centre.plus(rim), along), Alloy.STEEL, Bed.AIR);
    }
    add(
        Capsule.rod(centre.minus(new Point(wide, 0, 0)), centre.plus(new Point(wide, 0, 0)), 1.6),
        Alloy.STEEL,
        Bed.AIR);
  }

  private static Solid rod(Point middle, Point half) {
    return Capsule.rod(middle.minus(half), middle.plus(half), 2);
  }

  /** In a trouser's pocket. */
  private void coins() {
    int side = random.nextBoolean() ? 1 : -1;
    Point pocket = onFront(side * (hipX + random.nextDouble(10, 45)), hipZ + 20);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Point place = pocket.plus(jitter(12));
      Point axis = FRONT.plus(jitter(0.25)).unit();
      double r = random.nextDouble(8.5, 13);
      add(Frustum.cylinder(place, place.plus(axis.times(1.8)), r), Alloy.BRASS, Bed.AIR);
    }
  }

  /** On their way through the bowel. */
  private void pills() {
    int count = 1 + random.nextInt(4);
    int side = random.nextBoolean() ? 1 : -1;
    for (int i = 0; i < count; i++) {
      Point place = new Point(side * 75, 30, -30).plus(jitter(25));
      Frame frame = Frame.BODY.movedTo(place).turned(0, random.nextDouble(-90, 90), 30);
      double r = random.nextDouble(3.5, 5);
      add(new Ellipsoid(frame, r * 1.6, r * 0.7, r), Alloy.TABLET, Bed.TISSUE);
    }
  }

  private void add(Solid solid, Alloy alloy, Bed bed) {
    pieces.add(new Piece(solid, alloy, bed, Piece.Carrier.TRUNK));
  }
}
