package org.trabecula.app.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.StoredImage;
import org.trabecula.radiography.View;
import org.trabecula.simulation.Film;
import org.trabecula.simulation.Protocol;
import org.trabecula.simulation.Simulator;
import org.trabecula.simulation.anatomy.Anatomy;
import org.trabecula.simulation.look.Rendering;
import org.trabecula.simulation.population.Population;
import org.trabecula.simulation.population.SimulatedSubject;
import org.trabecula.simulation.projection.Positioning;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.Projector;
import org.trabecula.simulation.projection.RegionMap;

/**
 * Films of simulated subjects as the reference cohort has them, but those for presentation only:
 * the real films are what was shown on a screen.
 */
final class SimulatedFilms {
  private static final long SEED = 3_000_000;

  private SimulatedFilms() {}

  /** Matched lumbar crops of the first so many subjects; some films do not hold the window. */
  static List<MatchedCrop> lumbar(int subjects) {
    return IntStream.range(0, subjects)
        .parallel()
        .mapToObj(SimulatedFilms::lumbarCrop)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<MatchedCrop> lumbarCrop(int number) {
    Projection projection = projection(View.LUMBAR_AP, number, Simulator.DEFAULT_PITCH_MM);
    Optional<SpineFilm.Point> l1 = centre(projection.regions(), Site.L1);
    Optional<SpineFilm.Point> l4 = centre(projection.regions(), Site.L4);
    if (l1.isEmpty() || l4.isEmpty()) {
      return Optional.empty();
    }
    return MatchedCrop.of(
        "simulated " + number,
        picture(shown(projection, number)),
        MatchedCrop.Window.lumbar(l1.get(), l4.get()));
  }

  /** Crops around the middle of the films of simulated hips. */
  static List<MatchedCrop> hips(int count, double mmPerPixel) {
    List<MatchedCrop> crops = new ArrayList<>();
    for (int number = 0; crops.size() < count && number < 8 * count; number++) {
      Projection projection = projection(View.HIP_AP, number, Simulator.DEFAULT_PITCH_MM);
      double pixels =
          mmPerPixel * projection.masses().magnification() / projection.masses().pitchMm();
      MatchedCrop.Picture picture = picture(shown(projection, number));
      MatchedCrop.of(
              "simulated " + number,
              picture,
              new MatchedCrop.Window(picture.rows() / 2.0, picture.columns() / 2.0, pixels))
          .ifPresent(crops::add);
    }
    return crops;
  }

  private static Projection projection(View view, int number, double pitchMm) {
    SimulatedSubject subject = Population.MIXED.draw(SEED, number);
    var random = new SplittableRandom(SEED + number);
    return Projector.project(Anatomy.of(subject), Positioning.draw(view, subject, random), pitchMm);
  }

  /** The first look drawn that is not for processing. */
  private static Film shown(Projection projection, int number) {
    Simulator simulator = Simulator.of(Protocol.REFERENCE_V1);
    long seed = SEED + 1000L * number;
    Film film = simulator.film(projection, Subject.UNKNOWN, seed);
    while (film.look().rendering() instanceof Rendering.RawLog) {
      seed++;
      film = simulator.film(projection, Subject.UNKNOWN, seed);
    }
    return film;
  }

  private static MatchedCrop.Picture picture(Film film) {
    StoredImage image = film.image();
    int top = (1 << image.encoding().bitsStored()) - 1;
    boolean inverted = image.encoding().monochrome1();
    return new MatchedCrop.Picture(
        image.rows(),
        image.columns(),
        (row, column) -> inverted ? top - image.at(row, column) : image.at(row, column));
  }

  private static Optional<SpineFilm.Point> centre(RegionMap regions, Site site) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int r = 0; r < regions.rows(); r++) {
      for (int c = 0; c < regions.columns(); c++) {
        if (regions.contains(site, r, c)) {
          x += c;
          y += r;
          n++;
        }
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(new SpineFilm.Point(x / n, y / n));
  }
}
