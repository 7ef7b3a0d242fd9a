package org.trabecula.learning.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.learning.data.ExampleReader;
import org.trabecula.learning.data.Film;
import org.trabecula.radiography.Reading;
import org.trabecula.radiography.View;
import org.trabecula.screening.GateCheck;
import org.trabecula.screening.GateFindings;
import org.trabecula.screening.GateLimits;
import org.trabecula.screening.Screener;
import org.trabecula.screening.ScreenerOptions;

/** Sets the gate's limits so that good films pass: measured by the screener itself. */
final class GateCalibration {
  /** Share of good films that each check lets pass. */
  private static final double PASSING = 0.98;

  /** Room above that, since held-out films are few. */
  private static final double ROOM = 1.15;

  /** Largest multiple of the standard limit: held-out films, too, may miss a region. */
  private static final double LARGEST = 1.5;

  private static final int MOST_FILMS = 300;

  private GateCalibration() {}

  /** Limits for a view; never stricter than the standard ones, hardly laxer. */
  static GateLimits of(Path folder, View view, List<Film> films) throws IOException {
    List<GateFindings> findings = new ArrayList<>();
    try (Screener screener = Screener.open(folder, ScreenerOptions.STANDARD)) {
      int step = Math.max(1, films.size() / MOST_FILMS);
      for (int i = 0; i < films.size(); i += step) {
        Film film = films.get(i);
        if (ExampleReader.radiograph(film.manifest(), film.row())
            instanceof Reading.Read(var radiograph)) {
          var sided = ExampleReader.sided(radiograph, film.row().laterality());
          findings.add(screener.measure(sided, view).findings());
        }
      }
    }
    Map<GateCheck, Double> limits = new EnumMap<>(GateCheck.class);
    for (GateCheck check : GateCheck.values()) {
      double[] worst = findings.stream().mapToDouble(f -> f.worst(check)).sorted().toArray();
      if (worst.length > 0) {
        double high = worst[(int) Math.min(worst.length - 1, Math.floor(PASSING * worst.length))];
        double standard = check.standardLimit();
        // Bright looks show as metal what is none: that limit alone is as lax as it has to be.
        double largest = check == GateCheck.METAL ? Double.MAX_VALUE : LARGEST * standard;
        double limit = Math.clamp(ROOM * high, standard, largest);
        limits.put(check, Math.rint(limit * 1e4) / 1e4);
      }
    }
    return new GateLimits(limits);
  }
}
