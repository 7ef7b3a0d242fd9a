package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoresTest {
  private static final ReferencePopulation NHANES = ReferencePopulation.preset("nhanes-iii");
  private static final Subject WOMAN = Subjects.of(Sex.FEMALE, 66);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static DensityEstimate hologic(Site site, double mean) {
    return DensityEstimate.normal(site, mean, 0.05, ScannerScale.HOLOGIC);
  }

  /** The cut points of the neck: 0.858 - 0.120 = 0.738 and 0.858 - 2.5 x 0.120 = 0.558. */
  @Test
  void theCutPointsOfTheNeckAreAtMinusOneAndMinusTwoAndAHalf() {
    TScore low = TScore.of(hologic(Site.FEMORAL_NECK, 0.738), NHANES, WOMAN).orElseThrow();
    assertThat(low.value()).isCloseTo(-1, within(1e-12));
    TScore lower = TScore.of(hologic(Site.FEMORAL_NECK, 0.558), NHANES, WOMAN).orElseThrow();
    assertThat(lower.value()).isCloseTo(-2.5, within(1e-12));
    assertThat(lower.high() - lower.low()).isCloseTo(2 * 1.6448536 * 0.05 / 0.12, within(1e-6));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theDensityAtAScoreHasThatScore(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ReferenceValue reference =
        new ReferenceValue(
            random.nextDouble(0.7, 1.2),
            random.nextDouble(0.08, 0.15),
            ScannerScale.HOLOGIC,
            new Evidence(Evidence.Strength.DERIVED, "a test"));
    double score = random.nextDouble(-4, 3);
    assertThat(reference.scoreOf(reference.densityAt(score))).isCloseTo(score, within(1e-12));
    assertThat(reference.percentOf(reference.densityAt(0))).isCloseTo(100, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreDensityIsAHigherScore(long seed) {
    double density = new SplittableRandom(seed).nextDouble(0.4, 1.3);
    double score = TScore.of(hologic(Site.TOTAL_HIP, density), NHANES, WOMAN).orElseThrow().value();
    double more =
        TScore.of(hologic(Site.TOTAL_HIP, density + 0.01), NHANES, WOMAN).orElseThrow().value();
    assertThat(more).isGreaterThan(score);
  }

  /** NHANES women of 66: 0.952 (0.142) at the spine. */
  @Test
  void theMeanOfTheAgeHasAZScoreOfZero() {
    assertThat(ZScore.of(hologic(Site.L1_L4, 0.952), NHANES, WOMAN).orElseThrow().value())
        .isCloseTo(0, within(1e-12));
    assertThat(ZScore.of(hologic(Site.L1_L4, 0.810), NHANES, WOMAN).orElseThrow().value())
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void withoutAgeOrSexThereIsNoZScore() {
    assertThat(ZScore.of(hologic(Site.L1_L4, 0.9), NHANES, Subject.UNKNOWN)).isEmpty();
    assertThat(ZScore.of(hologic(Site.FEMORAL_NECK, 0.9), NHANES, WOMAN)).isEmpty();
  }

  /** 0.553 / 0.790 = 70 %. */
  @Test
  void theJapaneseNeckCriterionIsAt0553() {
    ReferencePopulation japan = ReferencePopulation.preset("jsbmr-2012");
    assertThat(
            YoungAdultPercent.of(hologic(Site.FEMORAL_NECK, 0.553), japan, WOMAN)
                .orElseThrow()
                .value())
        .isCloseTo(70, within(1e-12));
  }

  @Test
  void anEstimateOnAnotherScaleIsMovedAndWidened() {
    DensityEstimate norland =
        DensityEstimate.normal(Site.TOTAL_HIP, 0.8, 0.05, ScannerScale.NORLAND);
    TScore score = TScore.of(norland, NHANES, WOMAN).orElseThrow();
    // sBMD 0.026 + 1.012 x 0.8 = 0.8356; Hologic (0.8356 - 0.006) / 1.008 = 0.82301587.
    assertThat(score.value()).isCloseTo((0.82301587 - 0.942) / 0.122, within(1e-6));
    assertThat(score.high() - score.low()).isGreaterThan(2 * 1.6448536 * 0.05 / 0.122);
  }

  @Test
  void allScoresComeTogether() {
    RegionScores scores = RegionScores.of(hologic(Site.L1_L4, 0.9), NHANES, WOMAN);
    assertThat(scores.tScore()).isPresent();
    assertThat(scores.zScore()).isPresent();
    assertThat(scores.youngAdultPercent()).isPresent();
    RegionScores none = RegionScores.of(hologic(Site.TROCHANTER, 0.7), NHANES, WOMAN);
    assertThat(none.tScore()).isEmpty();
    assertThat(none.zScore()).isEmpty();
    assertThat(none.youngAdultPercent()).isEmpty();
  }

  @Test
  void valuesAreChecked() {
    Evidence evidence = new Evidence(Evidence.Strength.VERIFIED, "a test");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceValue(0, 0.1, ScannerScale.LUNAR, evidence))
        .withMessageContaining("mean is 0.0 g/cm2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceValue(1, -0.1, ScannerScale.LUNAR, evidence))
        .withMessageContaining("sd is -0.1 g/cm2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Evidence(Evidence.Strength.VERIFIED, " "));
  }
}
