package org.trabecula.simulation.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.population.Body;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Gas and stool in stomach, small bowel and colon. Amounts and places are [K]. */
final class Gas {
  /** Share of subjects whose colon holds stool that shows [K]. */
  private static final double STOOL = 0.6;

  private final Body body;
  private final double half;
  private final double centreY;
  private final Cavity cavity;
  private final SplittableRandom random;

  Gas(Body body, double half, double centreY, Cavity cavity, SplittableRandom random) {
    this.body = body;
    this.half = half;
    this.centreY = centreY;
    this.cavity = cavity;
    this.random = random;
  }

  void addTo(List<Blob> blobs) {
    Lumen lumen = new Lumen(cavity, body.gasOverSpine(), random.split(), blobs);
    if (body.gasOverSpine()) {
      int loops = 1 + random.nextInt(3);
      for (int i = 0; i < loops; i++) {
        smallBowel(lumen, new Point(spread(28), y(), random.nextDouble(-45, 40)));
      }
    }
    boolean full = random.nextDouble() < STOOL;
    colon(lumen, full);
    int loops = (int) Math.round(3 * body.gas() * random.nextDouble());
    for (int i = 0; i < loops; i++) {
      smallBowel(lumen, new Point(spread(45), y(), random.nextDouble(-110, 50)));
    }
    bubbles(lumen);
    if (random.nextDouble() < 0.5) {
      stomach(blobs);
    }
    rectum(lumen, full);
  }

  private double spread(double mm) {
    return mm * random.nextGaussian();
  }

  private double y() {
    return centreY + half * random.nextDouble(0.15, 0.5);
  }

  private double radius(double mm) {
    return Math.min(mm, half * 0.24);
  }

  private void smallBowel(Lumen lumen, Point start) {
    double calibre = radius(random.nextDouble(5, 11));
    List<Point> course =
        lumen.winding(start, random.nextDouble(360), random.nextDouble(15, 70), 0.22);
    lumen.stretch(Blob.Kind.GAS, course, calibre, random.nextDouble(0.05, 0.2));
  }

  /** Bubbles scattered through the small bowel, in a few crowds. */
  private void bubbles(Lumen lumen) {
    int crowds = random.nextInt(4);
    for (int i = 0; i < crowds; i++) {
      Point centre = new Point(spread(55), y(), random.nextDouble(-120, 60));
      int count = 2 + random.nextInt(7);
      for (int k = 0; k < count; k++) {
        Point place = centre.plus(new Point(spread(16), spread(10), spread(14)));
        lumen.bubble(place, random.nextDouble(1.5, 6));
      }
    }
  }

  /** From the caecum round to the sigmoid: stretches of gas, of stool and of nothing. */
  private void colon(Lumen lumen, boolean full) {
    double calibre = radius(random.nextDouble(13, 23));
    List<Point> course = colonCourse(calibre);
    double length = Lumen.length(course);
    double at = random.nextDouble(60);
    while (at < length) {
      double until = at + random.nextDouble(30, 130);
      double share = at / length;
      // Stool lies before the transverse colon and behind it, gas in front.
      boolean lateral = share < 0.28 || share > 0.6;
      double own = calibre * (1.1 - 0.4 * share) * random.nextDouble(0.7, 1.1);
      double draw = random.nextDouble();
      double gas = 0.15 + 0.4 * body.gas();
      List<Point> part = part(course, at, until);
      if (draw < gas) {
        lumen.stretch(Blob.Kind.GAS, part, own, random.nextDouble(0.15, 0.4));
      } else if (full && draw < gas + (lateral ? 0.45 : 0.15)) {
        lumen.stretch(Blob.Kind.STOOL, part, own, random.nextDouble(0.1, 0.3));
      }
      at = until + random.nextDouble(5, 50);
    }
  }

  private List<Point> colonCourse(double calibre) {
    double back = centreY + half * 0.05;
    double front = centreY + half * random.nextDouble(0.3, 0.5);
    double sag = random.nextDouble(-70, 35);
    double liver = 35 + spread(15);
    double spleen = 80 + spread(15);
    double caecum = cavity.floor() + random.nextDouble(55, 85);
    double rim = calibre * 1.25 + 2;
    List<Point> course = new ArrayList<>();
    course.add(flank(-1, rim, caecum, back));
    course.add(flank(-1, rim, 0.5 * (caecum + liver), back));
    course.add(flank(-1, rim, liver, back));
    course.add(new Point(-0.45 * flank(1, rim, liver, 0).x(), front, 0.5 * (liver + sag)));
    course.add(new Point(spread(15), front, sag));
    course.add(new Point(0.5 * flank(1, rim, spleen, 0).x(), front, 0.5 * (spleen + sag)));
    course.add(flank(1, rim, spleen, back));
    course.add(flank(1, rim, 10, back));
    course.add(flank(1, rim, caecum - 5, back));
    course.add(new Point(spread(20), back, cavity.floor() + random.nextDouble(60, 100)));
    course.add(new Point(spread(10), -25, cavity.floor() + 45));
    return wavy(course);
  }

  private Point flank(int side, double rim, double z, double y) {
    double room = Math.max(20, cavity.halfWidth(z) - rim);
    return new Point(side * room * random.nextDouble(0.84, 0.98), y, z);
  }

  /** The same course with folds. */
  private List<Point> wavy(List<Point> course) {
    List<Point> result = new ArrayList<>();
    double length = Lumen.length(course);
    double first = random.nextDouble(2 * Math.PI);
    for (double at = 0; at <= length; at += 8) {
      // Corners are cut: the mean of the places before and behind.
      Point place =
          Lumen.place(course, Math.max(0, at - 22))
              .towards(Lumen.place(course, Math.min(length, at + 22)), 0.5);
      double wave = 5 * Math.sin(first + at / 19) + spread(1);
      result.add(place.plus(new Point(-Math.abs(wave) * Math.signum(place.x()), 0, wave)));
    }
    return result;
  }

  private static List<Point> part(List<Point> course, double from, double to) {
    List<Point> part = new ArrayList<>();
    double end = Math.min(to, Lumen.length(course));
    for (double at = from; at < end; at += 8) {
      part.add(Lumen.place(course, at));
    }
    part.add(Lumen.place(course, end));
    return part;
  }

  private void stomach(List<Blob> blobs) {
    Point centre =
        new Point(half * random.nextDouble(0.35, 0.8), centreY + half * 0.4, 118 + spread(14));
    for (int i = 0; i < 9; i++) {
      Point place = centre.plus(new Point(spread(14), spread(4), spread(9)));
      Frame frame = Frame.BODY.movedTo(place).turned(0, random.nextDouble(-60, 60), 0);
      double across = radius(random.nextDouble(12, 28));
      double up = radius(random.nextDouble(14, 30));
      if (cavity.holds(place, across)) {
        blobs.add(new Blob(Blob.Kind.GAS, frame, across, half * 0.07, up));
      }
    }
  }

  private void rectum(Lumen lumen, boolean full) {
    double draw = random.nextDouble();
    if (draw > 0.75) {
      return;
    }
    Point start = new Point(spread(8), -38, cavity.floor() + random.nextDouble(16, 26));
    List<Point> course = lumen.winding(start, 90 + spread(15), random.nextDouble(15, 50), 0.08);
    boolean stool = full && draw < 0.4;
    lumen.stretch(stool ? Blob.Kind.STOOL : Blob.Kind.GAS, course, random.nextDouble(9, 17), 0.15);
  }
}
