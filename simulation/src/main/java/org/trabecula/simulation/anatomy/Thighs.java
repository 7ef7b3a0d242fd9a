package org.trabecula.simulation.anatomy;

import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/** Muscles about the hips, which a film shows by the planes of fat between them. Shapes are [K]. */
final class Thighs {
  private final Landmarks marks;
  private final Envelope inner;
  private final SplittableRandom random;

  Thighs(Landmarks marks, Envelope inner, SplittableRandom random) {
    this.marks = marks;
    this.inner = inner;
    this.random = random;
  }

  void addTo(List<Blob> blobs) {
    for (int side = -1; side <= 1; side += 2) {
      Point head = (side < 0 ? marks.rightHip() : marks.leftHip()).head();
      double out = Math.signum(head.x());
      // Vastus lateralis, rectus femoris, adductors, gluteus: across, front and up from the head.
      muscle(head, out * 38, 8, -140, 17, 30, 140, 2, blobs);
      muscle(head, out * 12, 42, -140, 15, 13, 180, -3, blobs);
      muscle(head, -out * 26, -5, -130, 21, 32, 125, 9, blobs);
      muscle(head, out * 22, -38, 25, 30, 18, 75, -24, blobs);
    }
  }

  private void muscle(
      Point head,
      double x,
      double y,
      double z,
      double across,
      double front,
      double up,
      double leanDegrees,
      List<Blob> blobs) {
    double side = Math.signum(head.x());
    Point place =
        head.plus(
            new Point(
                x + 3 * random.nextGaussian(),
                y + 3 * random.nextGaussian(),
                z + 8 * random.nextGaussian()));
    // A slender thigh has slender muscles.
    double room = inner.front(place.x(), place.z()) - inner.back(place.x(), place.z());
    double size = Math.clamp(room / 150, 0.6, 1.15) * random.nextDouble(0.85, 1.15);
    Frame frame = Frame.BODY.movedTo(place).turned(0, side * leanDegrees, 0);
    double rim = random.nextDouble(0.2, 1.3);
    blobs.add(new Blob(Blob.Kind.FAT, frame, across * size + rim, front * size + rim, up + rim));
    blobs.add(new Blob(Blob.Kind.LEAN, frame, across * size, front * size, up));
  }
}
