package org.trabecula.simulation.anatomy;

import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.population.Body;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Gas and stool in stomach, small bowel and colon. Amounts and places are [K]. */
final class Gas {
  private final Body body;
  private final double half;
  private final double centreY;
  private final SplittableRandom random;

  Gas(Body body, double half, double centreY, SplittableRandom random) {
    this.body = body;
    this.half = half;
    this.centreY = centreY;
    this.random = random;
  }

  void addTo(List<Blob> blobs) {
    if (body.gasOverSpine()) {
      int loops = 1 + random.nextInt(3);
      for (int i = 0; i < loops; i++) {
        loop(spread(28), random.nextDouble(-45, 40), blobs);
      }
    }
    int colon = (int) Math.round(4 * body.gas() + random.nextDouble());
    for (int i = 0; i < colon; i++) {
      int side = random.nextBoolean() ? 1 : -1;
      double x = side * half * (0.85 + 0.2 * random.nextDouble());
      haustra(new Point(x, y(), random.nextDouble(-150, 110)), true, blobs);
    }
    if (random.nextDouble() < 0.5) {
      haustra(new Point(spread(60), y() + 15, random.nextDouble(0, 70)), false, blobs);
    }
    if (random.nextDouble() < 0.5) {
      stomach(blobs);
    }
    if (random.nextDouble() < 0.6) {
      rectum(blobs);
    }
    if (random.nextDouble() < 0.6) {
      int side = random.nextBoolean() ? 1 : -1;
      stool(new Point(side * half * 0.85, y() - 10, random.nextDouble(-130, 60)), blobs);
    }
  }

  private double spread(double mm) {
    return mm * random.nextGaussian();
  }

  private double y() {
    return centreY + half * random.nextDouble(0.25, 0.6);
  }

  private double radius(double mm) {
    return Math.min(mm, half * 0.28);
  }

  private Frame anyFrame(Point centre) {
    return Frame.BODY
        .movedTo(centre)
        .turned(random.nextDouble(-30, 30), random.nextDouble(-90, 90), random.nextDouble(-30, 30));
  }

  private void loop(double x, double z, List<Blob> blobs) {
    double r = radius(random.nextDouble(8, 17));
    Frame frame = anyFrame(new Point(x, y(), z));
    blobs.add(new Blob(Blob.Kind.GAS, frame, r, r * 0.9, r * random.nextDouble(1, 2.4)));
  }

  /** A stretch of colon: bulges in a row. */
  private void haustra(Point start, boolean upright, List<Blob> blobs) {
    int count = 2 + random.nextInt(5);
    double r = radius(random.nextDouble(12, 24));
    double step = r * random.nextDouble(0.95, 1.25);
    Point place = start;
    double bend = random.nextDouble(-0.25, 0.25);
    for (int i = 0; i < count; i++) {
      double own = r * random.nextDouble(0.75, 1.1);
      blobs.add(new Blob(Blob.Kind.GAS, anyFrame(place), own, own * 0.85, own * 0.9));
      Point along = upright ? new Point(bend * i, 0, -1) : new Point(1, 0, bend * i);
      place = place.plus(along.unit().times(step));
    }
  }

  private void stomach(List<Blob> blobs) {
    Point centre =
        new Point(half * random.nextDouble(0.35, 0.8), centreY + half * 0.4, 118 + spread(14));
    Frame frame = Frame.BODY.movedTo(centre).turned(0, random.nextDouble(-60, 60), 0);
    blobs.add(
        new Blob(
            Blob.Kind.GAS,
            frame,
            radius(random.nextDouble(18, 34)),
            half * 0.2,
            radius(random.nextDouble(20, 45))));
  }

  private void rectum(List<Blob> blobs) {
    Point centre = new Point(spread(14), -40, -175 + spread(14));
    double r = random.nextDouble(10, 22);
    blobs.add(new Blob(Blob.Kind.GAS, anyFrame(centre), r, r * 0.8, r * random.nextDouble(1, 1.8)));
  }

  /** Stool: a crowd of small bubbles. */
  private void stool(Point centre, List<Blob> blobs) {
    int count = 25 + random.nextInt(35);
    for (int i = 0; i < count; i++) {
      Point at = centre.plus(new Point(spread(14), spread(10), spread(26)));
      blobs.add(Blob.ball(Blob.Kind.BUBBLE, at, random.nextDouble(1.5, 5)));
    }
  }
}
