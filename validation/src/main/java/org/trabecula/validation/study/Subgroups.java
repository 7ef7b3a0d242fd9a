package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.ErrorStatistics;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/** Divides predictions by sex, decade of age, body mass index and their traits. */
final class Subgroups {
  private static final String UNKNOWN = "unknown";

  /** By the number that a value starts with, then words. */
  private static final Comparator<String> ORDER =
      Comparator.comparingDouble(Subgroups::start).thenComparing(Comparator.naturalOrder());

  private Subgroups() {}

  /** The figures of each value of each trait; traits that are not there are left out. */
  static List<SubgroupFigures> of(SiteRows rows, EvaluationSettings settings) {
    Map<String, Map<String, List<Integer>>> groups = new TreeMap<>();
    IntStream.range(0, rows.size())
        .forEach(row ->
            traits(rows.prediction(row))
                .forEach((trait, value) ->
                    groups
                        .computeIfAbsent(trait, ignored -> new TreeMap<>(ORDER))
                        .computeIfAbsent(value, ignored -> new ArrayList<>())
                        .add(row)));
    List<SubgroupFigures> figures = new ArrayList<>();
    groups.forEach((trait, values) -> {
      boolean asked = settings.traits().contains(trait);
      if (asked || (settings.traits().isEmpty() && values.size() <= Participants.MOST_VALUES)) {
        values.forEach((value, members) ->
            figures.add(
                figures(
                    trait,
                    value,
                    rows.some(members.stream().mapToInt(Integer::intValue).toArray()),
                    settings.thresholds())));
      }
    });
    return figures;
  }

  /** What a prediction is grouped by; who lacks a trait that others have is not in its groups. */
  private static Map<String, String> traits(Prediction prediction) {
    Map<String, String> traits = new TreeMap<>(prediction.traits());
    traits.remove(Prediction.VIEW);
    traits.remove(Prediction.IMAGE);
    Subject subject = prediction.subject();
    traits.put("sex", subject.sex().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(UNKNOWN));
    traits.put("age", subject.ageYears().isPresent() ? decade(subject) : UNKNOWN);
    traits.put("bmi", bodyMassClass(Participants.bodyMassIndex(subject)));
    return traits;
  }

  private static String decade(Subject subject) {
    int decade = (int) Math.floor(subject.ageYears().orElse(0) / 10) * 10;
    return "%d-%d".formatted(decade, decade + 9);
  }

  /** The classes of the WHO, kg/m². */
  private static String bodyMassClass(OptionalDouble index) {
    if (index.isEmpty()) {
      return UNKNOWN;
    }
    double kgPerM2 = index.getAsDouble();
    if (kgPerM2 < 18.5) {
      return "under 18.5";
    }
    if (kgPerM2 < 25) {
      return "18.5-24.9";
    }
    return kgPerM2 < 30 ? "25.0-29.9" : "30.0 or more";
  }

  private static double start(String value) {
    if (value.startsWith("under ")) {
      return Double.NEGATIVE_INFINITY;
    }
    String digits = value.replaceFirst("^([0-9]*[.]?[0-9]*).*$", "$1");
    return digits.matches("[0-9]+([.][0-9]+)?")
        ? Double.parseDouble(digits)
        : Double.POSITIVE_INFINITY;
  }

  private static SubgroupFigures figures(
      String trait, String value, SiteRows members, List<Threshold> thresholds) {
    ErrorStatistics errors = members.errors();
    return new SubgroupFigures(
        trait,
        value,
        members.size(),
        members.subjects().distinct(),
        errors.meanAbsolute(),
        errors.bias(),
        members.figure(pairs -> Agreement.pearson(pairs, members.level())),
        members.coverage(),
        thresholds.stream().map(threshold -> area(threshold, members.scored())).toList());
  }

  private static SubgroupFigures.Area area(Threshold threshold, ScoredRows scored) {
    ScoredSubjects byScore = scored.byScore(threshold);
    return new SubgroupFigures.Area(
        threshold, byScore.size(), byScore.positives(), RocArea.of(scored.subjects(), byScore));
  }
}
