package org.trabecula.simulation.hardware;

import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Point;

/** A body whose crossing by a ray has a formula. */
public sealed interface Solid permits Box, Capsule, Cup, Ellipsoid, Frustum, Torus {
  /**
   * Where a ray runs inside, in any order and without overlap; none of them is empty.
   *
   * @param from the ray's origin, outside
   * @param direction of length 1
   */
  List<Span> spans(Point from, Point direction);

  /** A rectangle of pixels outside of which no ray meets it. */
  Footprint footprint(Camera camera);

  /** The same solid turned about the vertical through a point, as a leg turns. */
  Solid turnedAboutZ(Point centre, double radians);

  /** One span, if the ray does not miss. */
  static List<Span> only(Span span) {
    return span.isEmpty() ? List.of() : List.of(span);
  }
}
