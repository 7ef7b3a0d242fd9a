package org.trabecula.learning.robustness;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.Sitter;
import org.trabecula.simulation.population.SimulatedSubject;

/** A change of one thing about a film while subject, bones and position stay. */
sealed interface Perturbation {
  /** What is changed, in a few words. */
  String name();

  /** The changed film; empty where the change does not apply to the film. */
  Optional<Film> film(Sitting sitting);

  /** Other soft parts: rays are cast anew. */
  record Body(String name, UnaryOperator<SimulatedSubject> change) implements Perturbation {
    @Override
    public Optional<Film> film(Sitting sitting) {
      Sitter changed = sitting.sitter().changed(change);
      return Optional.of(
          changed.film(changed.project(sitting.projection().positioning()), 0, Retake.SAME));
    }
  }

  /** Another beam, dose, field or look: the film is exposed and developed anew. */
  record Retaken(String name, Function<Sitting, Retake> retake) implements Perturbation {
    @Override
    public Optional<Film> film(Sitting sitting) {
      return Optional.of(sitting.retaken(retake.apply(sitting)));
    }
  }

  /** Something done to the finished film. */
  record Finished(String name, Function<Film, Optional<Film>> change) implements Perturbation {
    @Override
    public Optional<Film> film(Sitting sitting) {
      return change.apply(sitting.film());
    }

    /** A change that every film takes. */
    static Finished always(String name, UnaryOperator<Film> change) {
      return new Finished(name, film -> Optional.of(change.apply(film)));
    }
  }
}
