package org.trabecula.simulation.skeleton;

/** Bone whose density is scaled together until the densitometer reads what was drawn. */
public enum DensityGroup {
  SPINE,
  NECK,
  FEMUR,
  OTHER,
  /** Calcified vessel walls. */
  CALCIFICATION
}
