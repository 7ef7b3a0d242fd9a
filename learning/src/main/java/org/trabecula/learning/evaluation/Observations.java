package org.trabecula.learning.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.study.Observation;

/** What a baseline without an image learns from. */
public final class Observations {
  private Observations() {}

  /** One observation per subject: several films of one subject are not more evidence. */
  public static List<Observation> of(Manifest manifest, Site site, Against truth) {
    Map<String, Observation> bySubject = new LinkedHashMap<>();
    for (Manifest.Row row : manifest.rows()) {
      OptionalDouble density = truth.of(row.densities(), site);
      if (density.isPresent()) {
        bySubject.putIfAbsent(
            row.subjectId(),
            new Observation(row.subjectId(), row.subject(), density.getAsDouble()));
      }
    }
    return List.copyOf(bySubject.values());
  }
}
