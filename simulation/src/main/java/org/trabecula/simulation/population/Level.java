package org.trabecula.simulation.population;

import java.util.Optional;
import org.trabecula.densitometry.Site;

/** A vertebra of the thoracolumbar spine, from the top down. */
public enum Level {
  T7,
  T8,
  T9,
  T10,
  T11,
  T12,
  L1,
  L2,
  L3,
  L4,
  L5;

  /** Whether a densitometer measures it. */
  public boolean measured() {
    return ordinal() >= L1.ordinal() && ordinal() <= L4.ordinal();
  }

  /** The measured site of that name, if a densitometer has one. */
  public Optional<Site> site() {
    return measured()
        ? Optional.of(Site.VERTEBRAE.get(ordinal() - L1.ordinal()))
        : Optional.empty();
  }
}
