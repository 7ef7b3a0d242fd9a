package org.trabecula.simulation.hardware;

import java.util.List;
import org.trabecula.simulation.skeleton.Camera;
import org.trabecula.simulation.skeleton.Footprint;
import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * An ellipsoid: a pill, a lump of cement.
 *
 * @param frame centre and axes
 * @param across half axis, mm
 * @param front half axis, mm
 * @param up half axis, mm
 */
public record Ellipsoid(Frame frame, double across, double front, double up) implements Solid {
  public Ellipsoid {
    if (!(across > 0 && front > 0 && up > 0)) {
      throw new IllegalArgumentException(
          "Half axes of %s, %s and %s mm".formatted(across, front, up));
    }
  }

  @Override
  public List<Span> spans(Point origin, Point direction) {
    Point offset = scaled(origin.minus(frame.origin()));
    Point step = scaled(direction);
    return Solid.only(Span.quadratic(step.dot(step), offset.dot(step), offset.dot(offset) - 1));
  }

  private Point scaled(Point p) {
    return new Point(
        p.dot(frame.across()) / across, p.dot(frame.front()) / front, p.dot(frame.up()) / up);
  }

  @Override
  public Footprint footprint(Camera camera) {
    return Footprint.of(camera, frame.origin(), Math.max(across, Math.max(front, up)));
  }

  @Override
  public Ellipsoid turnedAboutZ(Point centre, double radians) {
    return new Ellipsoid(Frames.turnedAboutZ(frame, centre, radians), across, front, up);
  }
}
