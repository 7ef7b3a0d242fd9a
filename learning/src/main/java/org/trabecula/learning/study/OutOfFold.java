package org.trabecula.learning.study;

import java.util.EnumMap;
import java.util.Map;
import org.trabecula.densitometry.Site;

/**
 * What a network said of a participant whom it has not seen, before calibration.
 *
 * @param subjectId who
 * @param fold in which the participant was judged, from 0
 * @param said by what it was told and by site; the same sites under either
 */
public record OutOfFold(String subjectId, int fold, Map<Knowledge, Map<Site, Distribution>> said) {

  /**
   * A predicted density.
   *
   * @param mean g/cm2
   * @param sd standard deviation, g/cm2
   */
  public record Distribution(double mean, double sd) {
    public Distribution {
      if (!Double.isFinite(mean) || !(sd > 0 && Double.isFinite(sd))) {
        throw new IllegalArgumentException("mean %s and sd %s g/cm2".formatted(mean, sd));
      }
    }
  }

  public OutOfFold {
    Map<Knowledge, Map<Site, Distribution>> copy = new EnumMap<>(Knowledge.class);
    said.forEach((knowledge, sites) -> copy.put(knowledge, Map.copyOf(sites)));
    said = Map.copyOf(copy);
    if (said.size() != Knowledge.values().length) {
      throw new IllegalArgumentException("Said only %s".formatted(said.keySet()));
    }
  }

  /** What was said of a site. */
  public Distribution of(Knowledge knowledge, Site site) {
    Map<Site, Distribution> sites = said.getOrDefault(knowledge, Map.of());
    Distribution distribution = sites.get(site);
    if (distribution == null) {
      throw new IllegalArgumentException("Nothing was said of %s".formatted(site.label()));
    }
    return distribution;
  }
}
