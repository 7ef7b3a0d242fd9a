package org.trabecula.screening;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.trabecula.densitometry.Site;

/**
 * What the quality gate measured on one film, before any limit.
 *
 * @param film the checks that concern the film
 * @param regions the checks that concern each region
 * @param metalBesideCm2 area of metal within 30 mm of the regions but not in them, cm²
 */
public record GateFindings(
    Map<GateCheck, Double> film, Map<Site, Map<GateCheck, Double>> regions, double metalBesideCm2) {
  public GateFindings {
    film = Collections.unmodifiableMap(new EnumMap<>(film));
    Map<Site, Map<GateCheck, Double>> copies = new EnumMap<>(Site.class);
    regions.forEach(
        (site, values) -> copies.put(site, Collections.unmodifiableMap(new EnumMap<>(values))));
    regions = Collections.unmodifiableMap(copies);
  }

  /** The worst value of a check, over the film and all its regions; 0 if it was not measured. */
  public double worst(GateCheck check) {
    double worst = film.getOrDefault(check, 0.0);
    for (Map<GateCheck, Double> values : regions.values()) {
      worst = Math.max(worst, values.getOrDefault(check, 0.0));
    }
    return worst;
  }

  /** The value of a check for a region; 0 if it was not measured. */
  public double of(Site region, GateCheck check) {
    return regions.getOrDefault(region, Map.of()).getOrDefault(check, 0.0);
  }
}
