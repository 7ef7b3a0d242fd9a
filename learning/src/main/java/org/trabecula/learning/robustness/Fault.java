package org.trabecula.learning.robustness;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.simulation.Film;

/**
 * Something that makes a film unfit, wholly or in part.
 *
 * @param name in a few words
 * @param caught what counts as caught, in words
 * @param plants makes the faulty film of a subject; empty where it does not apply
 */
record Fault(String name, String caught, Function<Sitting, Optional<Planted>> plants) {

  /**
   * A faulty film.
   *
   * @param film with the fault
   * @param stated what its user states
   * @param caught whether what is said of it catches the fault, given what was said of the first
   *     film
   * @param alike whether it differs from the subject's first film by the fault alone, so that a
   *     change of density is the fault's
   */
  record Planted(Film film, ReadOptions stated, BiPredicate<Said, Said> caught, boolean alike) {
    Planted(Film film, ReadOptions stated, BiPredicate<Said, Said> caught) {
      this(film, stated, caught, true);
    }
  }

  /** A fault for which the film as a whole has to be refused. */
  static Fault refused(String name, Function<Sitting, Optional<Film>> film) {
    return new Fault(
        name,
        "refused",
        sitting ->
            film.apply(sitting)
                .map(f -> new Planted(f, sitting.stated(f), (first, said) -> said.isRefused())));
  }
}
