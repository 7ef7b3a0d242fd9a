package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.validation.study.SyntheticStudy.figure;
import static org.trabecula.validation.study.SyntheticStudy.predictions;
import static org.trabecula.validation.study.SyntheticStudy.study;
import static org.trabecula.validation.study.SyntheticStudy.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

class ValidationTest {
  private static final String LOW = "T < -1";
  private static final String OSTEOPOROTIC = "T <= -2.5";
  private static final ValidationStudy STUDY = study(predictions(1, 400, 1, 0.05));

  private static SiteStudy site(List<Prediction> predictions) {
    return study(predictions).sites().getFirst();
  }

  @Test
  void everyFigureHasItsNumberAndIntervalOrAReason() {
    for (Figure figure : STUDY.figures()) {
      assertThat(figure.method()).isNotBlank();
      assertThat(figure.n()).isNotNegative();
      switch (figure.value()) {
        case Statistic.Known(Estimate estimate) ->
            assertThat(estimate.holds(estimate.value())).as(figure.toString()).isTrue();
        case Statistic.Undefined(String reason) -> assertThat(reason).isNotBlank();
      }
    }
  }

  @Test
  void noTwoFiguresAreCalledTheSame() {
    assertThat(
            STUDY.figures().stream()
                .map(f -> List.of(f.site(), f.group(), f.statistic(), f.at()))
                .toList())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aFaultlessEstimateIsFaultless(long seed) {
    SiteStudy site = site(predictions(seed, 200, 1, 0));
    for (String zero : List.of("mae", "rmse", "bias", "loa_lower", "loa_upper")) {
      assertThat(value(site, zero, "")).as(zero).isZero();
    }
    for (String one :
        List.of("pearson_r", "lin_ccc", "icc_2_1", "calibration_slope", "deming_slope")) {
      assertThat(value(site, one, "")).as(one).isCloseTo(1, within(1e-12));
    }
    for (String one :
        List.of("sensitivity", "specificity", "ppv", "npv", "auc", "average_precision")) {
      assertThat(value(site, one, LOW)).as(one).isCloseTo(1, within(1e-12));
    }
    assertThat(value(site, "kappa", "unweighted")).isCloseTo(1, within(1e-12));
    assertThat(value(site, "coverage", "0.9")).isEqualTo(1.0);
    assertThat(value(site, "improvement_over_baseline", "age and sex")).isEqualTo(1);
    assertThat(figure(site, "lr_positive", LOW).value())
        .isEqualTo(Statistic.undefined("no such result among the negative"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theBaselineItselfGainsNothingOverTheBaseline(long seed) {
    List<Prediction> rows = predictions(seed, 300, 1, 0.05);
    double[] said =
        new BaselineSource.CrossValidated(10, 1)
            .predict(BaselineModel.Kind.AGE_SEX_SIZE, sorted(rows))
            .orElseThrow();
    List<Prediction> baseline = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      baseline.add(sorted(rows).get(i).estimatedAs(SyntheticStudy.estimate(said[i])));
    }
    SiteStudy site = site(baseline);
    String kind = "age, sex, height and weight";
    assertThat(value(site, "improvement_over_baseline", kind)).isCloseTo(0, within(1e-12));
    assertThat(value(site, "auc_beside", LOW + "; " + kind))
        .isEqualTo(value(site, "auc_of_other", LOW + "; " + kind));
    assertThat(figure(site, "auc_difference", LOW + "; " + kind).value())
        .isEqualTo(Statistic.undefined("the difference has no standard error"));
  }

  private static List<Prediction> sorted(List<Prediction> rows) {
    return SiteKey.grouped(rows).values().iterator().next();
  }

  @Test
  void withOneClassOnlyWhatNeedsTwoIsUndefined() {
    List<Prediction> dense =
        predictions(5, 120, 1, 0.02).stream().filter(p -> p.truth() > 0.95).toList();
    SiteStudy site = site(dense);
    for (String none : List.of("sensitivity", "auc", "average_precision", "risk_slope")) {
      assertThat(figure(site, none, OSTEOPOROTIC).value().known()).as(none).isEmpty();
    }
    assertThat(figure(site, "sensitivity", OSTEOPOROTIC).n()).isZero();
    assertThat(value(site, "specificity", OSTEOPOROTIC)).isPositive();
    assertThat(site.thresholds().getLast().curve()).isEmpty();
    assertPlain(study(dense));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8})
  void tinyStudiesHaveReasonsAndNoNumberThatIsNone(int subjects) {
    assertPlain(study(predictions(3, subjects, 1, 0.05)));
    assertPlain(study(predictions(3, subjects, 2, 0.05)));
    List<Prediction> rows = predictions(3, subjects, 2, 0.05);
    assertPlain(
        study(
            SyntheticStudy.request(
                rows, Optional.of(new OtherPredictions("again", predictions(3, subjects, 2, 0))))));
  }

  private static void assertPlain(ValidationStudy study) {
    assertThat(study.tree().toString()).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(study.csv()).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(study.brief().markdown()).doesNotContain("NaN");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theOrderOfTheRowsChangesNothing(long seed) {
    for (int films : new int[] {1, 2}) {
      List<Prediction> rows = predictions(seed, 60, films, 0.05);
      List<Prediction> others = predictions(seed, 60, films, 0.05);
      List<Prediction> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, new Random(seed));
      List<Prediction> othersShuffled = new ArrayList<>(others);
      Collections.shuffle(othersShuffled, new Random(seed + 1));
      ValidationStudy first =
          study(SyntheticStudy.request(rows, Optional.of(new OtherPredictions("other", others))));
      ValidationStudy second =
          study(
              SyntheticStudy.request(
                  shuffled, Optional.of(new OtherPredictions("other", othersShuffled))));
      assertThat(second.tree()).isEqualTo(first.tree());
      assertThat(second.csv()).isEqualTo(first.csv());
    }
  }

  @Test
  void tiesKeepEqualScoresTogether() {
    List<Prediction> rows =
        predictions(4, 150, 1, 0.05).stream()
            .map(p ->
                p.estimatedAs(SyntheticStudy.estimate(Math.round(p.estimate().mean() * 10) / 10.0)))
            .toList();
    SiteStudy site = site(rows);
    long scores = rows.stream().mapToDouble(p -> p.estimate().mean()).distinct().count();
    assertThat(site.thresholds().getFirst().curve()).hasSize((int) scores);
    assertThat(value(site, "auc", LOW)).isBetween(0.5, 1.0);
    assertThat(site.calibrationCurve()).hasSizeLessThanOrEqualTo((int) scores);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void copiesOfAFilmAddNoEvidence(long seed) {
    List<Prediction> once = predictions(seed, 150, 1, 0.05);
    List<Prediction> thrice = new ArrayList<>();
    for (Prediction row : once) {
      for (int copy = 0; copy < 3; copy++) {
        thrice.add(
            new Prediction(
                row.subjectId(),
                row.subject(),
                row.truth(),
                row.estimate(),
                true,
                SyntheticStudy.withImage(row.traits(), row.subjectId() + copy)));
      }
    }
    SiteStudy single = site(once);
    SiteStudy copied = site(thrice);
    assertThat(copied.source().repeated()).isTrue();
    // Obuchowski's area and the jackknife of subjects see through the copies exactly.
    assertThat(interval(copied, "auc", LOW)).isCloseTo(interval(single, "auc", LOW), within(1e-9));
    assertThat(interval(copied, "deming_slope", ""))
        .isCloseTo(interval(single, "deming_slope", ""), within(1e-9));
    assertThat(interval(copied, "auc_difference", LOW + "; age and sex"))
        .isCloseTo(interval(single, "auc_difference", LOW + "; age and sex"), within(1e-9));
    // Resampled intervals are near those of the formula; taken as three subjects, they would be
    // narrower by the root of three.
    for (String statistic :
        List.of("sensitivity", "specificity", "lr_negative", "brier", "risk_in_the_large")) {
      assertThat(interval(copied, statistic, LOW) / interval(single, statistic, LOW))
          .as(statistic)
          .isBetween(0.7, 1.5);
      assertThat(value(copied, statistic, LOW))
          .isCloseTo(value(single, statistic, LOW), within(1e-9));
    }
    for (String statistic :
        List.of("loa_upper", "pearson_r", "lin_ccc", "icc_2_1", "calibration_slope")) {
      assertThat(interval(copied, statistic, "") / interval(single, statistic, ""))
          .as(statistic)
          .isBetween(0.7, 1.5);
    }
    assertThat(
            interval(copied, "kappa", "linear weights")
                / interval(single, "kappa", "linear weights"))
        .isBetween(0.7, 1.5);
    assertThat(copied.thresholds().getFirst().risk().decisionCurve())
        .zipSatisfy(
            single.thresholds().getFirst().risk().decisionCurve(),
            (several, one) -> {
              Estimate gain = several.ofTest().known().orElseThrow();
              Estimate formula = one.ofTest().known().orElseThrow();
              assertThat(gain.value()).isCloseTo(formula.value(), within(1e-12));
              assertThat((gain.low() + gain.high()) / 2)
                  .isCloseTo(gain.value(), within(0.6 * (formula.high() - formula.low()) + 1e-9));
              assertThat(several.ofAll().known().orElseThrow().value())
                  .isCloseTo(one.ofAll().known().orElseThrow().value(), within(1e-12));
            });
    assertThat(figure(copied, "sensitivity", LOW).method())
        .isEqualTo("percentile, resampled subjects");
    assertThat(figure(single, "sensitivity", LOW).method()).isEqualTo("Wilson");
    assertThat(figure(copied, "auc", LOW).method()).startsWith("Obuchowski");
  }

  private static double interval(SiteStudy study, String statistic, String at) {
    Estimate estimate = figure(study, statistic, at).value().known().orElseThrow();
    return estimate.high() - estimate.low();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aSiteWithoutReferenceHasErrorsButNoDiagnosis(int films) {
    List<Prediction> rows =
        predictions(2, 20, films, 0.05).stream()
            .map(p ->
                p.estimatedAs(
                    DensityEstimate.normal(
                        Site.TROCHANTER, p.estimate().mean(), 0.05, ScannerScale.HOLOGIC)))
            .toList();
    SiteStudy site = site(rows);
    assertThat(value(site, "mae", "")).isPositive();
    for (String none : List.of("sensitivity", "lr_positive", "auc", "risk_slope", "brier")) {
      assertThat(figure(site, none, LOW).value().known()).as(none).isEmpty();
      assertThat(figure(site, none, LOW).n()).isZero();
    }
    assertPlain(study(rows));
  }

  @Test
  void sitesViewsAndScalesAreStudiedApart() {
    List<Prediction> rows = new ArrayList<>();
    int number = 0;
    for (String view : List.of("hip-right", "lumbar-ap")) {
      for (ScannerScale scale : List.of(ScannerScale.HOLOGIC, ScannerScale.LUNAR)) {
        for (Site site : List.of(Site.FEMORAL_NECK, Site.TOTAL_HIP)) {
          rows.add(
              new Prediction(
                  "S" + number++,
                  Subject.UNKNOWN,
                  0.8,
                  DensityEstimate.normal(site, 0.82, 0.05, scale),
                  number == 1,
                  Map.of(Prediction.VIEW, view)));
        }
      }
    }
    ValidationStudy study = study(rows);
    assertThat(study.sites())
        .extracting(site -> site.source().name())
        .containsExactly(
            "femoral neck, hip-right, hologic",
            "femoral neck, hip-right, lunar",
            "total hip, hip-right, hologic",
            "total hip, hip-right, lunar",
            "femoral neck, lumbar-ap, hologic",
            "femoral neck, lumbar-ap, lunar",
            "total hip, lumbar-ap, hologic",
            "total hip, lumbar-ap, lunar");
    assertThat(study.sites())
        .filteredOn(site -> site.source().synthetic())
        .singleElement()
        .satisfies(site -> assertThat(site.source().view()).contains("hip-right"));
    assertThat(STUDY.sites().getFirst().source().name()).isEqualTo("L1-L4");
  }

  @Test
  void moreThresholdsAndPrevalencesAreAnsweredToo() {
    StudySettings settings =
        new StudySettings(
            new EvaluationSettings(
                SyntheticStudy.SETTINGS.reference(),
                SyntheticStudy.SETTINGS.policy(),
                SyntheticStudy.SETTINGS.bootstrap(),
                List.of(Threshold.LOW, Threshold.of(-2)),
                Set.of("look")),
            List.of(0.05));
    SiteStudy site =
        new Validation(settings)
            .of(SyntheticStudy.request(predictions(1, 400, 1, 0.05)), name -> {})
            .sites()
            .getFirst();
    double sensitivity = value(site, "sensitivity", "T <= -2");
    double specificity = value(site, "specificity", "T <= -2");
    assertThat(value(site, "ppv_at_prevalence", "T <= -2; prevalence 0.05"))
        .isCloseTo(
            0.05 * sensitivity / (0.05 * sensitivity + 0.95 * (1 - specificity)), within(1e-12));
    assertThat(site.evaluation().subgroups())
        .extracting(SubgroupFigures::trait)
        .containsOnly("look");
  }

  @Test
  void subgroupsAreOfEveryTraitWithFewValues() {
    Map<String, Integer> sizes =
        STUDY.sites().getFirst().evaluation().subgroups().stream()
            .collect(
                Collectors.groupingBy(
                    SubgroupFigures::trait, Collectors.summingInt(SubgroupFigures::radiographs)));
    assertThat(sizes).containsOnlyKeys("sex", "age", "bmi", "look", "oestrogen");
    assertThat(sizes.values()).containsOnly(400);
    assertThat(STUDY.sites().getFirst().evaluation().subgroups())
        .filteredOn(group -> group.trait().equals("bmi"))
        .extracting(SubgroupFigures::value)
        .containsExactly("under 18.5", "18.5-24.9", "25.0-29.9", "30.0 or more");
  }

  @Test
  void riskScoresAreComparedOnTheWomenTheyWereMadeFor() {
    SiteStudy site = STUDY.sites().getFirst();
    int women = STUDY.participants().women();
    for (String rival : List.of("OST/OSTA (women from 45 years)", "ORAI (women from 45 years)")) {
      Figure area = figure(site, "auc_of_other", LOW + "; " + rival);
      assertThat(area.n()).isEqualTo(women);
      // Weight and age tell something of the drawn densities, the estimate more.
      assertThat(area.value().known().orElseThrow().value()).isBetween(0.5, 0.9);
      assertThat(value(site, "auc_difference", LOW + "; " + rival)).isPositive();
    }
  }

  @Test
  void withoutOestrogenThereIsNoOrai() {
    List<Prediction> rows =
        predictions(1, 60, 1, 0.05).stream()
            .map(p ->
                new Prediction(p.subjectId(), p.subject(), p.truth(), p.estimate(), true, Map.of()))
            .toList();
    Figure area = figure(site(rows), "auc_of_other", LOW + "; ORAI (women from 45 years)");
    assertThat(area.n()).isZero();
    assertThat(area.value())
        .isEqualTo(Statistic.undefined("no woman's age, weight and trait 'oestrogen' are known"));
  }

  @Test
  void aStudyOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SyntheticStudy.request(List.of()))
        .withMessageContaining("no prediction");
  }
}
