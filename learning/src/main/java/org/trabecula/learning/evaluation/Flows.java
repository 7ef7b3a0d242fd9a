package org.trabecula.learning.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.trabecula.cohort.Manifest;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.StudyFlow;

/** The way from a manifest to the predictions that are evaluated. */
public final class Flows {
  private Flows() {}

  /** Which radiograph; what a table does not say is blank. */
  private record Film(String subject, String view, String image) {}

  /** The flow of a manifest that something else made predictions of. */
  public static StudyFlow of(Manifest manifest, List<Prediction> predictions) {
    return of(manifest, Map.of(), Map.of(), predictions);
  }

  /**
   * The flow of a manifest: what it leaves out itself, what lacks a density, what was left out
   * besides, what was declined, and what else has no prediction.
   *
   * @param leftOut rows that take no part, each with its reason
   * @param refusals rows that were declined, each with the code of the reason
   */
  static StudyFlow of(
      Manifest manifest,
      Map<Manifest.Row, String> leftOut,
      Map<Manifest.Row, String> refusals,
      List<Prediction> predictions) {
    Predicate<Manifest.Row> predicted = predicted(predictions);
    Map<String, List<Manifest.Row>> out = new LinkedHashMap<>();
    Map<String, List<Manifest.Row>> declined = new LinkedHashMap<>();
    for (Manifest.Row row : manifest.rows()) {
      Optional<String> reason = reason(row, leftOut);
      if (reason.isPresent()) {
        out.computeIfAbsent(reason.get(), ignored -> new ArrayList<>()).add(row);
      } else if (refusals.containsKey(row)) {
        declined.computeIfAbsent(words(refusals.get(row)), ignored -> new ArrayList<>()).add(row);
      } else if (!predicted.test(row)) {
        declined.computeIfAbsent("no prediction", ignored -> new ArrayList<>()).add(row);
      }
    }
    List<StudyFlow.Step> steps = new ArrayList<>();
    steps.add(step(StudyFlow.Kind.IN, "in the manifest", manifest.rows()));
    out.forEach((text, rows) -> steps.add(step(StudyFlow.Kind.LEFT_OUT, text, rows)));
    declined.forEach((text, rows) -> steps.add(step(StudyFlow.Kind.DECLINED, text, rows)));
    steps.add(StudyFlow.evaluatedStep(predictions));
    return new StudyFlow(steps);
  }

  private static Optional<String> reason(Manifest.Row row, Map<Manifest.Row, String> leftOut) {
    if (row.exclusion().isPresent()) {
      return row.exclusion();
    }
    return row.densities().isEmpty()
        ? Optional.of("no density is known")
        : Optional.ofNullable(leftOut.get(row));
  }

  /** By subject, and by view and image as far as the predictions say them. */
  private static Predicate<Manifest.Row> predicted(List<Prediction> predictions) {
    Set<Film> films = new HashSet<>();
    for (Prediction one : predictions) {
      films.add(
          new Film(
              one.subjectId(),
              one.traits().getOrDefault(Prediction.VIEW, ""),
              one.traits().getOrDefault(Prediction.IMAGE, "")));
    }
    return row -> {
      String view = row.view().code();
      String image = row.image().toString();
      return films.contains(new Film(row.subjectId(), view, image))
          || films.contains(new Film(row.subjectId(), view, ""))
          || films.contains(new Film(row.subjectId(), "", image))
          || films.contains(new Film(row.subjectId(), "", ""));
    };
  }

  /** A reason's code in words, for instance {@code wrong view}. */
  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static StudyFlow.Step step(StudyFlow.Kind kind, String text, List<Manifest.Row> rows) {
    return new StudyFlow.Step(
        kind,
        text,
        (int) rows.stream().map(Manifest.Row::subjectId).distinct().count(),
        rows.size());
  }
}
