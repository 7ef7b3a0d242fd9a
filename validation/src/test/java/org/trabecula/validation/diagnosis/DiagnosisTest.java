package org.trabecula.validation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Statistic;

class DiagnosisTest {
  private static final double LEVEL = 0.95;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1, LEVEL);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static ScoredSubjects draw(long seed, int n, int values) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] positive = new boolean[n];
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      positive[i] = i % 3 == 0;
      scores[i] = (random.nextInt(values) + (positive[i] ? 1 : 0)) / (values + 1.0);
    }
    return ScoredSubjects.of(scores, positive);
  }

  private static Estimate known(Statistic statistic) {
    return statistic.known().orElseThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAreaIsThatUnderTheCurveByTrapezoids(long seed) {
    ScoredSubjects subjects = draw(seed, 40, 7);
    double area = 0;
    double before = 0;
    double falseBefore = 0;
    for (Curves.Point point : Curves.of(subjects)) {
      double falseShare = 1 - point.specificity();
      area += (falseShare - falseBefore) * (point.sensitivity() + before) / 2;
      before = point.sensitivity();
      falseBefore = falseShare;
      assertThat(point.table()).isEqualTo(subjects.atLeast(point.threshold()));
    }
    assertThat(before).isEqualTo(1);
    assertThat(known(RocArea.of(subjects.scores(true), subjects.scores(false), LEVEL)).value())
        .isCloseTo(area, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void swappingTheScoresTurnsTheDifferenceRound(long seed) {
    ScoredSubjects a = draw(seed, 60, 9);
    ScoredSubjects b = draw(seed + 100, 60, 9);
    RocDifference forth = RocDifference.of(a, b, LEVEL);
    RocDifference back = RocDifference.of(b, a, LEVEL);
    assertThat(known(forth.difference()).low())
        .isCloseTo(-known(back.difference()).high(), within(1e-12));
    assertThat(forth.pValue()).isCloseTo(back.pValue(), within(1e-12)).isBetween(0.0, 1.0);
    assertThat(known(forth.difference()).value())
        .isCloseTo(known(forth.first()).value() - known(forth.second()).value(), within(1e-12));
    // The p value says the same as the interval.
    assertThat(forth.pValue() < 0.05).isEqualTo(!known(forth.difference()).holds(0));
  }

  @Test
  void scoresThatOrderAlikeDoNotDiffer() {
    ScoredSubjects a = draw(4, 30, 5);
    double[] doubled = new double[30];
    boolean[] truths = new boolean[30];
    for (int i = 0; i < 30; i++) {
      doubled[i] = 2 * a.score(i) + 1;
      truths[i] = a.positive(i);
    }
    RocDifference same = RocDifference.of(a, ScoredSubjects.of(doubled, truths), LEVEL);
    assertThat(same.difference())
        .isEqualTo(Statistic.undefined("the difference has no standard error"));
    assertThat(same.pValue()).isEqualTo(1);
    assertThat(same.first()).isEqualTo(same.second());
    ScoredSubjects healthy = ScoredSubjects.of(new double[] {1, 2, 3}, new boolean[3]);
    assertThat(RocDifference.of(healthy, healthy, LEVEL).first())
        .isEqualTo(Statistic.undefined("fewer than two subjects in a group"));
    assertThat(RocDifference.of(healthy, healthy, LEVEL).pValue()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RocDifference.of(a, draw(4, 31, 5), LEVEL))
        .withMessageContaining("not of the same subjects");
  }

  @Test
  void twoOfEachKindAreEnoughForADifference() {
    boolean[] truths = {true, true, false, false};
    ScoredSubjects a = ScoredSubjects.of(new double[] {1, 3, 2, 0}, truths);
    ScoredSubjects b = ScoredSubjects.of(new double[] {1, 3, 2, 4}, truths);
    assertThat(RocDifference.of(a, b, LEVEL).difference().known()).isPresent();
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    Statistic area = RocArea.of(new double[] {0.0, 1}, new double[] {-0.0, -1}, LEVEL);
    assertThat(known(area).value()).isEqualTo(0.875);
  }

  @Test
  void oneClassHasNoCurve() {
    ScoredSubjects healthy = ScoredSubjects.of(new double[] {1, 2}, new boolean[2]);
    assertThat(Curves.of(healthy)).isEmpty();
    ScoredSubjects sick = ScoredSubjects.of(new double[] {1}, new boolean[] {true});
    assertThat(Curves.of(sick)).isEmpty();
    assertThat(Curves.averagePrecision(List.of("a", "b"), healthy, BOOTSTRAP))
        .isEqualTo(Statistic.undefined("the data do not define it"));
    assertThat(healthy.positives()).isZero();
    assertThat(healthy.negatives()).isEqualTo(2);
  }

  @Test
  void aPerfectScoreHasAPrecisionOfOne() {
    ScoredSubjects perfect =
        ScoredSubjects.of(new double[] {3, 2, 1, 0}, new boolean[] {true, true, false, false});
    List<Curves.Point> points = Curves.of(perfect);
    assertThat(points).extracting(Curves.Point::threshold).containsExactly(3.0, 2.0, 1.0, 0.0);
    assertThat(points.get(1).precision()).isEqualTo(1);
    assertThat(points.get(3).specificity()).isZero();
  }

  @Test
  void aResultThatDidNotOccurHasNoRatio() {
    LikelihoodRatio sure = LikelihoodRatio.of(new Confusion(5, 0, 3, 9), LEVEL);
    assertThat(sure.ofPositive())
        .isEqualTo(Statistic.undefined("no such result among the negative"));
    assertThat(sure.ofNegative().known()).isPresent();
    assertThat(sure.positivePredictiveValue(0.1).known()).isEmpty();
    LikelihoodRatio blind = LikelihoodRatio.of(new Confusion(0, 2, 3, 9), LEVEL);
    assertThat(blind.ofPositive())
        .isEqualTo(Statistic.undefined("no such result among the positive"));
    assertThat(LikelihoodRatio.of(new Confusion(0, 2, 0, 9), LEVEL).ofPositive())
        .isEqualTo(Statistic.undefined("nobody is positive in truth"));
    assertThat(LikelihoodRatio.of(new Confusion(2, 0, 2, 0), LEVEL).ofNegative())
        .isEqualTo(Statistic.undefined("nobody is negative in truth"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sure.positivePredictiveValue(1))
        .withMessageContaining("prevalence is 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> sure.negativePredictiveValue(0));
  }

  /** At the study's own prevalence the predictive values are those of the table. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bayesRepeatsTheTable(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Confusion table =
        new Confusion(
            random.nextInt(1, 40),
            random.nextInt(1, 40),
            random.nextInt(1, 40),
            random.nextInt(1, 40));
    LikelihoodRatio ratio = LikelihoodRatio.of(table, LEVEL);
    double prevalence = (double) table.positives() / table.size();
    assertThat(known(ratio.positivePredictiveValue(prevalence)).value())
        .isCloseTo(known(table.positivePredictiveValue(LEVEL)).value(), within(1e-12));
    assertThat(known(ratio.negativePredictiveValue(prevalence)).value())
        .isCloseTo(known(table.negativePredictiveValue(LEVEL)).value(), within(1e-12));
  }

  @Test
  void theUndeterminedAreTakenThreeWays() {
    ThreeWayTable table =
        new ThreeWayTable(
            new ThreeWayTable.Answers(30, 8, 2), new ThreeWayTable.Answers(5, 20, 35));
    assertThat(table.size()).isEqualTo(100);
    assertThat(table.determined(LEVEL)).isEqualTo(wilson(72, 100));
    assertThat(table.amongDetermined(LEVEL))
        .isEqualTo(new ThreeWayTable.Accuracy(wilson(30, 32), wilson(35, 40)));
    assertThat(table.undeterminedAsWrong(LEVEL))
        .isEqualTo(new ThreeWayTable.Accuracy(wilson(30, 40), wilson(35, 60)));
    assertThat(table.undeterminedAsLikely(LEVEL))
        .isEqualTo(new ThreeWayTable.Accuracy(wilson(38, 40), wilson(35, 60)));
    ThreeWayTable.Answers none = new ThreeWayTable.Answers(0, 0, 0);
    ThreeWayTable empty = new ThreeWayTable(none, none);
    assertThat(empty.determined(LEVEL)).isEqualTo(Statistic.undefined("there is no call"));
    assertThat(empty.amongDetermined(LEVEL).sensitivity())
        .isEqualTo(Statistic.undefined("nobody is low in truth and determined"));
    assertThat(empty.undeterminedAsWrong(LEVEL).specificity())
        .isEqualTo(Statistic.undefined("everybody is low in truth"));
    assertThat(empty.undeterminedAsLikely(LEVEL).sensitivity())
        .isEqualTo(Statistic.undefined("nobody is low in truth"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ThreeWayTable.Answers(-1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ThreeWayTable.Answers(0, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ThreeWayTable.Answers(0, 0, -1));
  }

  private static Statistic wilson(int successes, int trials) {
    return Statistic.of(Proportion.wilson(successes, trials, LEVEL));
  }

  @Test
  void kappaIsOneWhereAllAgreeAndZeroByChance() {
    int[][] agreed = {{5, 0, 0}, {0, 3, 0}, {0, 0, 2}};
    int[][] chance = {{4, 8}, {2, 4}};
    for (WeightedKappa.Weights weights : WeightedKappa.Weights.values()) {
      assertThat(known(WeightedKappa.of(agreed, weights, LEVEL)))
          .isEqualTo(new Estimate(1, 1, 1, LEVEL));
      assertThat(known(WeightedKappa.of(chance, weights, LEVEL)).value())
          .isCloseTo(0, within(1e-12));
    }
    // Of two categories every weighting is the same.
    int[][] two = {{10, 3}, {2, 9}};
    assertThat(WeightedKappa.of(two, WeightedKappa.Weights.LINEAR, LEVEL))
        .isEqualTo(WeightedKappa.of(two, WeightedKappa.Weights.QUADRATIC, LEVEL))
        .isEqualTo(WeightedKappa.of(two, WeightedKappa.Weights.NONE, LEVEL));
  }

  @Test
  void kappasOfLittleAreCutOrUndefined() {
    WeightedKappa.Weights none = WeightedKappa.Weights.NONE;
    assertThat(WeightedKappa.of(new int[2][2], none, LEVEL))
        .isEqualTo(Statistic.undefined("there is no subject"));
    assertThat(WeightedKappa.of(new int[][] {{0, 0}, {0, 7}}, none, LEVEL))
        .isEqualTo(Statistic.undefined("all are in one category"));
    Estimate few = known(WeightedKappa.of(new int[][] {{5, 0}, {1, 3}}, none, LEVEL));
    assertThat(few.high()).isEqualTo(1);
    Estimate opposed = known(WeightedKappa.of(new int[][] {{1, 5}, {4, 0}}, none, LEVEL));
    assertThat(opposed.low()).isEqualTo(-1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[][] {{1}}, none, LEVEL))
        .withMessageContaining("1 categories");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[][] {{1, 2}, {1}}, none, LEVEL))
        .withMessageContaining("1 columns beside 2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[][] {{1, -2}, {1, 1}}, none, LEVEL))
        .withMessageContaining("counts holds -2");
  }

  @Test
  void aDecisionCurveStartsWithTreatingAll() {
    ScoredSubjects risks =
        ScoredSubjects.of(
            new double[] {0.8, 0.4, 0.3, 0.2}, new boolean[] {true, false, true, false});
    List<NetBenefit> curve = NetBenefit.curve(risks, new double[] {0.1, 0.3, 0.9}, LEVEL);
    assertThat(curve).extracting(NetBenefit::threshold).containsExactly(0.1, 0.3, 0.9);
    assertThat(curve.get(0).ofTest()).isEqualTo(curve.get(0).ofAll());
    // A risk that equals the threshold is treated: two true, one false at odds of 3/7.
    assertThat(known(curve.get(1).ofTest()).value()).isCloseTo(0.5 - 0.25 * 3 / 7, within(1e-12));
    assertThat(curve.get(2).ofTest()).isEqualTo(Statistic.of(new Estimate(0, 0, 0, LEVEL)));
    // Two subjects, one gained: 1/2 with the error 1/2.
    ScoredSubjects two = ScoredSubjects.of(new double[] {0.9, 0.1}, new boolean[] {true, false});
    assertThat(NetBenefit.of(two, 0.5, LEVEL).ofTest())
        .isEqualTo(Statistic.of(Estimate.symmetric(0.5, Quantiles.normal(LEVEL) * 0.5, LEVEL)));
    ScoredSubjects one = ScoredSubjects.of(new double[] {0.8}, new boolean[] {true});
    assertThat(NetBenefit.of(one, 0.5, LEVEL).ofAll())
        .isEqualTo(Statistic.undefined("fewer than two subjects"));
  }

  @Test
  void aRiskIsAProbability() {
    for (double bad : new double[] {-0.1, 1.1}) {
      ScoredSubjects risks = ScoredSubjects.of(new double[] {0, 1, bad}, new boolean[3]);
      ScoredSubjects fine = ScoredSubjects.of(new double[] {0, 1, 0.5}, new boolean[3]);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NetBenefit.of(risks, 0.5, LEVEL))
          .withMessageContaining("A risk is " + bad);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Reclassification.of(risks, fine, new double[0], LEVEL));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Reclassification.of(fine, risks, new double[0], LEVEL));
      assertThatIllegalArgumentException().isThrownBy(() -> NetBenefit.of(fine, 1, LEVEL));
      assertThatIllegalArgumentException().isThrownBy(() -> NetBenefit.of(fine, 0, LEVEL));
    }
  }

  @Test
  void whatDoesNotMoveGainsNothing() {
    ScoredSubjects risks = draw(3, 30, 6);
    Reclassification same = Reclassification.of(risks, risks, new double[] {0.2, 0.5}, LEVEL);
    assertThat(same.net()).isEqualTo(Statistic.of(new Estimate(0, 0, 0, LEVEL)));
    assertThat(known(same.discrimination()).value()).isZero();
    // A cut belongs to the category above it.
    ScoredSubjects low =
        ScoredSubjects.of(
            new double[] {0.1, 0.1, 0.1, 0.1}, new boolean[] {true, true, false, false});
    ScoredSubjects cut =
        ScoredSubjects.of(
            new double[] {0.2, 0.2, 0.1, 0.1}, new boolean[] {true, true, false, false});
    assertThat(known(Reclassification.of(low, cut, new double[] {0.2}, LEVEL).net()).value())
        .isEqualTo(1);
  }

  @Test
  void aGroupOfOneIsNotReclassified() {
    ScoredSubjects few =
        ScoredSubjects.of(new double[] {0.1, 0.2, 0.3}, new boolean[] {true, false, false});
    Reclassification moved = Reclassification.of(few, few, new double[0], LEVEL);
    assertThat(moved.ofPositives())
        .isEqualTo(Statistic.undefined("fewer than two subjects in a group"));
    assertThat(moved.ofNegatives().known()).isPresent();
    assertThat(moved.net().known()).isEmpty();
    assertThat(moved.discrimination().known()).isEmpty();
    ScoredSubjects others = ScoredSubjects.of(new double[] {0.1, 0.2, 0.3}, new boolean[3]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reclassification.of(few, others, new double[0], LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reclassification.of(few, few, new double[] {0.5, 0.5}, LEVEL))
        .withMessageContaining("cut 0.5 is not above 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reclassification.of(few, few, new double[] {0}, LEVEL));
  }

  @Test
  void severalRowsOfASubjectCountAsOneSubject() {
    boolean[] successes = new boolean[40];
    Arrays.fill(successes, 0, 20, true);
    List<String> alone = java.util.stream.IntStream.range(0, 40).mapToObj(i -> "s" + i).toList();
    List<String> fours =
        java.util.stream.IntStream.range(0, 40).mapToObj(i -> "s" + i / 4).toList();
    Bootstrap bootstrap = new Bootstrap(2000, 1, LEVEL);
    Estimate narrow = known(Proportion.clustered(alone, successes, bootstrap));
    Estimate wide = known(Proportion.clustered(fours, successes, bootstrap));
    assertThat(narrow.value()).isEqualTo(0.5).isEqualTo(wide.value());
    // Rows of a subject agree wholly, so the errors are as of a quarter of them: twice as large.
    assertThat((wide.high() - wide.low()) / (narrow.high() - narrow.low()))
        .isCloseTo(2, within(0.25));
    Arrays.fill(successes, true);
    assertThat(Proportion.clustered(fours, successes, bootstrap)).isEqualTo(wilson(10, 10));
    assertThat(Proportion.clustered(fours, successes, new Bootstrap(100, 1, 0.8)))
        .isEqualTo(Statistic.of(Proportion.wilson(10, 10, 0.8)));
    Arrays.fill(successes, false);
    assertThat(Proportion.clustered(fours, successes, bootstrap)).isEqualTo(wilson(0, 10));
    assertThat(Proportion.clustered(List.of(), new boolean[0], bootstrap).known()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Proportion.clustered(Collections.emptyList(), successes, bootstrap))
        .withMessage("0 subjects beside 40 successes");
  }

  @Test
  void scoresAreFiniteAndHaveATruth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoredSubjects.of(new double[] {1}, new boolean[2]))
        .withMessageContaining("1 scores beside 2 truths");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoredSubjects.of(new double[] {Double.NaN}, new boolean[1]))
        .withMessageContaining("scores holds NaN");
  }
}
