package org.trabecula.simulation.ct;

import org.trabecula.simulation.skeleton.Landmarks;
import org.trabecula.simulation.skeleton.Point;

/**
 * Regions of one hip from the femur's label. The head is the largest ball that fits; the neck's
 * axis leads from its middle where the bone stays deepest; the rest keeps the proportions of
 * simulated femora to the head [K].
 *
 * @param hip the places
 * @param right whose
 * @param whole whether the label reaches to the end of the total hip; if not, only the neck can be
 *     measured
 */
record HipMarks(Landmarks.Hip hip, boolean right, boolean whole) {
  /** A head of this radius belongs to a femur of the proportions below, mm. */
  private static final double USUAL_HEAD = 22.75;

  private static final double NECK_LENGTH = 49.5;
  private static final double LEAST_HEAD = 15;
  private static final double MOST_HEAD = 32;

  /** Lean of the shaft against the vertical where too little of it is seen, degrees [K]. */
  private static final double SHAFT_LEAN = 7;

  /** Shortest piece of shaft that tells its direction, mm. */
  private static final double SHAFT_SEEN = 25;

  /** How far below the head's middle the shaft is free of the trochanters, in head radii. */
  private static final double FREE_SHAFT = 3.9;

  /** Finds the regions. */
  static HipMarks find(LabelVolume labels, boolean right) throws UnusableCtException {
    int label = right ? Structures.FEMUR_RIGHT : Structures.FEMUR_LEFT;
    Solid femur =
        Solid.of(labels, label)
            .orElseThrow(() ->
                new UnusableCtException(
                    "The label map has no %s (label %d of TotalSegmentator)."
                        .formatted(Structures.name(label), label)));
    Point head = femur.core();
    double radius = femur.depth(head);
    if (!(radius >= LEAST_HEAD && radius <= MOST_HEAD)) {
      throw new UnusableCtException(
          "The %s has no head: the largest ball within its label has a radius of %.0f mm."
              .formatted(Structures.name(label), radius));
    }
    return new Search(femur, head, radius, right ? -1 : 1).marks();
  }

  /** One femur. */
  private record Search(Solid femur, Point head, double radius, int side) {

    HipMarks marks() throws UnusableCtException {
      double size = radius / USUAL_HEAD;
      Point neck = neckAxis();
      double length = NECK_LENGTH * size;
      double middle = Math.max(radius + 9, 0.66 * length);
      Point centre = head.plus(neck.times(middle));
      Point near = head.plus(neck.times(middle - 7.5));
      Point far = head.plus(neck.times(middle + 7.5));
      // Perpendicular to the neck as an AP view shows it.
      Point below = new Point(neck.z() * side, 0, -neck.x() * side).unit();
      double half = (femur.reach(centre, below, 30) + femur.reach(centre, below.times(-1), 30)) / 2;
      Point corner = far.plus(below.times(half));
      if (corner.z() < femur.bottom()) {
        throw new UnusableCtException(
            "The scan ends within the femoral neck, %.0f mm above the end of its region."
                .formatted(femur.bottom() - corner.z()));
      }
      Point down = shaft();
      Point out = new Point(-down.z() * side, 0, down.x() * side).unit();
      Point base = head.plus(neck.times(length));
      Point below22 = base.plus(down.times(22 * size));
      double shaftRadius = Math.clamp(femur.reach(below22, out, 30), 10, 25);
      Point end = base.plus(down.times(40 * size));
      Landmarks.Hip hip =
          new Landmarks.Hip(
              head, near, far, corner, below22.plus(out.times(shaftRadius + 4)), end, down);
      return new HipMarks(hip, side < 0, end.z() > femur.bottom());
    }

    /** The direction from the head along which bone is deepest: the mean of the best few. */
    private Point neckAxis() {
      double best = 0;
      for (int pass = 0; ; pass++) {
        Point sum = Point.ORIGIN;
        double most = best;
        for (int drop = 15; drop <= 65; drop += 2) {
          for (int turn = -40; turn <= 40; turn += 2) {
            Point way = direction(drop, turn);
            double deep = depthAlong(way);
            best = Math.max(best, deep);
            if (pass == 1 && deep >= 0.97 * most) {
              sum = sum.plus(way);
            }
          }
        }
        if (pass == 1) {
          return sum.unit();
        }
      }
    }

    private Point direction(double dropDegrees, double turnDegrees) {
      double drop = Math.toRadians(dropDegrees);
      double turn = Math.toRadians(turnDegrees);
      return new Point(
          side * Math.cos(drop) * Math.cos(turn), Math.cos(drop) * Math.sin(turn), -Math.sin(drop));
    }

    private double depthAlong(Point way) {
      double sum = 0;
      for (double s = 0.8 * radius; s <= 2.1 * radius; s += 1) {
        sum += femur.depth(head.plus(way.times(s)));
      }
      return sum;
    }

    /** Unit direction down the shaft. */
    private Point shaft() {
      double top = head.z() - FREE_SHAFT * radius;
      double bottom = femur.bottom();
      if (top - bottom >= SHAFT_SEEN) {
        var upper = femur.between(top - 8, top);
        var lower = femur.between(bottom, bottom + 8);
        if (upper.isPresent() && lower.isPresent()) {
          return lower.get().minus(upper.get()).unit();
        }
      }
      double lean = Math.toRadians(SHAFT_LEAN);
      return new Point(-side * Math.sin(lean), 0, -Math.cos(lean));
    }
  }
}
