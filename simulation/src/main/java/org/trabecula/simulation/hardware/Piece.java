package org.trabecula.simulation.hardware;

import org.trabecula.simulation.skeleton.Point;

/**
 * A solid in or on a body.
 *
 * @param solid its shape and place
 * @param alloy what it is made of
 * @param bed what it took the place of
 * @param carrier what it moves with
 */
public record Piece(Solid solid, Alloy alloy, Bed bed, Carrier carrier) {
  /** The part of a body that takes a solid along. */
  public enum Carrier {
    TRUNK,
    RIGHT_LEG,
    LEFT_LEG
  }

  /** The piece after its carrier has turned about the vertical through a point. */
  public Piece turnedAboutZ(Point centre, double radians) {
    return new Piece(solid.turnedAboutZ(centre, radians), alloy, bed, carrier);
  }
}
