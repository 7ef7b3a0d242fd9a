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
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Retake;
import org.trabecula.simulation.Sitter;
import org.trabecula.simulation.projection.Projection;

/**
 * One simulated subject with the film that all others of the subject are compared with.
 *
 * @param screener that is asked
 * @param settings of the cohort
 * @param number of the subject in it
 * @param sitter the subject
 * @param projection of the first film
 * @param film the first film
 * @param said what was said of it
 */
record Session(
    Screener screener,
    CohortSettings settings,
    int number,
    Sitter sitter,
    Projection projection,
    Film film,
    Said said) {

  static Session of(Screener screener, CohortSettings settings, int number) {
    Sitter sitter = Sitter.of(settings, number);
    Projection projection = sitter.project(sitter.positioning(0));
    Film film = sitter.film(projection, 0, Retake.SAME);
    return new Session(
        screener,
        settings,
        number,
        sitter,
        projection,
        film,
        said(screener, film.read(stated(film, settings.view())), settings.view()));
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

  /** What is said of a film that is stated to show the view, as an evaluation states it. */
  Said screen(Film other) {
    return screen(other, stated(other));
  }

  /** What is said of a film of which something is stated, and that it shows the view. */
  Said screen(Film other, ReadOptions stated) {
    return said(screener, other.read(stated), view());
  }

  /** What a user states of a film: the view, and the person as far as known. */
  ReadOptions stated(Film other) {
    return stated(other, view());
  }

  private static ReadOptions stated(Film film, View view) {
    return new ReadOptions(Optional.of(view), OptionalDouble.empty(), film.description().subject());
  }

  private static Said said(Screener screener, Reading reading, View view) {
    return switch (reading) {
      case Reading.Refused refused -> Said.refused(refused.refusal().reason());
      case Reading.Read(Radiograph radiograph) ->
          Said.of(
              screener.screen(radiograph, ScreenRequest.standard().showing(view)),
              DensityModel.regionsOf(view));
    };
  }

  /** A film as it is read, with the side that the cohort knows. */
  Optional<Radiograph> radiograph(Film other) {
    return other.read(stated(other)) instanceof Reading.Read(Radiograph read)
        ? Optional.of(ExampleReader.sided(read, projection.positioning().laterality()))
        : Optional.empty();
  }

  /** The sites that are studied. */
  static List<Site> sites(View view) {
    return switch (view) {
      case LUMBAR_AP -> List.of(Site.L1_L4);
      case HIP_AP -> List.of(Site.FEMORAL_NECK, Site.TOTAL_HIP);
    };
  }

  /** Stated less exact density of a site, g/cm², if one was stated. */
  OptionalDouble error(Said stated, Site site) {
    OptionalDouble density = stated.density(site);
    return density.isEmpty()
        ? density
        : OptionalDouble.of(density.getAsDouble() - sitter.exact(site, stated.pooled(site)));
  }
}
