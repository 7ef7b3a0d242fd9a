package org.trabecula.simulation.decoy;

/** What a decoy shows. */
public enum DecoyKind {
  KNEE,
  KNEES,
  SHAFTS,
  HAND_OR_FOOT,
  CHEST,
  NECK,
  SKULL,
  SHOULDER,
  LATERAL_SPINE,
  ABDOMEN,
  PHANTOM,
  PAGE,
  NOISE
}
