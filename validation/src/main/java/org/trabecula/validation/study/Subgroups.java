package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.ErrorStatistics;

/** Divides predictions by sex, by decade of age and by their traits. */
final class Subgroups {
  private Subgroups() {}

  static List<SubgroupFigures> of(List<Prediction> predictions, Bootstrap bootstrap) {
    Map<String, Map<String, List<Prediction>>> groups = new TreeMap<>();
    for (Prediction prediction : predictions) {
      traits(prediction)
          .forEach((trait, value) ->
              groups
                  .computeIfAbsent(trait, ignored -> new TreeMap<>())
                  .computeIfAbsent(value, ignored -> new ArrayList<>())
                  .add(prediction));
    }
    List<SubgroupFigures> figures = new ArrayList<>();
    groups.forEach((trait, values) ->
        values.forEach((value, members) -> figures.add(figures(trait, value, members, bootstrap))));
    return figures;
  }

  private static Map<String, String> traits(Prediction prediction) {
    Map<String, String> traits = new TreeMap<>(prediction.traits());
    Subject subject = prediction.subject();
    traits.put("sex", subject.sex().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("unknown"));
    traits.put("age", subject.ageYears().isPresent() ? decade(subject) : "unknown");
    return traits;
  }

  private static String decade(Subject subject) {
    int decade = (int) Math.floor(subject.ageYears().orElse(0) / 10) * 10;
    return "%d-%d".formatted(decade, decade + 9);
  }

  private static SubgroupFigures figures(
      String trait, String value, List<Prediction> members, Bootstrap bootstrap) {
    ErrorStatistics errors = SiteEvaluator.errors(members, bootstrap);
    return new SubgroupFigures(
        trait,
        value,
        members.size(),
        errors.meanAbsolute(),
        errors.bias(),
        Agreement.pearson(SiteEvaluator.pairs(members), bootstrap.level()),
        SiteEvaluator.coverage(members, bootstrap.level()));
  }
}
