package org.trabecula.simulation.projection;

import org.trabecula.simulation.anatomy.Anatomy;

/** Casts rays through an anatomy. */
public final class Projector {
  private Projector() {}

  /** Projects on the calling thread alone. */
  public static Projection project(Anatomy anatomy, Positioning positioning, double pitchMm) {
    throw new UnsupportedOperationException("not cast yet");
  }
}
