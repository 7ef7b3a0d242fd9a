package org.trabecula.simulation.hardware;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Point;

/**
 * A hemispherical shell: the socket of an artificial hip.
 *
 * @param centre of both spheres
 * @param opening unit direction in which it is open
 * @param inner radius, mm
 * @param outer radius, mm
 */
public record Cup(Point centre, Point opening, double inner, double outer) implements Solid {
  public Cup {
    if (!(inner > 0 && outer > inner) || Math.abs(opening.length() - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "Radii of %s and %s mm, open towards %s".formatted(inner, outer, opening));
    }
  }

  @Override
  public List<Span> spans(Point origin, Point direction) {
    Point offset = origin.minus(centre);
    double b = offset.dot(direction);
    double square = offset.dot(offset);
    // Half the outer ball as a slab on the closed side of the rim.
    Span closed =
        Span.slab(offset.dot(opening) + outer / 2, direction.dot(opening), outer / 2)
            .and(Span.quadratic(1, b, square - outer * outer));
    if (closed.isEmpty()) {
      return List.of();
    }
    Span hollow = Span.quadratic(1, b, square - inner * inner);
    if (hollow.isEmpty()) {
      return List.of(closed);
    }
    List<Span> walls = new ArrayList<>(2);
    walls.addAll(Solid.only(new Span(closed.from(), Math.min(closed.to(), hollow.from()))));
    walls.addAll(Solid.only(new Span(Math.max(closed.from(), hollow.to()), closed.to())));
    return walls;
  }

  @Override
  public Footprint footprint(Camera camera) {
    return Footprint.of(camera, centre, outer);
  }

  @Override
  public Cup turnedAboutZ(Point about, double radians) {
    return new Cup(
        centre.turnedAboutZ(about, radians),
        opening.turnedAboutZ(Point.ORIGIN, radians),
        inner,
        outer);
  }
}
