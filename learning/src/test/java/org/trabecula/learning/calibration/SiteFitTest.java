package org.trabecula.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Bootstrap;

class SiteFitTest {
  private static final CalibrationSettings QUICK =
      new CalibrationSettings(
          CalibrationSettings.STANDARD.candidates(), 10, 10, 1, new Bootstrap(100, 1, 0.95));
  private static final int REPEATS = 40;

  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  private static SiteFit fit(SitePairs pairs) {
    return SiteFit.of(pairs, QUICK);
  }

  private static double error(SiteFit fit, SitePairs fresh) {
    return fresh.mean(p -> Math.abs(SiteOutcome.stated(fit, p).error()));
  }

  private static double coverage(SiteFit fit, SitePairs fresh) {
    return fresh.mean(p -> SiteOutcome.stated(fit, p).holds() ? 1 : 0);
  }

  @Test
  void whereThereIsNothingToCorrectMostlyNothingIsChosenAndNothingGetsWorse() {
    int nothing = 0;
    double harm = 0;
    for (long seed = 0; seed < REPEATS; seed++) {
      DrawnPairs drawn = DrawnPairs.of(seed, x -> x);
      SiteFit fit = fit(drawn.subjects(60));
      SitePairs fresh = drawn.subjects(1000);
      nothing += fit.candidate() == Candidate.NOTHING ? 1 : 0;
      harm += error(fit, fresh) - fresh.mean(p -> Math.abs(p.mean() - p.truth()));
    }

    assertThat(nothing).isGreaterThan(REPEATS * 3 / 4);
    assertThat(harm / REPEATS).isLessThan(0.001);
  }

  @Test
  void aShiftIsCorrectedByTheSimplestThatDoes() {
    int offset = 0;
    double left = 0;
    for (long seed = 0; seed < REPEATS; seed++) {
      DrawnPairs drawn = DrawnPairs.of(seed, x -> x - 0.05);
      SiteFit fit = fit(drawn.subjects(100));
      SitePairs fresh = drawn.subjects(1000);
      offset += fit.candidate() == Candidate.OFFSET ? 1 : 0;
      double best = fresh.mean(p -> Math.abs(p.mean() - 0.05 - p.truth()));
      double before = fresh.mean(p -> Math.abs(p.mean() - p.truth()));
      left += (error(fit, fresh) - best) / (before - best) / REPEATS;
    }

    assertThat(offset).isGreaterThan(REPEATS * 3 / 4);
    assertThat(left).as("share of the excess error that is left").isLessThan(0.2);
  }

  /** What a simulated hospital does to a spine: an offset of a third of the error's spread. */
  @Test
  void ofASmallShiftHundredPairsRemoveMost() {
    double removed = 0;
    for (long seed = 0; seed < REPEATS; seed++) {
      DrawnPairs drawn = DrawnPairs.of(seed, x -> x - 0.025);
      SiteFit fit = fit(drawn.subjects(100));
      SitePairs fresh = drawn.subjects(2000);
      double best = fresh.mean(p -> Math.abs(p.mean() - 0.025 - p.truth()));
      double before = fresh.mean(p -> Math.abs(p.mean() - p.truth()));
      removed += (before - error(fit, fresh)) / (before - best) / REPEATS;
    }

    assertThat(removed).isBetween(0.6, 1.0);
  }

  @Test
  void aStretchAndABendAreChosenWhereTheyAre() {
    assertThat(fit(DrawnPairs.of(1, x -> 0.5 * x + 0.4).subjects(200)).candidate())
        .isEqualTo(Candidate.LINE);
    DoubleUnaryOperator bent = x -> x < 1.0 ? x : 1.0 + 2.5 * (x - 1.0);
    assertThat(fit(DrawnPairs.of(1, bent).subjects(400)).candidate()).isEqualTo(Candidate.MONOTONE);
  }

  @Test
  void intervalsCoverFreshSubjectsWhateverTheNetworkClaims() {
    for (int n : new int[] {30, 100}) {
      double sum = 0;
      for (long seed = 0; seed < REPEATS; seed++) {
        DrawnPairs drawn = DrawnPairs.of(seed, x -> 0.9 * x + 0.05);
        sum += coverage(fit(drawn.subjects(n)), drawn.subjects(500));
      }
      assertThat(sum / REPEATS).as("coverage after %d pairs", n).isBetween(0.87, 0.93);
    }
  }

