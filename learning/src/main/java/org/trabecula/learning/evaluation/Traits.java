package org.trabecula.learning.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.Manifest;

/** What subgroups are made of besides sex and age. */
public final class Traits {
  /** Extras that make subgroups, where the manifest has them. */
  private static final List<String> EXTRAS =
      List.of("look", "held_back", "jpeg", "degenerate", "detector", "population");

  private Traits() {}

  /** The traits of a row, by name. */
  public static Map<String, String> of(Manifest.Row row) {
    Map<String, String> traits = new LinkedHashMap<>();
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
