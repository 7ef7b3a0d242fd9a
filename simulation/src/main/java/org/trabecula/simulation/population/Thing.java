package org.trabecula.simulation.population;

/** A harmless thing that shows on a film. */
public enum Thing {
  CLIPS,
  NAVEL_RING,
  BUTTON,
  ZIP,
  BRA_CLASP,
  BELT_BUCKLE,
  COINS,
  PILLS
}