  /** The error that the outer folds foretell against the error on fresh subjects. */
  @Test
  void theOuterFoldsForetellTheErrorOnFreshSubjects() {
    double difference = 0;
    double square = 0;
    double coverage = 0;
    int repeats = 30;
    for (long seed = 0; seed < repeats; seed++) {
      DrawnPairs drawn = DrawnPairs.of(seed, x -> x - 0.04);
      SiteOutcome outcome = SiteOutcome.of(drawn.subjects(60), QUICK);
      double foretold = outcome.after().error().known().orElseThrow().value();
      double one = foretold - error(outcome.fit(), drawn.subjects(1000));
      difference += one / repeats;
      square += one * one / repeats;
      coverage += outcome.after().coverage().known().orElseThrow().value() / repeats;
    }
    double standardError = Math.sqrt((square - difference * difference) / (repeats - 1));

    assertThat(difference).isCloseTo(0, within(3 * standardError));
    assertThat(coverage).isBetween(0.87, 0.93);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfRowsDoesNotMatter(long seed) {
    List<LocalPair> pairs = DrawnPairs.of(seed, x -> 0.9 * x).films(40, 2);
    List<LocalPair> shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, new Random(seed));

    SiteOutcome one = SiteOutcome.of(SitePairs.of(pairs), QUICK);
    SiteOutcome other = SiteOutcome.of(SitePairs.of(shuffled), QUICK);

    assertThat(other.fit()).isEqualTo(one.fit());
    assertThat(other.after()).isEqualTo(one.after());
    assertThat(other.folds()).isEqualTo(one.folds());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneSubjectIsNeverInTwoFoldsAndFoldsAreEven(long seed) {
    SitePairs pairs = SitePairs.of(DrawnPairs.of(seed, x -> x).films(37, 3));

    Map<String, Integer> folds = pairs.folds(10, seed);

    assertThat(folds).containsOnlyKeys(Set.copyOf(pairs.subjectIds()));
    Map<Integer, Integer> sizes = new HashMap<>();
    folds.values().forEach(fold -> sizes.merge(fold, 1, Integer::sum));
    assertThat(sizes.values()).hasSize(10).allMatch(size -> size == 3 || size == 4);
    for (int fold = 0; fold < 10; fold++) {
      int out = fold;
      SitePairs in = pairs.ofSubjects(id -> folds.getOrDefault(id, -1) == out);
      SitePairs others = pairs.ofSubjects(id -> folds.getOrDefault(id, -1) != out);
      Set<String> both = new HashSet<>(in.subjectIds());
      both.retainAll(others.subjectIds());
      assertThat(both).isEmpty();
      assertThat(in.size() + others.size()).isEqualTo(pairs.size());
    }
  }

  @Test
  void theQuantileIsTheOneOfTheFiniteSampleAndFilmsShareAVote() {
    List<LocalPair> pairs = new ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      pairs.add(LocalPair.of("s" + i, "f", 1, 0.01, 1 + 0.01 * i));
    }
    // (19 + 1) * 0.9 = 18: the 18th of 19 errors.
    assertThat(quantile(pairs)).isCloseTo(18, within(1e-9));

    pairs.add(LocalPair.of("s19", "again", 1, 0.01, 1.19));
    assertThat(quantile(pairs)).isCloseTo(18, within(1e-9));

    assertThat(
            Conformal.quantile(SitePairs.of(pairs.subList(0, 8)), p -> Correction.Curve.IDENTITY))
        .isEmpty();
  }

  private static double quantile(List<LocalPair> pairs) {
    return Conformal.quantile(SitePairs.of(pairs), p -> Correction.Curve.IDENTITY).orElseThrow();
  }

  @Test
  void tooFewForAnIntervalIsSaidSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(DrawnPairs.of(1, x -> x).subjects(8)))
        .withMessageContaining("8 subjects are too few for a 90 % interval");
  }

  @Test
  void theLastLayerIsChosenWhereItHelpsAndNotWhereItDoesNot() {
    CalibrationSettings tuning = QUICK.withLastLayer();
    SitePairs helps = DrawnPairs.of(3, x -> x).withFeatures(150, 12, 0.12);
    SitePairs useless = DrawnPairs.of(3, x -> x).withFeatures(150, 12, 0);

    assertThat(SiteFit.of(helps, tuning).candidate()).isEqualTo(Candidate.LAST_LAYER);
    assertThat(SiteFit.of(useless, tuning).candidate()).isEqualTo(Candidate.NOTHING);
    // Pairs without features do not offer it.
    assertThat(SiteFit.of(helps.withoutFeatures(), tuning).losses())
        .extracting(SiteFit.Loss::candidate)
        .doesNotContain(Candidate.LAST_LAYER);
  }
}
