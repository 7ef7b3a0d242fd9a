package org.trabecula.simulation;

import java.util.EnumSet;
import java.util.Set;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.View;
import org.trabecula.simulation.population.ForeignBodies;
import org.trabecula.simulation.population.HipImplant;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/** Which sites a clinic would not measure on an exposure, because of metal. */
final class HiddenSites {
  /** Share of a region that metal may cover before it has no density. */
  static final double MOST_COVERED = 0.02;

  private HiddenSites() {}

  /** Sites that metal covers by the regions' flags; sums of sites are not among them. */
  static Set<Site> of(RegionMap regions) {
    Set<Site> hidden = EnumSet.noneOf(Site.class);
    for (Site site : Site.values()) {
      boolean sum = site == Site.L1_L4 || site == Site.L2_L4;
      if (!sum && regions.hidden(site) > MOST_COVERED) {
        hidden.add(site);
      }
    }
    return hidden;
  }

  /** The same, and all sites of a hip on the film whose bone an implant lies in or replaces. */
  static Set<Site> of(Projection projection, ForeignBodies foreign) {
    Set<Site> hidden = of(projection.regions());
    Laterality side = projection.positioning().laterality();
    boolean right = side != Laterality.LEFT && foreign.rightHip() != HipImplant.NONE;
    boolean left = side != Laterality.RIGHT && foreign.leftHip() != HipImplant.NONE;
    if (projection.positioning().view() == View.HIP_AP && (right || left)) {
      hidden.addAll(Set.of(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP));
    }
    return hidden;
  }
}
