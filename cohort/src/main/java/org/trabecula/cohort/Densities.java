package org.trabecula.cohort;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Site;

/**
 * The densities of a subject by site, in g/cm².
 *
 * @param measured what a DXA scanner read
 * @param exact the truth, known in simulation only
 */
public record Densities(Map<Site, Double> measured, Map<Site, Double> exact) {

  /** No density is known. */
  public static final Densities NONE = new Densities(Map.of(), Map.of());

  public Densities {
    measured = checked(measured, "measured");
    exact = checked(exact, "exact");
  }

  /** Whether no density is known at all. */
  public boolean isEmpty() {
    return measured.isEmpty() && exact.isEmpty();
  }

  /** What a DXA scanner read at a site, if it did. */
  public OptionalDouble measured(Site site) {
    return at(measured, site);
  }

  /** The truth at a site, if it is known. */
  public OptionalDouble exact(Site site) {
    return at(exact, site);
  }

  private static OptionalDouble at(Map<Site, Double> densities, Site site) {
    Double value = densities.get(site);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Map<Site, Double> checked(Map<Site, Double> densities, String name) {
    Map<Site, Double> copy = new EnumMap<>(Site.class);
    densities.forEach((site, value) -> {
      if (!(value > 0 && value < 10)) {
        throw new IllegalArgumentException(
            "%s %s is %s g/cm2, not within 0 to 10".formatted(name, site.label(), value));
      }
      copy.put(site, value);
    });
    return Collections.unmodifiableMap(copy);
  }
}
