package org.trabecula.simulation.skeleton;

/**
 * A tapered rod of elliptic section with rounded ends: a process, a rib, a femoral neck.
 *
 * @param from centre of one end
 * @param to centre of the other
 * @param nearlyAcross direction of the first half axis, made perpendicular to the rod
 * @param fromAcross first half axis at the start, mm
 * @param fromFront second half axis at the start, mm
 * @param toAcross first half axis at the end, mm
 * @param toFront second half axis at the end, mm
 * @param cap how far the rounded ends reach beyond the centres, mm
 */
public record Limb(
    Point from,
    Point to,
    Point nearlyAcross,
    double fromAcross,
    double fromFront,
    double toAcross,
    double toFront,
    double cap) {

  /** A round rod. */
  public static Limb round(Point from, Point to, double fromRadius, double toRadius) {
    Point axis = to.minus(from);
    Point side = Math.abs(axis.x()) < 0.7 * axis.length() ? new Point(1, 0, 0) : new Point(0, 0, 1);
    double cap = Math.min(fromRadius, toRadius);
    return new Limb(from, to, side, fromRadius, fromRadius, toRadius, toRadius, cap);
  }

  /** A sphere. */
  public static Limb sphere(Point centre, double radius) {
    return round(centre, centre.plus(new Point(0, 0, 1e-3)), radius, radius);
  }

  /** An elliptic rod with ends as far out as its thinner half axis. */
  public static Limb elliptic(
      Point from, Point to, Point nearlyAcross, double across, double front) {
    return new Limb(from, to, nearlyAcross, across, front, across, front, Math.min(across, front));
  }

  public Limb taperedTo(double across, double front) {
    return new Limb(from, to, nearlyAcross, fromAcross, fromFront, across, front, cap);
  }
}
