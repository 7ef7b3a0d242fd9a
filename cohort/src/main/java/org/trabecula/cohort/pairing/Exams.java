package org.trabecula.cohort.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.cohort.pairing.dxa.DxaRow;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;

/**
 * DXA lines gathered to exams.
 *
 * @param byPatient in order of their first line
 * @param conflicts one sentence for each site that two lines of one exam contradict each other
 *     about; neither value is used
 */
record Exams(Map<String, List<Exam>> byPatient, List<String> conflicts) {
  /** Two readings of one scan may be rounded differently, g/cm². */
  private static final double SAME_READING = 0.0005;

  private record Key(
      String patient, Optional<LocalDate> date, ScannerScale scale, String scanner) {}

  private record Place(Site site, Laterality side) {}

  /** Gathers lines by patient, date and scanner. */
  static Exams of(List<DxaRow> rows, PatientIds ids) {
    Map<Key, List<Integer>> lines = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      DxaRow row = rows.get(i);
      Key key = new Key(ids.normalised(row.patient()), row.date(), row.scale(), row.scanner());
      lines.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    Map<String, List<Exam>> byPatient = new LinkedHashMap<>();
    List<String> conflicts = new ArrayList<>();
    lines.forEach((key, indices) ->
        byPatient
            .computeIfAbsent(key.patient, patient -> new ArrayList<>())
            .add(exam(key, indices, rows, conflicts)));
    return new Exams(byPatient, List.copyOf(conflicts));
  }

  List<Exam> of(String patient) {
    return byPatient.getOrDefault(patient, List.of());
  }

  private static Exam exam(
      Key key, List<Integer> indices, List<DxaRow> rows, List<String> conflicts) {
    Map<Place, Double> found = new LinkedHashMap<>();
    Map<Place, String> from = new LinkedHashMap<>();
    Set<Place> contradicted = new LinkedHashSet<>();
    Subject subject = Subject.UNKNOWN;
    for (int index : indices) {
      DxaRow row = rows.get(index);
      subject = row.subject().overriddenBy(subject);
      for (DxaRow.Value value : row.values()) {
        Place place = new Place(value.site(), value.side());
        Double before = found.putIfAbsent(place, value.density());
        if (before == null) {
          from.put(place, row.origin());
        } else if (Math.abs(before - value.density()) > SAME_READING && contradicted.add(place)) {
          conflicts.add(
              "%s and %s give %s and %s g/cm2 for %s of one exam; neither is used."
                  .formatted(
                      from.get(place),
                      row.origin(),
                      before,
                      value.density(),
                      value.site().label()));
        }
      }
    }
    found.keySet().removeAll(contradicted);
    return new Exam(
        key.patient,
        key.date,
        key.scale,
        key.scanner,
        subject,
        spine(found),
        femurs(found),
        indices);
  }

  private static Map<Site, Double> spine(Map<Place, Double> found) {
    Map<Site, Double> spine = new EnumMap<>(Site.class);
    found.forEach((place, density) -> {
      if (place.site.isLumbar()) {
        spine.put(place.site, density);
      }
    });
    return spine;
  }

  private static Map<Laterality, Map<Site, Double>> femurs(Map<Place, Double> found) {
    Map<Laterality, Map<Site, Double>> femurs = new EnumMap<>(Laterality.class);
    found.forEach((place, density) -> {
      if (!place.site.isLumbar()) {
        femurs
            .computeIfAbsent(place.side, side -> new EnumMap<>(Site.class))
            .put(place.site, density);
      }
    });
    return femurs;
  }
}
