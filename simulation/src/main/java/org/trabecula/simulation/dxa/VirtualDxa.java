package org.trabecula.simulation.dxa;

import org.trabecula.simulation.anatomy.Anatomy;

/** Measures a simulated subject as a densitometer does. */
public final class VirtualDxa {
  private VirtualDxa() {}

  /** Measures the lumbar spine and the right hip. */
  public static DxaResult measure(Anatomy anatomy) {
    throw new UnsupportedOperationException("not measured yet");
  }
}
