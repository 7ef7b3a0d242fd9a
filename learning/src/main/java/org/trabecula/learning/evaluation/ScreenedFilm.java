package org.trabecula.learning.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.trabecula.cohort.Densities;
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
  /** Extras that make subgroups, where the manifest has them. */
  private static final List<String> TRAITS =
      List.of("look", "held_back", "jpeg", "degenerate", "detector", "population");

  ScreenedFilm {
    sites = Map.copyOf(sites);
  }

  /** Which of the two truths of a manifest. */
  @SuppressWarnings("ImmutableEnumChecker") // Its functions have no state.
  enum Truth {
    /** What a scanner read. */
    MEASURED(Densities::measured),
    /** What the simulator knows. */
    EXACT(Densities::exact);

    private final BiFunction<Densities, Site, OptionalDouble> of;

    Truth(BiFunction<Densities, Site, OptionalDouble> of) {
      this.of = of;
    }

    OptionalDouble of(Densities densities, Site site) {
      return of.apply(densities, site);
    }
  }

  /** The prediction of a site beside the truth; empty if either is missing. */
  List<Prediction> prediction(Site site, Truth truth) {
    SiteResult result = sites.get(site);
    if (result == null) {
      return List.of();
    }
    OptionalDouble density = truth(result, truth);
    return density.isEmpty()
        ? List.of()
        : List.of(
            new Prediction(
                row.subjectId(),
                row.subject(),
                density.getAsDouble(),
                result.estimate(),
                traits()));
  }

  /**
   * The truth of what was stated: where vertebrae were left out of a pooled spine, a densitometrist
   * would have left them out too.
   */
  private OptionalDouble truth(SiteResult result, Truth truth) {
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

  private Map<String, String> traits() {
    Map<String, String> traits = new LinkedHashMap<>();
    for (String name : TRAITS) {
      String value = row.extras().get(name);
      if (value != null && !value.isBlank()) {
        traits.put(name, value);
      }
    }
    String spacing = row.extras().get("known_spacing_mm");
    if (spacing != null) {
      traits.put("pixel spacing", spacing.isBlank() ? "unknown" : "known");
    }
    traits.put("size", row.subject().weightKg().isPresent() ? "known" : "unknown");
    return traits;
  }
}
