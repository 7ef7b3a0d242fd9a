package org.trabecula.screening;

import java.util.List;
import java.util.Optional;
import org.trabecula.densitometry.Site;

/**
 * A region as it was found on a film.
 *
 * @param site that it is
 * @param areaCm2 of its mask, in the plane of the patient
 * @param centroid in the radiograph's pixels
 * @param outlines around its mask, the longest first
 * @param confidence mean probability inside its mask, in [0, 1]
 * @param exclusion why it does not count, if it does not: it cannot be measured, or it is a
 *     vertebra that is unlike its neighbours (then its own density is still stated)
 */
public record RegionResult(
    Site site,
    double areaCm2,
    Outline.Point centroid,
    List<Outline> outlines,
    double confidence,
    Optional<String> exclusion) {
  public RegionResult {
    outlines = List.copyOf(outlines);
    if (!(areaCm2 > 0)) {
      throw new IllegalArgumentException(
          "%s has an area of %s cm²".formatted(site.label(), areaCm2));
    }
  }
}
