package org.trabecula.cohort.pairing;

import java.util.Optional;
import org.trabecula.cohort.pairing.film.Film;

/**
 * What became of a radiograph.
 *
 * @param film what was read
 * @param subject pseudonymous id; empty if no patient is known
 * @param match the densities found; empty if there are none
 * @param exclusion why it is left out; empty if it takes part
 */
public record FilmOutcome(
    Film film,
    Optional<String> subject,
    Optional<Match.Found> match,
    Optional<Exclusion> exclusion) {

  public FilmOutcome {
    if (exclusion.isEmpty() && (match.isEmpty() || subject.isEmpty())) {
      throw new IllegalArgumentException(
          film.entry().name() + " takes part and needs subject and densities");
    }
  }

  /** Whether the radiograph takes part. */
  public boolean included() {
    return exclusion.isEmpty();
  }

  /** The same, left out, unless it is already. */
  FilmOutcome excludedFor(Exclusion why) {
    return new FilmOutcome(film, subject, match, exclusion.or(() -> Optional.of(why)));
  }

  /** The same under a subject's id. */
  FilmOutcome of(String id) {
    return new FilmOutcome(film, Optional.of(id), match, exclusion);
  }
}
