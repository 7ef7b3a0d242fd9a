package org.trabecula.screening;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.RegionScores;
import org.trabecula.densitometry.Site;

/**
 * What is stated of one site.
 *
 * @param scores the calibrated estimate and its scores under the request's reference
 * @param judgement the call at this site, if the reference has young adults for it
 * @param inView whether the film shows the site; otherwise it is inferred from the rest
 * @param areaCm2 of the region or of the regions that it pools, if in view
 * @param vertebrae that are pooled, for L1-L4 and L2-L4; empty otherwise
 */
public record SiteResult(
    RegionScores scores,
    Optional<CallPolicy.Judgement> judgement,
    boolean inView,
    OptionalDouble areaCm2,
    List<Site> vertebrae) {
  public SiteResult {
    vertebrae = List.copyOf(vertebrae);
    if (inView != areaCm2.isPresent()) {
      throw new IllegalArgumentException("A site has an area if and only if it is in view");
    }
  }

  /** The calibrated estimate. */
  public DensityEstimate estimate() {
    return scores.estimate();
  }

  public Site site() {
    return estimate().site();
  }

  /** Bone mineral content, g, if the site is in view. */
  public OptionalDouble bmcG() {
    return areaCm2.isPresent()
        ? OptionalDouble.of(areaCm2.getAsDouble() * estimate().mean())
        : OptionalDouble.empty();
  }
}
