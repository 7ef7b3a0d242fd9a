package org.trabecula.validation.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.monitoring.MonitoredFilm.Estimated;
import org.trabecula.validation.monitoring.MonitoredFilm.Refused;

/** Takes the values of a quantity from films. */
final class Readings {
  private static final List<Site> SITES =
      List.of(Site.L1_L4, Site.L2_L4, Site.FEMORAL_NECK, Site.TOTAL_HIP);

  private Readings() {}

  /** The quantities that some films have, in the order of a page. */
  static List<Quantity> quantities(List<MonitoredFilm> films) {
    Set<Site> sites = new TreeSet<>();
    Set<String> reasons = new TreeSet<>();
    TreeMap<String, Set<ExposureTag>> tags = new TreeMap<>();
    for (MonitoredFilm film : films) {
      switch (film.outcome()) {
        case Refused(String reason) -> reasons.add(reason);
        case Estimated estimated -> {
          sites.addAll(estimated.densities().keySet());
          tags.computeIfAbsent(estimated.view(), view -> new TreeSet<>())
              .addAll(estimated.tags().keySet());
        }
      }
    }
    List<Quantity> all = new ArrayList<>();
    for (Site site : SITES) {
      if (sites.contains(site)) {
        all.add(new Quantity.Density(site));
        all.add(new Quantity.Spread(site));
      }
    }
    all.add(new Quantity.Refused(Optional.empty()));
    reasons.forEach(reason -> all.add(new Quantity.Refused(Optional.of(reason))));
    all.add(new Quantity.Undetermined());
    tags.forEach((view, of) -> of.forEach(tag -> all.add(new Quantity.Tag(tag, view))));
    return all;
  }

  static List<Reading> of(List<MonitoredFilm> films, Quantity quantity) {
    List<Reading> readings = new ArrayList<>();
    for (MonitoredFilm film : films) {
      value(film, quantity)
          .ifPresent(
              value -> readings.add(new Reading(film.date(), value, film.sex(), film.ageYears())));
    }
    return readings;
  }

  private static Optional<Double> value(MonitoredFilm film, Quantity quantity) {
    return switch (film.outcome()) {
      case Refused(String reason) ->
          quantity instanceof Quantity.Refused(Optional<String> asked)
              ? Optional.of(asked.isEmpty() || asked.get().equals(reason) ? 1.0 : 0.0)
              : Optional.empty();
      case Estimated estimated -> value(estimated, quantity);
    };
  }

  private static Optional<Double> value(Estimated film, Quantity quantity) {
    return switch (quantity) {
      case Quantity.Density(Site site) -> Optional.ofNullable(film.densities().get(site));
      case Quantity.Spread(Site site) -> Optional.ofNullable(film.densities().get(site));
      case Quantity.Refused ignored -> Optional.of(0.0);
      case Quantity.Undetermined ignored -> Optional.of(film.undetermined() ? 1.0 : 0.0);
      case Quantity.Tag(ExposureTag tag, String view) ->
          film.view().equals(view)
              ? Optional.ofNullable(film.tags().get(tag))
                  .map(value -> tag.isLogarithmic() ? Math.log(value) : value)
              : Optional.empty();
    };
  }
}
