package org.trabecula.simulation.hardware;

import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Point;

/**
 * The convex hull of two balls: a rod, a screw's core, a stem. Where one ball holds the other it is
 * that ball.
 *
 * @param from centre of one ball
 * @param fromRadius mm
 * @param to centre of the other
 * @param toRadius mm
 */
public record Capsule(Point from, double fromRadius, Point to, double toRadius) implements Solid {
  public Capsule {
    if (!(fromRadius > 0 && toRadius > 0)) {
      throw new IllegalArgumentException("Radii of %s and %s mm".formatted(fromRadius, toRadius));
    }
  }

  /** A rod of one thickness with round ends. */
  public static Capsule rod(Point from, Point to, double radius) {
    return new Capsule(from, radius, to, radius);
  }

  /** A ball. */
  public static Capsule ball(Point centre, double radius) {
    return rod(centre, centre, radius);
  }

  @Override
  public List<Span> spans(Point origin, Point direction) {
    Span span = ball(origin.minus(from), direction, fromRadius);
    double length = to.minus(from).length();
    double sine = length > 0 ? (fromRadius - toRadius) / length : 2;
    if (Math.abs(sine) >= 1) {
      Span other = ball(origin.minus(to), direction, toRadius);
      return Solid.only(fromRadius >= toRadius ? span : other);
    }
    span = span.hull(ball(origin.minus(to), direction, toRadius));
    // The mantle touches both balls along circles that lie off their centres.
    Point axis = to.minus(from).times(1 / length);
    double cosine = Math.sqrt(1 - sine * sine);
    Span mantle =
        Frustum.span(
            origin.minus(from.plus(axis.times(fromRadius * sine))),
            direction,
            axis,
            length + (toRadius - fromRadius) * sine,
            fromRadius * cosine,
            toRadius * cosine);
    return Solid.only(span.hull(mantle));
  }

  private static Span ball(Point offset, Point direction, double radius) {
    return Span.quadratic(1, offset.dot(direction), offset.dot(offset) - radius * radius);
  }

  @Override
  public Footprint footprint(Camera camera) {
    return Footprint.of(camera, from, fromRadius).with(Footprint.of(camera, to, toRadius));
  }

  @Override
  public Capsule turnedAboutZ(Point centre, double radians) {
    return new Capsule(
        from.turnedAboutZ(centre, radians), fromRadius, to.turnedAboutZ(centre, radians), toRadius);
  }
}
