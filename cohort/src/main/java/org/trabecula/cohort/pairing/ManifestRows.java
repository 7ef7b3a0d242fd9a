package org.trabecula.cohort.pairing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trabecula.cohort.Densities;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.Truth;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;

/**
 * The manifest of a paired cohort.
 *
 * @param folder that it will be written to
 * @param synthetic whether all films are simulated
 */
record ManifestRows(Path folder, boolean synthetic) {
  Manifest manifest(List<FilmOutcome> films) {
    return new Manifest(folder, films.stream().flatMap(film -> row(film).stream()).toList());
  }

  private Optional<Manifest.Row> row(FilmOutcome outcome) {
    Film film = outcome.film();
    Film.Header header = film.header();
    Optional<Match.Found> match = outcome.match();
    if (film.refusal().isPresent() || header.view().isEmpty() || outcome.subject().isEmpty()) {
      return Optional.empty();
    }
    Subject subject = match.map(Match.Found::subject).orElse(Subject.UNKNOWN);
    return Optional.of(
        new Manifest.Row(
            outcome.subject().get(),
            relative(film.entry().file()),
            header.view().get(),
            header.side(),
            // The film's own statement is of the day of the film.
            subject.overriddenBy(header.subject()),
            match.map(Match.Found::scale).orElse(ScannerScale.HOLOGIC),
            synthetic || header.synthetic(),
            match.map(Match.Found::densities).orElse(Densities.NONE),
            Truth.NONE,
            outcome.exclusion().map(e -> e.reason().label()),
            extras(film, match)));
  }

  private static Map<String, String> extras(Film film, Optional<Match.Found> match) {
    Map<String, String> extras = new LinkedHashMap<>();
    extras.put("look", film.header().look());
    extras.put("device", film.header().device().name());
    extras.put("station", film.header().device().station());
    extras.put("scanner", match.map(Match.Found::scanner).orElse(""));
    extras.put("dxa_days", match.map(m -> text(m.days())).orElse(""));
    extras.put("dxa_days_other_sites", match.map(m -> text(m.otherDays())).orElse(""));
    extras.put(
        "femur_side",
        match
            .map(Match.Found::femur)
            .filter(side -> side == Laterality.LEFT || side == Laterality.RIGHT)
            .map(side -> side == Laterality.LEFT ? "left" : "right")
            .orElse(""));
    film.extras()
        .forEach((column, text) -> {
          boolean taken = Manifest.isColumn(column) || extras.containsKey(column);
          extras.put(taken ? "list_" + column : column, text);
        });
    return extras;
  }

  private static String text(OptionalLong days) {
    return days.isPresent() ? Long.toString(days.getAsLong()) : "";
  }

  private Path relative(Path file) {
    Path from = folder.toAbsolutePath().normalize();
    Path to = file.toAbsolutePath().normalize();
    return from.getRoot() != null && from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
  }
}
