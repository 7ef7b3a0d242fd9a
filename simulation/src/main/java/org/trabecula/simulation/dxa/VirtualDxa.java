package org.trabecula.simulation.dxa;

import org.trabecula.simulation.skeleton.Mineralised;

/** Measures a simulated subject as a densitometer does: parallel rays, 1 mm pixels, flat neck. */
public final class VirtualDxa {
  private VirtualDxa() {}

  /** Measures the lumbar spine and the right hip. */
  public static DxaResult measure(Mineralised body) {
    return measure(body, true);
  }

  /** Measures the lumbar spine and the hip of one side. */
  public static DxaResult measure(Mineralised body, boolean rightHip) {
    return DxaScan.of(body.skeleton(), body.landmarks(), rightHip).read(body.mineral());
  }
}
