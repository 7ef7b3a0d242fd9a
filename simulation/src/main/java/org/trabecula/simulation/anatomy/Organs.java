package org.trabecula.simulation.anatomy;

import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.population.Level;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Muscles and organs that show on a film of the lumbar spine. Shapes are [K]. */
final class Organs {
  /** Thickness of the fat around the psoas, mm. */
  private static final double RIM = 2.5;

  private final Column column;
  private final double half;
  private final double muscle;
  private final Cavity cavity;
  private final SplittableRandom random;

  Organs(
      SimulatedSubject subject,
      Column column,
      double half,
      Cavity cavity,
      SplittableRandom random) {
    this.column = column;
    this.half = half;
    this.cavity = cavity;
    this.random = random;
    muscle =
        (subject.sex() == org.trabecula.densitometry.Sex.MALE ? 1.08 : 0.92)
            * Math.clamp(
                1.25 - 0.004 * subject.ageYears() + 0.08 * random.nextGaussian(), 0.7, 1.3);
  }

  void addTo(List<Blob> blobs) {
    for (int side = -1; side <= 1; side += 2) {
      psoas(side, blobs);
      paraspinal(side, blobs);
      kidney(side, blobs);
      flank(side, blobs);
    }
    liver(blobs);
    lungs(blobs);
    mesentery(blobs);
  }

  /** Folds of bowel and fat: the uneven ground of every abdominal film. */
  private void mesentery(List<Blob> blobs) {
    int count = 25 + random.nextInt(20);
    for (int i = 0; i < count; i++) {
      Blob.Kind kind = random.nextBoolean() ? Blob.Kind.FAT : Blob.Kind.LEAN;
      Point centre =
          new Point(
              half * random.nextDouble(-1.05, 1.05),
              half * random.nextDouble(0.05, 0.7),
              random.nextDouble(-180, 110));
      Frame frame =
          Frame.BODY
              .movedTo(centre)
              .turned(random.nextDouble(-40, 40), random.nextDouble(-90, 90), 0);
      double r = random.nextDouble(7, 22);
      blobs.add(new Blob(kind, frame, r, r * 0.8, r * random.nextDouble(1, 2.2)));
    }
  }

  private void psoas(int side, List<Blob> blobs) {
    Point top = column.at(Level.L1).frame().at(side * 24, -2, 0);
    Point bottom = column.sacralPlate().plus(new Point(side * 72, 22, -32));
    Point axis = top.minus(bottom);
    Frame frame = Frame.along(bottom.towards(top, 0.42), axis, new Point(1, 0, 0));
    double length = axis.length() * 0.62;
    // A film shows the muscle by the fat in its sheath.
    blobs.add(new Blob(Blob.Kind.FAT, frame, 25 * muscle + RIM, 27 * muscle + RIM, length + RIM));
    blobs.add(new Blob(Blob.Kind.LEAN, frame, 25 * muscle, 27 * muscle, length));
  }

  private void paraspinal(int side, List<Blob> blobs) {
    Point centre = column.at(Level.L3).frame().at(side * 34, -52, 0);
    blobs.add(new Blob(Blob.Kind.LEAN, Frame.BODY.movedTo(centre), 30 * muscle, 24 * muscle, 230));
  }

  /** The belly's side wall, and the stripe of fat within it that shows beside the colon. */
  private void flank(int side, List<Blob> blobs) {
    double z = -5 + 10 * random.nextGaussian();
    double wall = cavity.halfWidth(z);
    double thick = random.nextDouble(1.5, 4);
    Frame stripe =
        Frame.BODY
            .movedTo(new Point(side * wall, half * random.nextDouble(-0.1, 0.2), z))
            .turned(0, side * 4 * random.nextGaussian(), side * random.nextDouble(-12, 12));
    blobs.add(new Blob(Blob.Kind.FAT, stripe, thick, half * 0.5, random.nextDouble(55, 90)));
    Frame muscles = stripe.movedTo(stripe.at(side * (thick + 7), 0, 0));
    blobs.add(new Blob(Blob.Kind.LEAN, muscles, 6 * muscle, half * 0.5, 95));
  }

  private void kidney(int side, List<Blob> blobs) {
    Point middle = column.at(side < 0 ? Level.L2 : Level.L1).frame().origin();
    Point centre =
        middle.plus(
            new Point(side * (66 + 5 * random.nextGaussian()), -8, 4 * random.nextGaussian()));
    Frame frame = Frame.BODY.movedTo(centre).turned(0, side * -14, 0);
    double length = 54 + 4 * random.nextGaussian();
    blobs.add(new Blob(Blob.Kind.FAT, frame, 31, 29, length + 6));
    blobs.add(new Blob(Blob.Kind.LEAN, frame, 27, 25, length));
  }

  private void liver(List<Blob> blobs) {
    Point top = column.at(Level.T11).frame().origin();
    Point centre = top.plus(new Point(-half * 0.62, half * 0.30, -22 + 8 * random.nextGaussian()));
    Frame frame = Frame.BODY.movedTo(centre).turned(0, -25, 0);
    blobs.add(new Blob(Blob.Kind.LEAN, frame, half * 0.80, half * 0.66, 88));
    Point spleen = top.plus(new Point(half * 0.95, -half * 0.1, -12));
    blobs.add(new Blob(Blob.Kind.LEAN, Frame.BODY.movedTo(spleen).turned(0, 25, 0), 32, 42, 58));
  }

  private void lungs(List<Blob> blobs) {
    double dome = 10 * random.nextGaussian();
    for (int side = -1; side <= 1; side += 2) {
      Point centre =
          column
              .at(Level.T9)
              .frame()
              .origin()
              .plus(new Point(side * half * 0.78, half * 0.12, 62 + dome - side * 5));
      blobs.add(
          new Blob(Blob.Kind.LUNG, Frame.BODY.movedTo(centre), half * 0.66, half * 0.72, 112));
    }
  }
}
