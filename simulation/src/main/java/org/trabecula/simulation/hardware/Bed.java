package org.trabecula.simulation.hardware;

/** What a solid took the place of. */
public enum Bed {
  /** Bone as it comes: mineral and marrow. */
  BONE,
  /** Marrow: a canal that was reamed, whose cortex stands. */
  CANAL,
  /** Soft tissue. */
  TISSUE,
  /** Air: it lies on the skin. */
  AIR
}
