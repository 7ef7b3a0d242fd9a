package org.trabecula.simulation;

import java.util.function.UnaryOperator;
import org.trabecula.simulation.look.Look;
import org.trabecula.simulation.physics.Exposure;

/**
 * What is changed when a film is taken once more of the same projection.
 *
 * @param exposure makes the new exposure of the one that was drawn
 * @param look makes the new look of the one that was drawn
 */
public record Retake(UnaryOperator<Exposure> exposure, UnaryOperator<Look> look) {
  /** Nothing is changed. */
  public static final Retake SAME = new Retake(e -> e, l -> l);

  /** Another exposure, the same look. */
  public static Retake exposed(UnaryOperator<Exposure> exposure) {
    return new Retake(exposure, l -> l);
  }

  /** The same exposure, another look. */
  public static Retake looking(UnaryOperator<Look> look) {
    return new Retake(e -> e, look);
  }
}
