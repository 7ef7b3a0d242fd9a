package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.learning.data.Film;
import org.trabecula.radiography.Reading;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.GateCalibration;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;

/** Sets the gate of a network by good films that training has not seen. */
final class GateFilms {
  /** Share of good films that the gate may refuse. */
  private static final double FALSE_REFUSALS = 0.02;

  private static final int MOST_FILMS = 600;

  private GateFilms() {}

  /** The model with its gate set, measured by the screener itself from the package in a folder. */
  static DensityModel gated(Path folder, DensityModel model, List<Film> films) throws IOException {
    GateCalibration calibration = new GateCalibration();
    try (Screener screener = Screener.open(folder, ScreenerOptions.STANDARD)) {
      int step = Math.max(1, films.size() / MOST_FILMS);
      for (int i = 0; i < films.size(); i += step) {
        Film film = films.get(i);
        if (ExampleReader.radiograph(film.manifest(), film.row())
            instanceof Reading.Read(var radiograph)) {
          var sided = ExampleReader.sided(radiograph, film.row().laterality());
          calibration.add(screener.measure(sided, model.view()));
        }
      }
    }
    if (!calibration.suffices()) {
      return model;
    }
    return new DensityModel(
        model.view(),
        model.network(),
        model.regions(),
        model.sites(),
        calibration.features(),
        calibration.limits(FALSE_REFUSALS));
  }
}
