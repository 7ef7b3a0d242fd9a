package org.trabecula.cohort.pairing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.trabecula.cohort.Manifest;
import org.trabecula.cohort.pairing.Exclusion.Reason;
import org.trabecula.cohort.pairing.duplicates.Duplicates;
import org.trabecula.cohort.pairing.duplicates.Groups;
import org.trabecula.cohort.pairing.duplicates.Likeness;
import org.trabecula.cohort.pairing.dxa.DxaRow;
import org.trabecula.cohort.pairing.dxa.DxaRows;
import org.trabecula.cohort.pairing.film.Film;
import org.trabecula.cohort.pairing.film.FilmEntry;
import org.trabecula.cohort.pairing.film.FilmReader;

/** Pairs radiographs with DXA results. */
public final class Pairing {
  private final PairingSettings settings;
  private final Pseudonyms pseudonyms;

  /** A pairing under settings; subjects get such ids. */
  public Pairing(PairingSettings settings, Pseudonyms pseudonyms) {
    this.settings = settings;
    this.pseudonyms = pseudonyms;
  }

  /**
   * Reads films and pairs them.
   *
   * @param folder that the manifest will be written to
   * @param progress hears how many films are read
   */
  public PairedCohort run(List<FilmEntry> entries, DxaRows dxa, Path folder, IntConsumer progress)
      throws IOException {
    FilmReader reader = new FilmReader(settings.view());
    return of(FilmReading.read(entries, reader, settings.threads(), progress), dxa, folder);
  }

  /** Pairs films that were read. */
  PairedCohort of(List<Film> films, DxaRows dxa, Path folder) {
    Exams exams = Exams.of(dxa.rows(), settings.ids());
    Matcher matcher = new Matcher(exams, settings.ids(), settings.window());
    List<Likeness> alike = Duplicates.among(films.stream().map(Film::picture).toList());
    Map<String, String> links = links(films, alike);
    List<FilmOutcome> matched = films.stream().map(film -> matched(film, matcher, links)).toList();
    DuplicateRules rules = new DuplicateRules(settings);
    List<DuplicateGroup> groups = rules.groups(matched, alike);
    List<FilmOutcome> outcomes = rules.applied(matched, groups);
    Manifest manifest = new ManifestRows(folder, settings.synthetic()).manifest(outcomes);
    return new PairedCohort(
        settings, outcomes, used(dxa, outcomes), groups, links, dxa, exams.conflicts(), manifest);
  }

  private Optional<String> patient(Film film) {
    return film.header().patient().map(settings.ids()::normalised).filter(id -> !id.isEmpty());
  }

  /**
   * Patients to subjects. Patients who share a picture become one subject: a split by subject then
   * never puts the picture, or the other films of either, into two parts.
   */
  private Map<String, String> links(List<Film> films, List<Likeness> alike) {
    List<String> patients = films.stream().flatMap(f -> patient(f).stream()).distinct().toList();
    Map<String, Integer> index = new LinkedHashMap<>();
    patients.forEach(id -> index.put(id, index.size()));
    Groups persons = new Groups(patients.size());
    for (List<Integer> group : Groups.of(films.size(), alike).several()) {
      List<String> members = group.stream().flatMap(i -> patient(films.get(i)).stream()).toList();
      members.forEach(id -> persons.join(at(index, members.getFirst()), at(index, id)));
    }
    Map<Integer, String> ids = new LinkedHashMap<>();
    Map<String, String> links = new LinkedHashMap<>();
    for (String id : patients) {
      int first = persons.first(at(index, id));
      links.put(
          id,
          ids.computeIfAbsent(
              first, f -> pseudonyms.of(ids.size() + 1, representative(persons, f, patients))));
    }
    return links;
  }

  private static int at(Map<String, Integer> index, String id) {
    return index.getOrDefault(id, 0);
  }

  /** The first in the alphabet, so that a keyed id does not depend on the order of files. */
  private static String representative(Groups persons, int first, List<String> patients) {
    String least = patients.get(first);
    for (int i = first; i < patients.size(); i++) {
      if (persons.first(i) == first && patients.get(i).compareTo(least) < 0) {
        least = patients.get(i);
      }
    }
    return least;
  }

  private FilmOutcome matched(Film film, Matcher matcher, Map<String, String> links) {
    Optional<String> patient = patient(film);
    Optional<String> subject = patient.map(id -> links.getOrDefault(id, id));
    Optional<Exclusion> out = film.refusal().map(Exclusion::of);
    if (out.isEmpty() && film.header().view().isEmpty()) {
      out =
          Optional.of(
              new Exclusion(
                  Reason.VIEW_UNKNOWN,
                  "Neither header nor list says what the radiograph shows.",
                  "State the view in a list, or for all with --view."));
    }
    if (out.isEmpty() && patient.isEmpty()) {
      out =
          Optional.of(
              new Exclusion(
                  Reason.NO_PATIENT,
                  "Neither header nor list says whose radiograph it is.",
                  "State the patient in a list."));
    }
    if (out.isPresent()) {
      return new FilmOutcome(film, subject, Optional.empty(), out);
    }
    return switch (matcher.match(film.header())) {
      case Match.Found found ->
          new FilmOutcome(film, subject, Optional.of(found), Optional.empty());
      case Match.None(Exclusion why) ->
          new FilmOutcome(film, subject, Optional.empty(), Optional.of(why));
    };
  }

  private List<DxaOutcome> used(DxaRows dxa, List<FilmOutcome> films) {
    Set<String> patients = new LinkedHashSet<>();
    int[] paired = new int[dxa.rows().size()];
    int[] leftOut = new int[dxa.rows().size()];
    for (FilmOutcome film : films) {
      patient(film.film()).ifPresent(patients::add);
      film.match()
          .ifPresent(match -> match.rows().forEach(r -> (film.included() ? paired : leftOut)[r]++));
    }
    List<DxaOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < paired.length; i++) {
      DxaRow row = dxa.rows().get(i);
      DxaOutcome.Use use = DxaOutcome.Use.NOT_NEEDED;
      if (paired[i] > 0) {
        use = DxaOutcome.Use.PAIRED;
      } else if (leftOut[i] > 0) {
        use = DxaOutcome.Use.RADIOGRAPH_LEFT_OUT;
      } else if (!patients.contains(settings.ids().normalised(row.patient()))) {
        use = DxaOutcome.Use.NO_RADIOGRAPH;
      }
      outcomes.add(new DxaOutcome(row.origin(), use, paired[i], Optional.empty()));
    }
    dxa.faults()
        .forEach(fault ->
            outcomes.add(
                new DxaOutcome(fault.origin(), DxaOutcome.Use.FAULT, 0, Optional.of(fault))));
    return outcomes;
  }
}
