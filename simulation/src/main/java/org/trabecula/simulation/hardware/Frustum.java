package org.trabecula.simulation.hardware;

import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Point;

/**
 * A cylinder or a cut cone with flat ends: a screw's head, a coin.
 *
 * @param from middle of one end
 * @param fromRadius mm
 * @param to middle of the other
 * @param toRadius mm
 */
public record Frustum(Point from, double fromRadius, Point to, double toRadius) implements Solid {
  public Frustum {
    if (!(fromRadius >= 0 && toRadius >= 0 && to.minus(from).length() > 0)) {
      throw new IllegalArgumentException(
          "Radii of %s and %s mm from %s to %s".formatted(fromRadius, toRadius, from, to));
    }
  }

  /** A cylinder. */
  public static Frustum cylinder(Point from, Point to, double radius) {
    return new Frustum(from, radius, to, radius);
  }

  @Override
  public List<Span> spans(Point origin, Point direction) {
    double length = to.minus(from).length();
    Point axis = to.minus(from).times(1 / length);
    return Solid.only(span(origin.minus(from), direction, axis, length, fromRadius, toRadius));
  }

  /** Where a ray, given from the middle of the first end, runs inside. */
  static Span span(
      Point offset,
      Point direction,
      Point axis,
      double length,
      double fromRadius,
      double toRadius) {
    double p = offset.dot(axis);
    double q = direction.dot(axis);
    Span slab = Span.slab(p - length / 2, q, length / 2);
    double taper = (toRadius - fromRadius) / length;
    double radius = fromRadius + taper * p;
    double slope = taper * q;
    double a = 1 - q * q - slope * slope;
    double b = offset.dot(direction) - p * q - radius * slope;
    double c = offset.dot(offset) - p * p - radius * radius;
    if (a > 1e-12) {
      return slab.and(Span.quadratic(a, b, c));
    }
    return slab.and(steep(a, b, c, slab));
  }

  /** Steeper than the mantle, or along it: the ray is inside on one side of one crossing. */
  private static Span steep(double a, double b, double c, Span slab) {
    if (a > -1e-12) {
      if (Math.abs(b) < 1e-12) {
        return c <= 0 ? Span.ALL : Span.NONE;
      }
      double root = -c / (2 * b);
      return b > 0 ? new Span(Span.ALL.from(), root) : new Span(root, Span.ALL.to());
    }
    double square = b * b - a * c;
    if (square <= 0) {
      return Span.ALL;
    }
    double root = Math.sqrt(square);
    Span below = new Span(Span.ALL.from(), (-b + root) / a);
    Span above = new Span((-b - root) / a, Span.ALL.to());
    // The mirrored cone beyond the tip lies outside the slab.
    return slab.and(below).length() > slab.and(above).length() ? below : above;
  }

  @Override
  public Footprint footprint(Camera camera) {
    return Footprint.of(camera, from, fromRadius).with(Footprint.of(camera, to, toRadius));
  }

  @Override
  public Frustum turnedAboutZ(Point centre, double radians) {
    return new Frustum(
        from.turnedAboutZ(centre, radians), fromRadius, to.turnedAboutZ(centre, radians), toRadius);
  }
}
