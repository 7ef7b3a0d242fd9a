package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.learning.data.Film;
import org.trabecula.radiography.Reading;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.GateCalibration;
import org.trabecula.screening.GateCheck;
import org.trabecula.screening.GateFindings;
import org.trabecula.screening.Measured;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;

/** Sets the gate of a network by good films that training has not seen. */
final class GateFilms {
  /** Share of good films that the gate may refuse. */
  private static final double FALSE_REFUSALS = 0.02;

  private static final int MOST_FILMS = 600;

  /** Metal in a region that a gate should see, pixels of 3 mm: 0.36 cm2. */
  private static final int LEAST_METAL = 4;

  private GateFilms() {}

  /**
   * What a gate was set to, and what it does to films with metal.
   *
   * @param model with its gate set
   * @param metalFilms with metal in a region
   * @param metalCaught how many of them the network's metal alone refuses
   */
  record Gated(DensityModel model, int metalFilms, int metalCaught) {
    /** One sentence for the log. */
    String sentence() {
      return metalFilms == 0
          ? "No held-out film has metal in a region"
          : "Of %d held-out films with metal in a region %d (%.0f %%) are refused for what the network sees"
              .formatted(metalFilms, metalCaught, 100.0 * metalCaught / metalFilms);
    }
  }

  /**
   * The model with its gate set, measured by the screener itself from the package in a folder.
   *
   * @param good films without metal
   * @param metal films with metal
   */
  static Gated gated(Path folder, DensityModel model, List<Film> good, List<Film> metal)
      throws IOException {
    GateCalibration calibration = new GateCalibration();
    List<GateFindings> withMetal = new ArrayList<>();
    try (Screener screener = Screener.open(folder, ScreenerOptions.STANDARD)) {
      for (Film film : some(good)) {
        measured(screener, model, film).ifPresent(calibration::add);
      }
      for (Film film : some(metal)) {
        if (film.example().metalInRegions() >= LEAST_METAL) {
          measured(screener, model, film).map(Measured::findings).ifPresent(withMetal::add);
        }
      }
    }
    DensityModel gated =
        !calibration.suffices()
            ? model
            : model.gatedBy(calibration.features(), calibration.limits(FALSE_REFUSALS));
    double limit = gated.gate().of(GateCheck.METAL_SEEN);
    long caught = withMetal.stream().filter(f -> f.worst(GateCheck.METAL_SEEN) > limit).count();
    return new Gated(gated, withMetal.size(), (int) caught);
  }

  private static List<Film> some(List<Film> films) {
    int step = Math.max(1, films.size() / MOST_FILMS);
    return IntStream.iterate(0, i -> i < films.size(), i -> i + step).mapToObj(films::get).toList();
  }

  private static Optional<Measured> measured(Screener screener, DensityModel model, Film film)
      throws IOException {
    if (ExampleReader.radiograph(film.manifest(), film.row())
        instanceof Reading.Read(var radiograph)) {
      var sided = ExampleReader.sided(radiograph, film.row().laterality());
      return Optional.of(screener.measure(sided, model.view()));
    }
    return Optional.empty();
  }
}
