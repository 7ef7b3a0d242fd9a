package org.trabecula.cohort.pairing.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cohort.Split;
import org.trabecula.cohort.pairing.DuplicateGroup;
import org.trabecula.cohort.pairing.DxaOutcome;
import org.trabecula.cohort.pairing.Exclusion;
import org.trabecula.cohort.pairing.FilmOutcome;
import org.trabecula.cohort.pairing.PairedCohort;
import org.trabecula.cohort.pairing.duplicates.Likeness;
import org.trabecula.cohort.pairing.dxa.DxaFault;

/** The account of a pairing for people. It names files and lines, never a patient. */
final class PairingMarkdown {
  private final PairedCohort cohort;
  private final StringBuilder text = new StringBuilder();

  private PairingMarkdown(PairedCohort cohort) {
    this.cohort = cohort;
  }

  static String of(PairedCohort cohort) {
    PairingMarkdown page = new PairingMarkdown(cohort);
    page.head();
    page.exclusions();
    page.ties();
    page.duplicates();
    page.dxa();
    page.split();
    return page.text.toString();
  }

  private void head() {
    text.append("# Pairing\n\n");
    if (cohort.synthetic()) {
      text.append("This cohort is **synthetic**.\n\n");
    }
    text.append(
        "Patient id: exact%s%s%s. DXA: %s. Conflicts of duplicates: %s.\n\n"
            .formatted(
                cohort.settings().ids().ignoreLeadingZeros() ? ", leading zeros ignored" : "",
                cohort.settings().ids().ignoreCase() ? ", case ignored" : "",
                cohort.settings().ids().lettersAndDigitsOnly()
                    ? ", only letters and digits compared"
                    : "",
                cohort.settings().window().words(),
                cohort.settings().conflicts().name().toLowerCase(Locale.ROOT)));
    text.append("## Flow of radiographs\n\n").append(cohort.flow().markdown());
    text.append("\n![flow](flow.svg)\n\n## DXA lines\n\n| use | lines |\n|---|---|\n");
    uses().forEach((use, count) -> text.append("| %s | %d |\n".formatted(use.label(), count)));
    text.append("| all | %d |\n".formatted(cohort.dxa().size()));
  }

  private Map<DxaOutcome.Use, Integer> uses() {
    Map<DxaOutcome.Use, Integer> uses = new LinkedHashMap<>();
    for (DxaOutcome.Use use : DxaOutcome.Use.values()) {
      uses.put(use, (int) cohort.dxa().stream().filter(row -> row.use() == use).count());
    }
    return uses;
  }

  private void exclusions() {
    List<FilmOutcome> out = cohort.films().stream().filter(film -> !film.included()).toList();
    if (out.isEmpty()) {
      return;
    }
    text.append(
        """

        ## Radiographs left out

        | radiograph | reason | what is wrong | what to do |
        |---|---|---|---|
        """);
    for (FilmOutcome film : out) {
      Exclusion why = film.exclusion().orElseThrow();
      row(film.film().entry().name(), why.reason().label(), why.sentence(), why.advice());
    }
  }

  private void ties() {
    List<FilmOutcome> ties =
        cohort.films().stream()
            .filter(film -> film.match().flatMap(match -> match.tie()).isPresent())
            .toList();
    if (ties.isEmpty()) {
      return;
    }
    text.append("\n## Two DXA exams equally near\n\n| radiograph | what was done |\n|---|---|\n");
    ties.forEach(
        film -> row(film.film().entry().name(), film.match().flatMap(m -> m.tie()).orElse("")));
  }

  private void duplicates() {
    text.append("\n## One picture kept twice\n\n");
    if (cohort.groups().isEmpty()) {
      text.append("None was found.\n");
      return;
    }
    long conflicts = cohort.groups().stream().filter(DuplicateGroup::isConflict).count();
    text.append(
        "%d groups, %d of them conflicts.\n\n".formatted(cohort.groups().size(), conflicts));
    text.append(
        "| group | radiograph | subject | is | conflict | part |\n|---|---|---|---|---|---|\n");
    int number = 0;
    for (DuplicateGroup group : cohort.groups()) {
      number++;
      String conflict = contradictions(group);
      for (int index : group.members()) {
        FilmOutcome film = cohort.films().get(index);
        row(
            Integer.toString(number),
            film.film().entry().name(),
            film.subject().orElse("unknown"),
            likeness(group, index),
            conflict,
            film.exclusion().map(e -> "left out: " + e.reason().label()).orElse("in the cohort"));
      }
    }
    cohort
        .joined()
        .forEach((subject, patients) ->
            text.append(
                "\nSubject %s stands for %d patient ids that share a picture: a split keeps them together.\n"
                    .formatted(subject, patients)));
  }

  static String contradictions(DuplicateGroup group) {
    return String.join(
        " and ", group.contradictions().stream().sorted().map(c -> c.label()).toList());
  }

  private String likeness(DuplicateGroup group, int index) {
    for (Likeness pair : group.pairs()) {
      if (pair.second() == index) {
        String name = cohort.films().get(pair.first()).film().entry().name();
        return String.format(
            Locale.ROOT, "%s as %s (%.3f)", pair.kind().words(), name, pair.correlation());
      }
    }
    return "the first";
  }

  private void dxa() {
    List<DxaOutcome> unused =
        cohort.dxa().stream().filter(row -> row.use() != DxaOutcome.Use.PAIRED).toList();
    if (!unused.isEmpty()) {
      text.append(
          """

          ## DXA lines without a radiograph that takes part

          | line | why | what is wrong | what to do |
          |---|---|---|---|
          """);
      for (DxaOutcome row : unused) {
        row(
            row.origin(),
            row.fault().map(fault -> fault.reason().label()).orElse(row.use().label()),
            row.fault().map(DxaFault::sentence).orElse(""),
            row.fault().map(DxaFault::advice).orElse(""));
      }
    }
    List<String> notes = new ArrayList<>(cohort.contradictions());
    notes.addAll(cohort.read().notes());
    if (!notes.isEmpty()) {
      text.append("\n## Values not used\n\n");
      notes.forEach(note -> text.append("- ").append(cell(note)).append('\n'));
    }
  }

  private void split() {
    text.append("\n## Split\n\n| part | subjects | radiographs |\n|---|---|---|\n");
    SplitCount.of(cohort)
        .forEach((part, count) ->
            text.append(
                "| %s | %d | %d |\n"
                    .formatted(
                        part.name().toLowerCase(Locale.ROOT),
                        count.subjects(),
                        count.radiographs())));
    text.append(
        "\nBy `%s` and seed %d, as `train` and `evaluate` divide. A part follows from the subject id"
                .formatted(Split.Fractions.DEFAULT, SplitCount.SEED)
            + " alone: no subject, and no picture, is in two.\n");
  }

  private void row(String... cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(cell(cell)).append(" |");
    }
    text.append('\n');
  }

  private static String cell(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replace("|", "\\|");
  }
}
