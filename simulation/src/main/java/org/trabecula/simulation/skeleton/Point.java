package org.trabecula.simulation.skeleton;

/** A point or a direction in the body, mm. */
public record Point(double x, double y, double z) {
  public static final Point ORIGIN = new Point(0, 0, 0);

  public Point plus(Point other) {
    return new Point(x + other.x, y + other.y, z + other.z);
  }

  public Point minus(Point other) {
    return new Point(x - other.x, y - other.y, z - other.z);
  }

  public Point times(double factor) {
    return new Point(x * factor, y * factor, z * factor);
  }

  public double dot(Point other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Point cross(Point other) {
    return new Point(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The same direction with length 1. */
  public Point unit() {
    return times(1 / length());
  }

  /** The point on the way to another, 0 here and 1 there. */
  public Point towards(Point other, double share) {
    return plus(other.minus(this).times(share));
  }

  /** This point turned about the z axis through a centre, counter-clockwise seen from the head. */
  public Point turnedAboutZ(Point centre, double radians) {
    double c = Math.cos(radians);
    double s = Math.sin(radians);
    double dx = x - centre.x;
    double dy = y - centre.y;
    return new Point(centre.x + c * dx - s * dy, centre.y + s * dx + c * dy, z);
  }
}
