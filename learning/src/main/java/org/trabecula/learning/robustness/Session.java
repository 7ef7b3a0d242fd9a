package org.trabecula.learning.robustness;

import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.ReadOptions;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.ScreenRequest;
import org.trabecula.screening.Screener;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.Film;

/**
 * A sitting in front of a model package.
 *
 * @param screener that is asked
 * @param sitting the subject
 * @param said what was said of the first film
 */
record Session(Screener screener, Sitting sitting, Said said) {

  static Session of(Screener screener, CohortSettings settings, int number) {
    Sitting sitting = Sitting.of(settings, number);
    return new Session(
        screener,
        sitting,
        said(screener, sitting.film().read(sitting.stated(sitting.film())), sitting.view()));
  }

  View view() {
    return sitting.view();
  }

  /** What is said of a film of which what is usual is stated, as in an evaluation. */
  Said screen(Film film) {
    return screen(film, sitting.stated(film));
  }

  /** What is said of a film of which something is stated, and that it shows the view. */
  Said screen(Film film, ReadOptions stated) {
    return said(screener, film.read(stated), view());
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
}
