package org.trabecula.learning.robustness;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Refusal;
import org.trabecula.screening.RegionResult;
import org.trabecula.screening.Screening;
import org.trabecula.screening.SiteResult;

/**
 * What is left of a screening once its pictures are gone.
 *
 * @param refusal why there is no estimate, if there is none
 * @param densities that were stated, g/cm²
 * @param counting vertebrae that are pooled in a stated sum
 * @param leftOut regions on the film that do not count, or were not found
 */
record Said(
    Optional<Refusal.Reason> refusal,
    Map<Site, Double> densities,
    Map<Site, List<Site>> counting,
    Set<Site> leftOut) {

  Said {
    densities = Map.copyOf(densities);
    counting = Map.copyOf(counting);
    leftOut = Set.copyOf(leftOut);
  }

  /** A film that is refused. */
  static Said refused(Refusal.Reason reason) {
    return new Said(Optional.of(reason), Map.of(), Map.of(), Set.of());
  }

  /** What a screening says of the regions that its view shows. */
  static Said of(Screening screening, List<Site> regions) {
    return switch (screening) {
      case Screening.Declined declined -> refused(declined.refusal().reason());
      case Screening.Estimated estimated -> of(estimated, regions);
    };
  }

  private static Said of(Screening.Estimated estimated, List<Site> regions) {
    Map<Site, Double> densities = new EnumMap<>(Site.class);
    Map<Site, List<Site>> counting = new EnumMap<>(Site.class);
    estimated
        .sites()
        .forEach((Site site, SiteResult result) -> {
          densities.put(site, result.estimate().mean());
          counting.put(site, result.vertebrae());
        });
    Set<Site> leftOut = EnumSet.noneOf(Site.class);
    leftOut.addAll(regions);
    for (RegionResult region : estimated.regions()) {
      if (region.exclusion().isEmpty()) {
        leftOut.remove(region.site());
      }
    }
    return new Said(Optional.empty(), densities, counting, leftOut);
  }

  boolean isRefused() {
    return refusal.isPresent();
  }

  /** Whether something is stated, but not of every region. */
  boolean inPart() {
    return !isRefused() && !leftOut.isEmpty();
  }

  /** The density of a site, g/cm², if one was stated. */
  OptionalDouble density(Site site) {
    Double density = densities.get(site);
    return density == null ? OptionalDouble.empty() : OptionalDouble.of(density);
  }

  /** Vertebrae that a site's density pools; empty for a single site. */
  List<Site> pooled(Site site) {
    return counting.getOrDefault(site, List.of());
  }
}
