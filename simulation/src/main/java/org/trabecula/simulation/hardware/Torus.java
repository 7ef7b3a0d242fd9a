package org.trabecula.simulation.hardware;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Point;

/**
 * A ring of round section.
 *
 * @param centre middle of the hole
 * @param axis unit direction through the hole
 * @param ring radius of the ring's middle line, mm
 * @param wire radius of its section, mm
 */
public record Torus(Point centre, Point axis, double ring, double wire) implements Solid {
  /** Shortest step, in radii of the wire: a ray that runs less than this inside is missed. */
  private static final double STEP = 0.02;

  public Torus {
    if (!(wire > 0 && ring > wire) || Math.abs(axis.length() - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "A ring of %s mm of wire of %s mm about %s".formatted(ring, wire, axis));
    }
  }

  /** Walks by the exact distance; a formula for the four crossings loses digits where they meet. */
  @Override
  public List<Span> spans(Point origin, Point direction) {
    Point offset = origin.minus(centre);
    double reach = ring + wire;
    Span ball =
        Span.quadratic(1, offset.dot(direction), offset.dot(offset) - reach * reach)
            .and(Span.slab(offset.dot(axis), direction.dot(axis), wire));
    if (ball.isEmpty()) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>(2);
    double t = ball.from();
    double d = distance(offset, direction, t);
    double entry = t;
    while (t < ball.to()) {
      double next = Math.min(t + Math.max(Math.abs(d), STEP * wire), ball.to());
      double ahead = distance(offset, direction, next);
      if (d > 0 && ahead <= 0) {
        entry = t + (next - t) * d / (d - ahead);
      } else if (d <= 0 && ahead > 0) {
        spans.addAll(Solid.only(new Span(entry, t + (next - t) * d / (d - ahead))));
      }
      t = next;
      d = ahead;
    }
    if (d <= 0) {
      spans.addAll(Solid.only(new Span(entry, t)));
    }
    return spans;
  }

  /** Distance from the surface along a ray, negative inside. */
  private double distance(Point offset, Point direction, double t) {
    Point p = offset.plus(direction.times(t));
    double height = p.dot(axis);
    double off = Math.sqrt(Math.max(0, p.dot(p) - height * height)) - ring;
    return Math.sqrt(off * off + height * height) - wire;
  }

  @Override
  public Footprint footprint(Camera camera) {
    return Footprint.of(camera, centre, ring + wire);
  }

  @Override
  public Torus turnedAboutZ(Point about, double radians) {
    return new Torus(
        centre.turnedAboutZ(about, radians), axis.turnedAboutZ(Point.ORIGIN, radians), ring, wire);
  }
}
