package org.trabecula.validation.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.study.BaselineSource;
import org.trabecula.validation.study.EvaluationSettings;
import org.trabecula.validation.study.OtherPredictions;
import org.trabecula.validation.study.Prediction;
import org.trabecula.validation.study.StudyFlow;
import org.trabecula.validation.study.StudyReport;
import org.trabecula.validation.study.StudySettings;
import org.trabecula.validation.study.Validation;
import org.trabecula.validation.study.ValidationStudy;

/** A drawn study of several sites. */
final class SampleStudy {
  private static final List<String> LOOKS = List.of("CR", "DR <&> \"raw\"", "film");

  private SampleStudy() {}

  static ValidationStudy of(int subjects, Site... sites) {
    return of(subjects, 100, false, sites);
  }

  /** The same as if it were of real radiographs. */
  static ValidationStudy measured(int subjects, Site... sites) {
    return study(100, Optional.empty(), false, rows(1, subjects, 0.06, false, sites));
  }

  /** Subjects who are all dense or all sparse, by how much they are moved. */
  static ValidationStudy moved(int subjects, double by, Site... sites) {
    List<Prediction> rows = new ArrayList<>();
    for (Prediction row : rows(1, subjects, 0.06, true, sites)) {
      rows.add(
          new Prediction(
              row.subjectId(),
              row.subject(),
              row.truth() + by,
              DensityEstimate.normal(
                  row.estimate().site(),
                  row.estimate().mean() + by,
                  row.estimate().sd(),
                  row.estimate().scale()),
              true,
              row.traits()));
    }
    return study(100, Optional.empty(), true, rows);
  }

  static ValidationStudy of(int subjects, int resamples, boolean beside, Site... sites) {
    List<Prediction> rows = rows(1, subjects, 0.06, true, sites);
    Optional<OtherPredictions> other =
        beside
            ? Optional.of(
                new OtherPredictions("an older model", rows(1, subjects, 0.1, true, sites)))
            : Optional.empty();
    return study(resamples, other, true, rows);
  }

  private static ValidationStudy study(
      int resamples, Optional<OtherPredictions> other, boolean synthetic, List<Prediction> rows) {
    int subjects = (int) rows.stream().map(Prediction::subjectId).distinct().count();
    return new Validation(
            new StudySettings(
                new EvaluationSettings(
                    ReferencePopulation.preset("nhanes-iii"),
                    CallPolicy.DEFAULT,
                    new Bootstrap(resamples, 1, 0.95)),
                List.of(0.1, 0.3)))
        .of(
            new Validation.Request(
                new StudyReport.Heading("A study of <drawn> subjects", synthetic, provenance()),
                rows,
                other,
                flow(subjects),
                (site, scale) -> new BaselineSource.CrossValidated(10, 1)),
            name -> {});
  }

  private static Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("command", "trabecula validate predictions.csv --out study");
    provenance.put(
        "data SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    return provenance;
  }

  private static StudyFlow flow(int subjects) {
    return new StudyFlow(
        List.of(
            new StudyFlow.Step(StudyFlow.Kind.IN, "In the manifest", subjects + 31, subjects + 40),
            new StudyFlow.Step(StudyFlow.Kind.LEFT_OUT, "DXA older than a year", 12, 14),
            new StudyFlow.Step(StudyFlow.Kind.LEFT_OUT, "another view", 5, 9),
            new StudyFlow.Step(
                StudyFlow.Kind.DECLINED, "metal over the region of interest", 14, 17),
            new StudyFlow.Step(StudyFlow.Kind.EVALUATED, "Evaluated", subjects, subjects)));
  }

  private static List<Prediction> rows(
      long seed, int subjects, double error, boolean synthetic, Site... sites) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Prediction> rows = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      Subject subject =
          new Subject(
              Optional.of(random.nextDouble() < 0.7 ? Sex.FEMALE : Sex.MALE),
              OptionalDouble.of(random.nextDouble(40, 90)),
              OptionalDouble.of(random.nextDouble(145, 185)),
              i % 11 == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble(40, 90)));
      double health = random.nextGaussian();
      for (Site site : sites) {
        double mean = site.isLumbar() ? 0.92 : site == Site.FEMORAL_NECK ? 0.72 : 0.84;
        double truth =
            Math.max(
                0.3,
                mean
                    + 0.1 * health
                    - 0.004 * (subject.ageYears().orElseThrow() - 65)
                    + 0.05 * random.nextGaussian());
        double estimate = Math.max(0.2, mean * 0.1 + 0.9 * truth + error * random.nextGaussian());
        rows.add(
            new Prediction(
                "S%05d".formatted(i),
                subject,
                truth,
                DensityEstimate.normal(site, estimate, 0.065, ScannerScale.HOLOGIC),
                synthetic,
                Map.of("look", LOOKS.get(i % 3), "oestrogen", i % 5 == 0 ? "yes" : "no")));
      }
    }
    return rows;
  }
}
