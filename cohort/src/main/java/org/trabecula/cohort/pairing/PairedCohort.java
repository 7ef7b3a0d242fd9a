package org.trabecula.cohort.pairing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.cohort.FlowDiagram;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.pairing.dxa.DxaRows;

/**
 * A cohort, and the account of how it came about: each radiograph and each DXA line is in it once.
 *
 * @param settings that it was paired under
 * @param films in the order in which they were given
 * @param dxa in the order in which they were given, unusable ones last
 * @param groups radiographs that are one picture
 * @param links normalised patient identifier to subject id: private
 * @param read what was read of DXA results
 * @param contradictions between lines of one exam, one sentence each
 * @param manifest of all films whose view and patient are known, those left out with their reason
 */
public record PairedCohort(
    PairingSettings settings,
    List<FilmOutcome> films,
    List<DxaOutcome> dxa,
    List<DuplicateGroup> groups,
    Map<String, String> links,
    DxaRows read,
    List<String> contradictions,
    Manifest manifest) {

  public PairedCohort {
    films = List.copyOf(films);
    dxa = List.copyOf(dxa);
    groups = List.copyOf(groups);
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    contradictions = List.copyOf(contradictions);
  }

  /** Whether any of the films is simulated. */
  public boolean synthetic() {
    return settings.synthetic() || films.stream().anyMatch(f -> f.film().header().synthetic());
  }

  /** How many films came, were left out and why, and stayed. */
  public FlowDiagram flow() {
    Map<String, FlowDiagram.Count> leftOut = new LinkedHashMap<>();
    for (Exclusion.Reason reason : Exclusion.Reason.values()) {
      List<FilmOutcome> out =
          films.stream()
              .filter(film -> film.exclusion().filter(e -> e.reason() == reason).isPresent())
              .toList();
      if (!out.isEmpty()) {
        leftOut.put(reason.label(), count(out));
      }
    }
    return new FlowDiagram(
        count(films), leftOut, count(films.stream().filter(FilmOutcome::included).toList()));
  }

  private static FlowDiagram.Count count(List<FilmOutcome> films) {
    long subjects = films.stream().flatMap(film -> film.subject().stream()).distinct().count();
    return new FlowDiagram.Count((int) subjects, films.size());
  }

  /** Subject ids that stand for several patients, with how many: one picture joins them. */
  public Map<String, Integer> joined() {
    Map<String, Integer> patients = new LinkedHashMap<>();
    links.values().forEach(subject -> patients.merge(subject, 1, Integer::sum));
    patients.values().removeIf(count -> count == 1);
    return patients;
  }
}
