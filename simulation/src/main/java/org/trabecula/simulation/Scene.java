package org.trabecula.simulation;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.simulation.projection.Projection;

/** A person in front of the detector: what the cohort writer needs of anatomy and densitometer. */
interface Scene {
  /** All that is true of the person. */
  Subject person();

  /** Lays the person down and casts rays. */
  Projection project(RandomGenerator random);

  /** Exact areal density of each site, g/cm². */
  Map<Site, Double> exact();

  /** Areal density of each site as a machine would read it, g/cm². */
  Map<Site, Double> asRead(RandomGenerator random);

  /** Further columns of the manifest. */
  Map<String, String> extras();
}
