package org.trabecula.simulation;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.simulation.projection.Projection;

/** A person in front of the detector: what the cohort writer needs of anatomy and densitometer. */
interface Scene {
  /** All that is true of the person. */
  Subject person();

  /**
   * Lays the person down and casts rays.
   *
   * @param position how many times the person was laid down before
   */
  Projection project(int position, RandomGenerator random) throws IOException;

  /** Sites that one exposure cannot tell: metal lies over them or took their place. */
  Set<Site> hidden(Projection projection);

  /** Exact areal density of each site but the hidden ones, g/cm². */
  Map<Site, Double> exact(Set<Site> hidden);

  /** Areal density of each site but the hidden ones as a machine would read it, g/cm². */
  Map<Site, Double> asRead(Set<Site> hidden, RandomGenerator random);

  /** Further columns of the manifest for films of one exposure. */
  Map<String, String> extras(Projection projection);
}
