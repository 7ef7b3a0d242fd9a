package org.trabecula.simulation.hardware;

import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * A rectangular block: a plate, the wall of a cage, a side of a buckle.
 *
 * @param frame centre and axes
 * @param across half side, mm
 * @param front half side, mm
 * @param up half side, mm
 */
public record Box(Frame frame, double across, double front, double up) implements Solid {
  public Box {
    if (!(across > 0 && front > 0 && up > 0)) {
      throw new IllegalArgumentException(
          "Half sides of %s, %s and %s mm".formatted(across, front, up));
    }
  }

  @Override
  public List<Span> spans(Point origin, Point direction) {
    Point offset = origin.minus(frame.origin());
    return Solid.only(
        slab(offset, direction, frame.across(), across)
            .and(slab(offset, direction, frame.front(), front))
            .and(slab(offset, direction, frame.up(), up)));
  }

  private static Span slab(Point offset, Point direction, Point normal, double half) {
    return Span.slab(offset.dot(normal), direction.dot(normal), half);
  }

  @Override
  public Footprint footprint(Camera camera) {
    double reach = Math.sqrt(across * across + front * front + up * up);
    return Footprint.of(camera, frame.origin(), reach);
  }

  @Override
  public Box turnedAboutZ(Point centre, double radians) {
    return new Box(Frames.turnedAboutZ(frame, centre, radians), across, front, up);
  }
}
