package org.trabecula.learning.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.validation.study.Prediction;

/** What is stated of the radiographs of a manifest, beside what is true. */
public final class Predictions {
  /** Extras that make subgroups, where the manifest has them. */
  private static final List<String> EXTRAS =
      List.of("look", "held_back", "jpeg", "degenerate", "detector", "population");

  private Predictions() {}

  /**
   * The estimate of a row's radiograph beside the truth.
   *
   * @param truth g/cm2, on the scale of the estimate
   */
  public static Prediction of(Manifest.Row row, double truth, DensityEstimate estimate) {
    return new Prediction(
        row.subjectId(), row.subject(), truth, estimate, row.synthetic(), traits(row));
  }

  /** What subgroups are made of besides sex and age, by name. */
  private static Map<String, String> traits(Manifest.Row row) {
    Map<String, String> traits = new LinkedHashMap<>();
    traits.put(Prediction.VIEW, row.view().code());
    traits.put(Prediction.IMAGE, row.image().toString());
    for (String name : EXTRAS) {
      String value = row.extras().get(name);
      if (value != null && !value.isBlank()) {
        traits.put(name, value);
      }
    }
    String spacing = row.extras().get("known_spacing_mm");
    if (spacing != null) {
      traits.put("pixel spacing", spacing.isBlank() ? "unknown" : "known");
    }
    traits.put("size", row.subject().weightKg().isPresent() ? "known" : "unknown");
    return traits;
  }
}
