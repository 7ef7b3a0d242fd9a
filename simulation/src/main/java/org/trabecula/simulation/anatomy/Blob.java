package org.trabecula.simulation.anatomy;

import org.trabecula.simulation.skeleton.Frame;
import org.trabecula.simulation.skeleton.Point;

/**
 * An ellipsoid of soft tissue or gas.
 *
 * @param kind what it holds
 * @param frame centre and axes
 * @param across half axis, mm
 * @param front half axis, mm
 * @param up half axis, mm
 */
public record Blob(Kind kind, Frame frame, double across, double front, double up) {
  /** What a blob holds instead of the mixture around it. */
  public enum Kind {
    /** Muscle or a solid organ. */
    LEAN,
    /** Fat around an organ. */
    FAT,
    /** Bowel gas: depths add up in quadrature, so that many small bodies make one soft lumen. */
    GAS,
    /** Bowel full of stool: lumps and gas between them; depths add up as those of gas. */
    STOOL,
    /** Small bubbles: they add up. */
    BUBBLE,
    /** Air-filled lung: three quarters gas. */
    LUNG
  }

  public Blob {
    if (!(across > 0 && front > 0 && up > 0)) {
      throw new IllegalArgumentException(
          "Half axes of %s, %s and %s mm".formatted(across, front, up));
    }
  }

  static Blob ball(Kind kind, Point centre, double radius) {
    return new Blob(kind, Frame.BODY.movedTo(centre), radius, radius, radius);
  }

  /** Radius of the ball that bounds it. */
  public double reach() {
    return Math.max(across, Math.max(front, up));
  }
}
