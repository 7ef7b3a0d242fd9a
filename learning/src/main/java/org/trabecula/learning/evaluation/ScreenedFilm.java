package org.trabecula.learning.evaluation;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.SiteResult;
import org.trabecula.validation.study.Prediction;

/**
 * What screening stated of one row of a manifest.
 *
 * @param row that was screened
 * @param sites what was stated; empty if the film was declined
 * @param refusal the code of the reason why it was declined; blank if it was not
 */
record ScreenedFilm(Manifest.Row row, Map<Site, SiteResult> sites, String refusal) {
  ScreenedFilm {
    sites = Map.copyOf(sites);
  }

  /** The prediction of a site beside the truth; empty if either is missing. */
  List<Prediction> prediction(Site site, Against truth) {
    SiteResult result = sites.get(site);
    if (result == null) {
      return List.of();
    }
    OptionalDouble density = truth(result, truth);
    return density.isEmpty()
        ? List.of()
        : List.of(Predictions.of(row, density.getAsDouble(), result.estimate()));
  }

  /**
   * The truth of what was stated: where vertebrae were left out of a pooled spine, a densitometrist
   * would have left them out too.
   */
  private OptionalDouble truth(SiteResult result, Against truth) {
    int whole =
        switch (result.site()) {
          case L1_L4 -> 4;
          case L2_L4 -> 3;
          default -> 0;
        };
    if (result.vertebrae().isEmpty() || result.vertebrae().size() == whole) {
      return truth.of(row.densities(), result.site());
    }
    double sum = 0;
    for (Site vertebra : result.vertebrae()) {
      OptionalDouble density = truth.of(row.densities(), vertebra);
      if (density.isEmpty()) {
        return density;
      }
      sum += density.getAsDouble();
    }
    return OptionalDouble.of(sum / result.vertebrae().size());
  }
}
