package org.trabecula.cohort.pairing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.cohort.pairing.DuplicateGroup.Contradiction;
import org.trabecula.cohort.pairing.Exclusion.Reason;
import org.trabecula.cohort.pairing.PairingSettings.Conflicts;
import org.trabecula.cohort.pairing.duplicates.Groups;
import org.trabecula.cohort.pairing.duplicates.Likeness;
import org.trabecula.cohort.pairing.film.Film;

/**
 * What becomes of one picture kept twice. Under one patient and one label the first film that could
 * take part stays. Where patients or labels differ, nobody knows which is right: all are left out,
 * or, if the settings say so, one film of each.
 */
record DuplicateRules(PairingSettings settings) {
  /** What a picture stands for; unknown parts contradict nothing. */
  private record Claim(Optional<String> patient, Optional<String> label) {}

  List<DuplicateGroup> groups(List<FilmOutcome> films, List<Likeness> pairs) {
    List<DuplicateGroup> groups = new ArrayList<>();
    Groups alike = Groups.of(films.size(), pairs);
    Map<Integer, List<Likeness>> pairsOf = new LinkedHashMap<>();
    for (Likeness pair : pairs) {
      pairsOf.computeIfAbsent(alike.first(pair.first()), i -> new ArrayList<>()).add(pair);
    }
    for (List<Integer> members : alike.several()) {
      groups.add(
          new DuplicateGroup(
              members,
              pairsOf.getOrDefault(members.getFirst(), List.of()),
              contradictions(members.stream().map(i -> claim(films.get(i))).toList())));
    }
    return List.copyOf(groups);
  }

  private static Set<Contradiction> contradictions(List<Claim> claims) {
    Set<Contradiction> found = EnumSet.noneOf(Contradiction.class);
    if (claims.stream().flatMap(c -> c.patient.stream()).distinct().count() > 1) {
      found.add(Contradiction.SUBJECT);
    }
    if (claims.stream().flatMap(c -> c.label.stream()).distinct().count() > 1) {
      found.add(Contradiction.LABEL);
    }
    return found;
  }

  private Claim claim(FilmOutcome outcome) {
    Film film = outcome.film();
    List<String> label = new ArrayList<>();
    outcome.match().ifPresent(m -> label.add(m.scale() + " " + m.densities().measured()));
    for (String column : settings.labels()) {
      String text = film.extras().getOrDefault(column, "");
      if (!text.isEmpty()) {
        label.add(column + "=" + text);
      }
    }
    return new Claim(
        film.header().patient().map(settings.ids()::normalised),
        label.isEmpty() ? Optional.empty() : Optional.of(label.toString()));
  }

  /** The outcomes after the rules. */
  List<FilmOutcome> applied(List<FilmOutcome> films, List<DuplicateGroup> groups) {
    List<FilmOutcome> after = new ArrayList<>(films);
    for (DuplicateGroup group : groups) {
      if (group.isConflict() && settings.conflicts() == Conflicts.EXCLUDE) {
        group
            .members()
            .forEach(i -> after.set(i, after.get(i).excludedFor(conflict(group, i, films))));
      } else {
        keepFirsts(group, after);
      }
    }
    return List.copyOf(after);
  }

  private static Exclusion conflict(DuplicateGroup group, int index, List<FilmOutcome> films) {
    List<String> others =
        group.members().stream()
            .filter(i -> i != index)
            .map(i -> "'" + films.get(i).film().entry().name() + "'")
            .toList();
    List<String> differ =
        group.contradictions().stream().sorted().map(Contradiction::label).toList();
    return new Exclusion(
        Reason.CONFLICT,
        "The picture is also %s, under %s."
            .formatted(String.join(", ", others), String.join(" and ", differ)),
        "Find out whose picture it is and take the other out.");
  }

  private void keepFirsts(DuplicateGroup group, List<FilmOutcome> after) {
    Map<Claim, Integer> kept = new LinkedHashMap<>();
    Set<String> samples = new LinkedHashSet<>();
    for (int index : group.members()) {
      FilmOutcome film = after.get(index);
      if (!film.included()) {
        continue;
      }
      String own = film.film().picture().orElseThrow().samples();
      Integer first = kept.putIfAbsent(claim(film), index);
      if (first == null) {
        samples.add(own);
      } else {
        String name = after.get(first).film().entry().name();
        boolean same = samples.contains(own);
        after.set(
            index,
            film.excludedFor(
                new Exclusion(
                    same ? Reason.DUPLICATE : Reason.NEAR_DUPLICATE,
                    "The picture is %s as '%s'."
                        .formatted(same ? "the same, pixel by pixel," : "nearly the same", name),
                    "Nothing; one of them is enough.")));
      }
    }
  }
}
