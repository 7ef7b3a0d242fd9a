package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.HashMap;
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

/** Drawn subjects and predictions for the laws of studies. */
final class SyntheticStudy {
  static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          ReferencePopulation.preset("nhanes-iii"),
          CallPolicy.DEFAULT,
          new Bootstrap(100, 1, 0.95));

  private SyntheticStudy() {}

  /**
   * Predictions of the spine that err by a normal error.
   *
   * @param films of each subject
   * @param error standard deviation of the error of each film, g/cm²; 0 for faultless ones
   */
  static List<Prediction> predictions(long seed, int subjects, int films, double error) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Prediction> rows = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      Subject subject = subject(random);
      double truth = Math.max(0.4, expected(subject) + 0.12 * random.nextGaussian());
      Map<String, String> traits =
          Map.of("look", i % 3 == 0 ? "raw" : "processed", "oestrogen", i % 4 == 0 ? "yes" : "no");
      for (int film = 0; film < films; film++) {
        rows.add(
            new Prediction(
                "P%04d".formatted(i),
                subject,
                truth,
                estimate(Math.max(0.2, truth + error * random.nextGaussian())),
                true,
                films == 1 ? traits : withImage(traits, "film-" + i + "-" + film)));
      }
    }
    return rows;
  }

  static Map<String, String> withImage(Map<String, String> traits, String image) {
    Map<String, String> more = new HashMap<>(traits);
    more.put(Prediction.IMAGE, image);
    return more;
  }

  static DensityEstimate estimate(double mean) {
    return DensityEstimate.normal(Site.L1_L4, mean, 0.05, ScannerScale.HOLOGIC);
  }

  /** What age, sex and weight say of a spine, g/cm². */
  static double expected(Subject subject) {
    return 1.25
        - 0.006 * subject.ageYears().orElseThrow()
        + 0.002 * subject.weightKg().orElseThrow()
        + (subject.sex().orElseThrow() == Sex.MALE ? 0.1 : 0);
  }

  private static Subject subject(SplittableRandom random) {
    return new Subject(
        Optional.of(random.nextDouble() < 0.7 ? Sex.FEMALE : Sex.MALE),
        OptionalDouble.of(random.nextDouble(50, 90)),
        OptionalDouble.of(random.nextDouble(145, 185)),
        OptionalDouble.of(random.nextDouble(40, 90)));
  }

  static Validation.Request request(List<Prediction> predictions) {
    return request(predictions, Optional.empty());
  }

  static Validation.Request request(
      List<Prediction> predictions, Optional<OtherPredictions> comparator) {
    return new Validation.Request(
        new StudyReport.Heading("Validation", true, Map.of("seed", "1")),
        predictions,
        comparator,
        StudyFlow.evaluated(predictions),
        (site, scale) -> new BaselineSource.CrossValidated(10, 1));
  }

  static ValidationStudy study(List<Prediction> predictions) {
    return study(request(predictions));
  }

  static ValidationStudy study(Validation.Request request) {
    return new Validation(new StudySettings(SETTINGS, List.of(0.1, 0.3))).of(request, name -> {});
  }

  /** The figure of a site's study. */
  static Figure figure(SiteStudy study, String statistic, String at) {
    return study.figures().stream()
        .filter(figure ->
            figure.group().equals(Figure.ALL)
                && figure.statistic().equals(statistic)
                && figure.at().equals(at))
        .findFirst()
        .orElseThrow(() -> new AssertionError(statistic + " at " + at));
  }

  static double value(SiteStudy study, String statistic, String at) {
    return figure(study, statistic, at).value().known().orElseThrow().value();
  }
}
