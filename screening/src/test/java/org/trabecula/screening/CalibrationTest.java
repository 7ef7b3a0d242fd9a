package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.SiteCalibration.Pair;

class CalibrationTest {
  private static final DoubleSummaryStatistics TRAINED =
      DoubleStream.of(0.4, 1.6).summaryStatistics();

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void theQuantileIsTheOneOfTheFiniteSample() {
    // 19 errors of 1..19 sd: the smallest rank with (19 + 1) * 0.9 = 18.
    List<Pair> pairs = new ArrayList<>();
    for (int i = 19; i >= 1; i--) {
      pairs.add(new Pair(1, 0.01, 1 + 0.01 * i));
    }

    assertThat(SiteCalibration.conformal(pairs, TRAINED).quantile90()).isCloseTo(18, within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void intervalsCoverFreshSubjectsWhateverTheNetworkClaims(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double claim = 0.2 + 3 * random.nextDouble();
    SiteCalibration calibration = SiteCalibration.conformal(pairs(1000, claim, random), TRAINED);

    long covered =
        pairs(2000, claim, random).stream()
            .filter(p ->
                Math.abs(p.truth() - calibration.mean(p.mean()))
                    <= SiteCalibration.NORMAL_90 * calibration.sd(p.sd()))
            .count();

    assertThat(covered / 2000.0).isCloseTo(0.90, within(0.035));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void recalibrationFindsScaleAndOffset(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Pair> shifted =
        pairs(1000, 1, random).stream()
            .map(p -> new Pair((p.mean() - 0.1) / 1.2, p.sd(), p.truth()))
            .toList();

    SiteCalibration calibration = SiteCalibration.recalibrated(shifted, TRAINED);

    // Estimates with noise shrink the slope a little: var(truth) / (var(truth) + var(error)).
    assertThat(calibration.scale()).isCloseTo(1.2 * 0.96, within(0.06));
    assertThat(calibration.mean((0.9 - 0.1) / 1.2)).isCloseTo(0.9, within(0.02));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aLineIsFittedOnlyToManyPairsWhoseTruthRises(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Pair> many = pairs(200, 1, random);
    List<Pair> falling = many.stream().map(p -> new Pair(2 - p.mean(), p.sd(), p.truth())).toList();

    assertThat(SiteCalibration.of(many, TRAINED))
        .isEqualTo(SiteCalibration.recalibrated(many, TRAINED));
    assertThat(SiteCalibration.of(many.subList(0, 50), TRAINED))
        .isEqualTo(SiteCalibration.conformal(many.subList(0, 50), TRAINED));
    assertThat(SiteCalibration.rises(falling)).isFalse();
    assertThat(SiteCalibration.of(falling, TRAINED))
        .isEqualTo(SiteCalibration.conformal(falling, TRAINED));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteCalibration.recalibrated(falling, TRAINED))
        .withMessageContaining("does not rise");
  }

  @Test
  void tooFewPairsGiveNoInterval() {
    List<Pair> eight = pairs(8, 1, new SplittableRandom(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteCalibration.conformal(eight, TRAINED))
        .withMessageContaining("8 pairs");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void calibratedLimitsRefuseAboutTheChosenShareOfGoodFilms(long seed) {
    GateCalibration calibration = new GateCalibration();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 600; i++) {
      Film.of(random).addTo(calibration);
    }
    FeatureStatistics features = calibration.features();
    GateLimits limits = calibration.limits(0.08);

    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      Film fresh = Film.of(random);
      boolean unlike = features.distance(fresh.features()) > limits.of(GateCheck.DISTANCE);
      boolean unsure =
          fresh.findings().worst(GateCheck.UNSURENESS) > limits.of(GateCheck.UNSURENESS);
      refused += unlike || unsure ? 1 : 0;
    }
    // Two of nine checks vary here: 2 %, with the noise of 600 films.
    assertThat(refused / 2000.0).isBetween(0.002, 0.05);
  }

  @Test
  void goodFilmsLoosenTheLimitsOfAnatomyButDoNotTightenThem() {
    GateCalibration calibration = new GateCalibration();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      Film.of(random).addTo(calibration);
    }

    GateLimits limits = calibration.limits(0.02);

    assertThat(limits.of(GateCheck.AREA)).isEqualTo(1.4);
    assertThat(limits.of(GateCheck.METAL)).isEqualTo(GateCheck.METAL.standardLimit());
    assertThat(limits.of(GateCheck.UNSURENESS)).isLessThan(GateCheck.UNSURENESS.standardLimit());
  }

  @Test
  void filmsWithMissingRegionsLoosenALimitByHalfAtMost() {
    GateCalibration calibration = new GateCalibration();
    for (int i = 0; i < 100; i++) {
      calibration.add(
          new GateFindings(Map.of(GateCheck.ARRANGEMENT, 40.0), Map.of(), 0), new float[] {i});
    }

    assertThat(calibration.limits(0.02).of(GateCheck.ARRANGEMENT)).isEqualTo(1.5);
  }

  @Test
  void whatANetworkTakesForMetalOnGoodFilmsPasses() {
    GateCalibration calibration = new GateCalibration();
    for (int i = 0; i < 600; i++) {
      double wrong = i % 100 == 0 ? 0.5 + i / 300.0 : 0;
      calibration.add(
          new GateFindings(
              Map.of(GateCheck.GRAIN, 0.01),
              Map.of(Site.L2, Map.of(GateCheck.METAL_SEEN, wrong)),
              0),
          new float[] {i});
    }
    // Of 600 good films six show some; at most one of them is refused.
    double limit = calibration.limits(0.02).of(GateCheck.METAL_SEEN);
    assertThat(limit).isGreaterThan(1.8).isLessThan(2.2);
  }

  @Test
  void tooFewFilmsAreNoGroundForLimits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GateCalibration().limits(0.02));
    assertThatIllegalArgumentException().isThrownBy(() -> new GateCalibration().features());
  }

  private static List<Pair> pairs(int count, double claim, SplittableRandom random) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double truth = 0.9 + 0.15 * random.nextGaussian();
      double sd = 0.02 + 0.02 * random.nextDouble();
      pairs.add(new Pair(truth + sd * random.nextGaussian(), claim * sd, truth));
    }
    return pairs;
  }

  /** What is kept of a film whose first region is a little too large. */
  private record Film(GateFindings findings, float[] features) {
    static Film of(SplittableRandom random) {
      double unsureness = 0.1 + 0.02 * random.nextGaussian();
      float[] features = {(float) random.nextGaussian(), (float) (5 + 2 * random.nextGaussian())};
      return new Film(
          new GateFindings(
              Map.of(GateCheck.GRAIN, 0.01),
              Map.of(
                  Site.L1, Map.of(GateCheck.UNSURENESS, unsureness, GateCheck.AREA, 1.4),
                  Site.L2, Map.of(GateCheck.UNSURENESS, 0.01)),
              0),
          features);
    }

    void addTo(GateCalibration calibration) {
      calibration.add(findings, features);
    }
  }
}
