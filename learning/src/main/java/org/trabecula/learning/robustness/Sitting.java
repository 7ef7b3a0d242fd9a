package org.trabecula.learning.robustness;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.Sitter;
import org.trabecula.simulation.projection.Projection;

/**
 * One simulated subject with the film that all others of the subject are compared with.
 *
 * @param settings of the cohort
 * @param number of the subject in it
 * @param sitter the subject
 * @param projection of the first film
 * @param film the first film
 */
record Sitting(
    CohortSettings settings, int number, Sitter sitter, Projection projection, Film film) {

  static Sitting of(CohortSettings settings, int number) {
    Sitter sitter = Sitter.of(settings, number);
    Projection projection = sitter.project(sitter.positioning(0));
    return new Sitting(
        settings, number, sitter, projection, sitter.film(projection, 0, Retake.SAME));
  }

  View view() {
    return settings.view();
  }

  /** Randomness of the subject's own, for a purpose of that name. */
  RandomGenerator random(String purpose) {
    return new SplittableRandom(
        settings.seed() * 0x9E3779B97F4A7C15L + 31L * number + purpose.hashCode());
  }

  /** The first film, taken otherwise. */
  Film retaken(Retake retake) {
    return sitter.film(projection, 0, retake);
  }

  /** What a user states of a film: the view, and the person as far as known. */
  ReadOptions stated(Film other) {
    return new ReadOptions(
        Optional.of(view()), OptionalDouble.empty(), other.description().subject());
  }

  /** A film as it is read, with the side that the cohort knows. */
  Optional<Radiograph> radiograph(Film other) {
    return other.read(stated(other)) instanceof Reading.Read(Radiograph read)
        ? Optional.of(ExampleReader.sided(read, projection.positioning().laterality()))
        : Optional.empty();
  }

  /** The sites that are studied in a view. */
  static List<Site> sites(View view) {
    return switch (view) {
      case LUMBAR_AP -> List.of(Site.L1_L4);
      case HIP_AP -> List.of(Site.FEMORAL_NECK, Site.TOTAL_HIP);
    };
  }

  /** Stated less exact density of a site, g/cm², if one was stated. */
  OptionalDouble error(Said said, Site site) {
    OptionalDouble density = said.density(site);
    return density.isEmpty()
        ? density
        : OptionalDouble.of(density.getAsDouble() - sitter.exact(site, said.pooled(site)));
  }
}
