package org.trabecula.cohort.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Laterality;

/**
 * All that one scanner measured of a patient on one day; a table may have it in several lines.
 *
 * @param patient normalised identifier
 * @param date of the scan, if stated
 * @param scale of the densities
 * @param scanner name or number; empty if not stated
 * @param subject what the lines say of the person
 * @param spine densities in g/cm²
 * @param femurs densities in g/cm², by side; {@link Laterality#UNKNOWN} where no side is stated
 * @param rows indices of the lines
 */
record Exam(
    String patient,
    Optional<LocalDate> date,
    ScannerScale scale,
    String scanner,
    Subject subject,
    Map<Site, Double> spine,
    Map<Laterality, Map<Site, Double>> femurs,
    List<Integer> rows) {

  Exam {
    Map<Site, Double> sites = new EnumMap<>(Site.class);
    sites.putAll(spine);
    spine = Collections.unmodifiableMap(sites);
    Map<Laterality, Map<Site, Double>> copy = new EnumMap<>(Laterality.class);
    femurs.forEach((side, densities) -> copy.put(side, Map.copyOf(densities)));
    femurs = Collections.unmodifiableMap(copy);
    rows = List.copyOf(rows);
  }

  /** A femur's densities with its side. */
  record Femur(Laterality side, Map<Site, Double> densities) {}

  /**
   * The femur that a film shows: its own side, or one of which no side is stated. Of a film of both
   * or neither it is the left, as most laboratories measure that, else the right.
   */
  Optional<Femur> femur(Laterality film) {
    List<Laterality> order = new ArrayList<>();
    if (film == Laterality.LEFT || film == Laterality.RIGHT) {
      order.add(film);
    } else {
      order.addAll(List.of(Laterality.LEFT, Laterality.RIGHT));
    }
    order.addAll(List.of(Laterality.UNKNOWN, Laterality.BOTH));
    return order.stream()
        .filter(side -> !femurs.getOrDefault(side, Map.of()).isEmpty())
        .findFirst()
        .map(side -> new Femur(side, femurs.getOrDefault(side, Map.of())));
  }
}
