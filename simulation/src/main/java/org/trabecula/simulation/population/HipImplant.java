package org.trabecula.simulation.population;

/** What was put into a femur. */
public enum HipImplant {
  NONE,
  /** Total hip replacement, held by the bone. */
  STEM,
  /** Total hip replacement in a mantle of cement. */
  CEMENTED_STEM,
  /** Nail in the shaft with a screw into the head. */
  NAIL,
  /** Sliding hip screw: a plate on the shaft with a screw into the head. */
  PLATE,
  /** Three screws through the neck. */
  SCREWS;

  /** Whether head and neck were taken out. */
  public boolean replacesHead() {
    return this == STEM || this == CEMENTED_STEM;
  }
}
