package org.trabecula.simulation.skeleton;

/** A body whose bones have a shape and a density: what a densitometer needs to know. */
public interface Mineralised {
  Skeleton skeleton();

  Landmarks landmarks();

  Mineral mineral();
}
