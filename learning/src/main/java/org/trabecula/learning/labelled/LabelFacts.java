package org.trabecula.learning.labelled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a report says of its films and settings, by name. */
final class LabelFacts {
  private LabelFacts() {}

  static Map<String, String> of(LabelReport report) {
    LabelReport.Study study = report.study();
    StudySet set = study.set();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("films", films(set));
    facts.put("left out", left(set));
    facts.put(
        "groups",
        "%d; %d pairs of films are one picture%s"
            .formatted(
                set.films().stream().map(LabelledFilm::group).distinct().count(),
                set.twins().size(),
                twins(set)));
    facts.put("label", label(study));
    facts.put("classes", counts(set.films().stream().map(LabelledFilm::disease).toList()));
    if (study.request().columns().stratum().isPresent()) {
      facts.put("strata", counts(set.films().stream().map(LabelledFilm::stratum).toList()));
    }
    facts.put("columns", study.request().columns().words());
    facts.put(
        "folds",
        "%d, grouped, stratified by class%s; %s films"
            .formatted(
                study.folds().count(),
                study.request().columns().stratum().map(s -> " and " + s).orElse(""),
                sizes(study.folds())));
    facts.put("seed", Long.toString(study.settings().seed()));
    facts.put("settings", study.settings().toString());
    study.request().parent().ifPresent(file -> facts.put("parent", file.toString()));
    facts.put("data SHA-256", set.hash());
    facts.put("commit", study.request().origin().commit());
    facts.put("command", study.request().origin().command());
    return facts;
  }

  private static String films(StudySet set) {
    return "%d of %d that take part".formatted(set.films().size(), set.table().films().size());
  }

  private static String left(StudySet set) {
    return "%d rows by the condition, %d without label or class, %d films refused by the reader"
        .formatted(set.table().left(), set.table().unlabelled(), set.refused());
  }

  private static String twins(StudySet set) {
    return set.twins().isEmpty()
        ? ""
        : set.twins().stream()
            .limit(20)
            .map(pair ->
                "%s=%s"
                    .formatted(
                        set.films().get(pair.first()).id(), set.films().get(pair.second()).id()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String label(LabelReport.Study study) {
    var labels = study.set().films().stream().mapToDouble(LabelledFilm::label).summaryStatistics();
    double mean = labels.getAverage();
    double square =
        study.set().films().stream()
            .mapToDouble(film -> (film.label() - mean) * (film.label() - mean))
            .sum();
    return String.format(
        Locale.ROOT,
        "%s, %.2f +- %.2f, from %.2f to %.2f",
        study.request().columns().label(),
        mean,
        Math.sqrt(square / Math.max(1, labels.getCount() - 1)),
        labels.getMin(),
        labels.getMax());
  }

  private static String counts(List<String> words) {
    Map<String, Integer> counts = new TreeMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String sizes(Folds folds) {
    return IntStream.range(0, folds.count())
        .mapToObj(fold -> Integer.toString(folds.heldOut(fold).size()))
        .collect(Collectors.joining(", "));
  }
}
