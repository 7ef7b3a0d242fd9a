package org.trabecula.simulation.skeleton;

/**
 * A place and three perpendicular unit directions.
 *
 * @param origin where
 * @param across first axis
 * @param front second axis
 * @param up third axis
 */
public record Frame(Point origin, Point across, Point front, Point up) {
  /** The body's own axes. */
  public static final Frame BODY =
      new Frame(Point.ORIGIN, new Point(1, 0, 0), new Point(0, 1, 0), new Point(0, 0, 1));

  /** A frame whose third axis is given, and whose first is as near as possible to another. */
  public static Frame along(Point origin, Point axis, Point nearlyAcross) {
    Point up = axis.unit();
    Point across = nearlyAcross.minus(up.times(up.dot(nearlyAcross))).unit();
    return new Frame(origin, across, up.cross(across), up);
  }

  /** Takes a point of this frame to the body. */
  public Point at(double x, double y, double z) {
    return origin.plus(direction(x, y, z));
  }

  /** Takes a direction of this frame to the body. */
  public Point direction(double x, double y, double z) {
    return across.times(x).plus(front.times(y)).plus(up.times(z));
  }

  /** The same directions elsewhere. */
  public Frame movedTo(Point place) {
    return new Frame(place, across, front, up);
  }

  /** Turned about its own axes: first about across (front edge down), front, then up; degrees. */
  public Frame turned(double aboutAcross, double aboutFront, double aboutUp) {
    Frame turned = this;
    double c = Math.cos(Math.toRadians(aboutUp));
    double s = Math.sin(Math.toRadians(aboutUp));
    turned =
        new Frame(
            origin,
            turned.across.times(c).plus(turned.front.times(s)),
            turned.front.times(c).minus(turned.across.times(s)),
            turned.up);
    c = Math.cos(Math.toRadians(aboutFront));
    s = Math.sin(Math.toRadians(aboutFront));
    turned =
        new Frame(
            origin,
            turned.across.times(c).minus(turned.up.times(s)),
            turned.front,
            turned.up.times(c).plus(turned.across.times(s)));
    c = Math.cos(Math.toRadians(aboutAcross));
    s = Math.sin(Math.toRadians(aboutAcross));
    return new Frame(
        origin,
        turned.across,
        turned.front.times(c).minus(turned.up.times(s)),
        turned.up.times(c).plus(turned.front.times(s)));
  }
}
