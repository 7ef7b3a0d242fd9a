package org.trabecula.simulation.hardware;

import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/** Turning of frames. */
final class Frames {
  private Frames() {}

  static Frame turnedAboutZ(Frame frame, Point centre, double radians) {
    return new Frame(
        frame.origin().turnedAboutZ(centre, radians),
        frame.across().turnedAboutZ(Point.ORIGIN, radians),
        frame.front().turnedAboutZ(Point.ORIGIN, radians),
        frame.up().turnedAboutZ(Point.ORIGIN, radians));
  }
}
