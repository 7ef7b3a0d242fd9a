package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.CallPolicy;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ReferencePopulation;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.CallAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;
import org.trabecula.validation.study.SiteEvaluation.BaselineComparison;

class SiteEvaluatorTest {
  private static final double NOISE = 0.05;
  private static final EvaluationSettings SETTINGS =
      new EvaluationSettings(
          ReferencePopulation.preset("nhanes-iii"),
          CallPolicy.DEFAULT,
          new Bootstrap(300, 1, 0.95));

  static double expected(Subject subject) {
    return 1.35
        - 0.006 * subject.ageYears().orElseThrow()
        + (subject.sex().orElseThrow() == Sex.MALE ? 0.1 : 0);
  }

  private static Subject subject(SplittableRandom random) {
    return BaselineModelTest.subject(
        random.nextDouble() < 0.65 ? Sex.FEMALE : Sex.MALE,
        random.nextDouble(50, 90),
        random.nextDouble(145, 185),
        random.nextDouble(40, 90));
  }

  static List<Observation> train(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Subject subject = subject(random);
      rows.add(new Observation("T" + i, subject, expected(subject) + 0.12 * random.nextGaussian()));
    }
    return rows;
  }

  /** Truth scatters by 0.12 about age and sex; the estimate errs by a normal 0.05. */
  static List<Prediction> test(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Prediction> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Subject subject = subject(random);
      double truth = expected(subject) + 0.12 * random.nextGaussian();
      double estimate = truth + NOISE * random.nextGaussian();
      rows.add(
          new Prediction(
              "P" + i,
              subject,
              truth,
              DensityEstimate.normal(Site.L1_L4, estimate, NOISE, ScannerScale.HOLOGIC),
              false,
              Map.of("look", i % 3 == 0 ? "raw" : "processed")));
    }
    return rows;
  }

  private static final SiteEvaluation EVALUATION =
      new SiteEvaluator(SETTINGS).evaluate(test(2, 1000), train(3));

  private static double value(Statistic statistic) {
    return statistic.known().orElseThrow().value();
  }

  @Test
  void theErrorsAreThoseThatWerePutIn() {
    // Of a normal error with sd 0.05: mean absolute 0.05 √(2/π) = 0.0399.
    assertThat(value(EVALUATION.errors().meanAbsolute())).isCloseTo(0.0399, within(0.003));
    assertThat(value(EVALUATION.errors().rootMeanSquare())).isCloseTo(0.05, within(0.004));
    assertThat(EVALUATION.errors().bias().known().orElseThrow().holds(0)).isTrue();
    assertThat(EVALUATION.sample().radiographs()).isEqualTo(1000);
    assertThat(EVALUATION.sample().subjects()).isEqualTo(1000);
  }

  @Test
  void theIntervalsCoverAsOftenAsTheySay() {
    assertThat(EVALUATION.concordance().nominalCoverage()).hasValue(0.90);
    assertThat(EVALUATION.concordance().coverage().known().orElseThrow().holds(0.90)).isTrue();
  }

  @Test
  void theImageBeatsTheBaselineByWhatItKnows() {
    List<BaselineComparison> baselines = EVALUATION.context().baselines();
    assertThat(baselines)
        .extracting(BaselineComparison::kind)
        .containsExactly(BaselineModel.Kind.values());
    // Age and sex leave the scatter of 0.12: MAE 0.0957, of which the image takes 58 %.
    BaselineComparison ageSex = baselines.get(1);
    assertThat(value(ageSex.meanAbsoluteError())).isCloseTo(0.0957, within(0.006));
    assertThat(value(ageSex.improvement())).isCloseTo(0.583, within(0.04));
    assertThat(ageSex.improvement().known().orElseThrow().low()).isGreaterThan(0.5);
    assertThat(value(baselines.getFirst().meanAbsoluteError()))
        .isGreaterThan(value(ageSex.meanAbsoluteError()));
  }

  @Test
  void theFloorIsThatOfDxa() {
    double mean = EVALUATION.sample().meanTruth();
    assertThat(EVALUATION.context().floor().orElseThrow())
        .isCloseTo(0.012 * 0.7978845608028654 * mean, within(1e-12));
  }

  @Test
  void lowDensitiesAreFoundAtBothThresholds() {
    List<ThresholdAccuracy> thresholds = EVALUATION.diagnostics().thresholds();
    assertThat(thresholds)
        .extracting(accuracy -> accuracy.threshold().label())
        .containsExactly("T < -1", "T <= -2.5");
    for (ThresholdAccuracy accuracy : thresholds) {
      assertThat(accuracy.counts().size()).isEqualTo(1000);
      assertThat(value(accuracy.sensitivity())).isGreaterThan(0.6);
      assertThat(value(accuracy.specificity())).isGreaterThan(0.8);
      assertThat(value(accuracy.rocArea())).isGreaterThan(0.9);
    }
    // The cut points of the spine: 1.047 - 0.110 and 1.047 - 0.275.
    long low = test(2, 1000).stream().filter(p -> p.truth() < 0.937).count();
    assertThat(thresholds.getFirst().counts().positives()).isEqualTo((int) low);
    long lower = test(2, 1000).stream().filter(p -> p.truth() <= 0.772).count();
    assertThat(thresholds.getLast().counts().positives()).isEqualTo((int) lower);
  }

  @Test
  void callsKeepTheirTargets() {
    CallAccuracy calls = EVALUATION.diagnostics().calls();
    assertThat(calls.likelyLow() + calls.unlikelyLow() + calls.undetermined()).isEqualTo(1000);
    assertThat(value(calls.positivePredictiveValue())).isGreaterThan(0.9);
    assertThat(value(calls.negativePredictiveValue())).isGreaterThan(0.9);
    assertThat(value(calls.determined())).isBetween(0.5, 0.9);
  }

  @Test
  void subgroupsAddUpToTheWhole() {
    for (String trait : List.of("age", "look", "sex")) {
      assertThat(
              EVALUATION.subgroups().stream()
                  .filter(group -> group.trait().equals(trait))
                  .mapToInt(SubgroupFigures::radiographs)
                  .sum())
          .isEqualTo(1000);
    }
    assertThat(EVALUATION.subgroups())
        .extracting(SubgroupFigures::value)
        .contains("50-59", "80-89", "female", "male", "raw", "processed");
  }

  @Test
  void theSameInputGivesTheSameEvaluation() {
    assertThat(new SiteEvaluator(SETTINGS).evaluate(test(2, 1000), train(3))).isEqualTo(EVALUATION);
  }

  @Test
  void withoutTrainingRowsThereIsNoBaseline() {
    SiteEvaluation alone = new SiteEvaluator(SETTINGS).evaluate(test(2, 20), List.of());
    assertThat(alone.context().baselines())
        .allMatch(baseline -> baseline.meanAbsoluteError().known().isEmpty());
  }

  @Test
  void aSingleRadiographIsEvaluatedWithoutANumberThatIsNone() {
    SiteEvaluation single = new SiteEvaluator(SETTINGS).evaluate(test(9, 1), train(3));
    assertThat(single.sample().sdTruth()).isZero();
    assertThat(single.concordance().pearson().known()).isEmpty();
    assertThat(single.concordance().limits()).isEmpty();
    assertThat(single.errors().meanAbsolute().known()).isPresent();
  }

  @Test
  void aSiteWithoutReferenceHasNoDiagnostics() {
    Subject subject = BaselineModelTest.subject(Sex.FEMALE, 70, 160, 60);
    Prediction trochanter =
        Prediction.of(
            "A",
            subject,
            0.6,
            DensityEstimate.normal(Site.TROCHANTER, 0.62, 0.05, ScannerScale.HOLOGIC));
    SiteEvaluation evaluation =
        new SiteEvaluator(SETTINGS).evaluate(List.of(trochanter), List.of());
    assertThat(evaluation.diagnostics().withoutReference()).isEqualTo(1);
    assertThat(evaluation.diagnostics().thresholds())
        .allMatch(accuracy -> accuracy.sensitivity().known().isEmpty());
    assertThat(evaluation.context().floor()).isEmpty();
  }

  @Test
  void sitesAndScalesAreNotMixed() {
    List<Prediction> mixed = new ArrayList<>(test(2, 3));
    mixed.add(
        Prediction.of(
            "Q",
            Subject.UNKNOWN,
            0.9,
            DensityEstimate.normal(Site.L1_L4, 1.0, 0.05, ScannerScale.LUNAR)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteEvaluator(SETTINGS).evaluate(mixed, List.of()))
        .withMessageContaining("LUNAR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SiteEvaluator(SETTINGS).evaluate(List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Prediction.of(
                "Q",
                Subject.UNKNOWN,
                -1,
                DensityEstimate.normal(Site.L1, 1.0, 0.05, ScannerScale.LUNAR)))
        .withMessageContaining("truth is -1.0 g/cm2");
  }

  @Test
  void theDefaultsAreNhanesAndNinetyFivePercent() {
    EvaluationSettings settings = EvaluationSettings.ofSeed(5);
    assertThat(settings.reference().id()).isEqualTo("nhanes-iii");
    assertThat(settings.bootstrap()).isEqualTo(new Bootstrap(2000, 5, 0.95));
  }
}
