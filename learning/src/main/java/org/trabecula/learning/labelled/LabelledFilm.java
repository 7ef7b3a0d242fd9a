package org.trabecula.learning.labelled;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A film with what is known of it.
 *
 * @param id its cell in the table
 * @param file the film
 * @param label the number to predict, finite
 * @param disease its class
 * @param group who it shows
 * @param stratum which kind of film it is; empty if the study has none
 * @param covariates cells by column, empty where unknown
 */
public record LabelledFilm(
    String id,
    Path file,
    double label,
    String disease,
    String group,
    String stratum,
    Map<String, String> covariates) {
  public LabelledFilm {
    if (!Double.isFinite(label) || id.isBlank() || disease.isBlank() || group.isBlank()) {
      throw new IllegalArgumentException(
          "Film '%s' has label %s, class '%s', group '%s'".formatted(id, label, disease, group));
    }
    covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
  }

  /** The same film of another group. */
  LabelledFilm in(String other) {
    return new LabelledFilm(id, file, label, disease, other, stratum, covariates);
  }
}
