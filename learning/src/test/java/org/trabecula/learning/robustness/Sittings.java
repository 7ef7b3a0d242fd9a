package org.trabecula.learning.robustness;

import java.util.EnumMap;
import java.util.Map;
import org.trabecula.radiography.View;
import org.trabecula.simulation.CohortSettings;
import org.trabecula.simulation.FilmFormat;
import org.trabecula.simulation.Protocol;

/** Subjects of tests, simulated once. */
final class Sittings {
  private static final Map<View, Sitting> FIRST = new EnumMap<>(View.class);

  private Sittings() {}

  static CohortSettings settings(View view) {
    return new CohortSettings(
        Protocol.REFERENCE_V1, view, 3, Robustness.FIRST_SEED, 1, 1, 1.6, FilmFormat.DICOM);
  }

  /** A subject whose film has tags. */
  static synchronized Sitting tagged(View view) {
    return FIRST.computeIfAbsent(
        view,
        v -> {
          Sitting sitting = Sitting.of(settings(v), 0);
          for (int i = 1; sitting.film().look().jpegQuality().isPresent(); i++) {
            sitting = Sitting.of(settings(v), i);
          }
          return sitting;
        });
  }
}
