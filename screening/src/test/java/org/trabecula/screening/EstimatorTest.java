package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Call;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.View;

class EstimatorTest {
  private static final Map<Site, Double> AREAS =
      Map.of(Site.L1, 12.0, Site.L2, 13.0, Site.L3, 15.0, Site.L4, 17.0);

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void allVertebraeCountingLeavesThePooledSpineToTheNetwork() {
    Map<Site, DensityEstimate> estimates = estimates(0.80, 0.86, 0.90, 0.90);
    SiteResult whole = result(estimates, AREAS, Site.L1_L4);

    assertThat(whole.estimate()).isEqualTo(estimates.get(Site.L1_L4));
    assertThat(whole.vertebrae()).isEqualTo(Site.VERTEBRAE);
  }

  @Test
  void anUnlikeVertebraIsLeftOutOfThePoolButStillStated() {
    Estimator.Results results =
        estimator(View.LUMBAR_AP).results(estimates(0.80, 0.86, 1.25, 0.90), AREAS);

    assertThat(results.leftOut()).containsOnlyKeys(Site.L3);
    assertThat(results.sites()).containsKey(Site.L3);
    SiteResult whole = results.sites().get(Site.L1_L4);
    assertThat(whole.vertebrae()).containsExactly(Site.L1, Site.L2, Site.L4);
    // Content over area of the three.
    assertThat(whole.estimate().mean())
        .isCloseTo((12 * 0.80 + 13 * 0.86 + 17 * 0.90) / 42, within(1e-12));
    assertThat(whole.areaCm2().orElseThrow()).isEqualTo(42);
    assertThat(estimator(View.LUMBAR_AP).reservations(results))
        .extracting(Reservation::kind)
        .contains(Reservation.Kind.REGION_EXCLUDED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePooledContentIsTheSumOfTheContents(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Site, Double> areas = new EnumMap<>(AREAS);
    areas.remove(Site.VERTEBRAE.get(random.nextInt(4)));
    Estimator.Results results =
        estimator(View.LUMBAR_AP)
            .results(
                estimates(
                    0.80 + 0.05 * random.nextDouble(),
                    0.86 + 0.05 * random.nextDouble(),
                    0.90 + 0.05 * random.nextDouble(),
                    0.88 + 0.05 * random.nextDouble()),
                areas);

    SiteResult whole = results.sites().get(Site.L1_L4);
    double sum =
        whole.vertebrae().stream()
            .mapToDouble(v -> results.sites().get(v).bmcG().orElseThrow())
            .sum();
    assertThat(whole.vertebrae()).hasSize(3);
    assertThat(whole.bmcG().orElseThrow()).isCloseTo(sum, within(1e-9));
    double widest =
        whole.vertebrae().stream()
            .mapToDouble(v -> results.sites().get(v).estimate().sd())
            .max()
            .orElseThrow();
    assertThat(whole.estimate().sd()).isLessThanOrEqualTo(widest + 1e-12);
  }

  @Test
  void aSingleVertebraMakesNoSpine() {
    Estimator.Results results =
        estimator(View.LUMBAR_AP).results(estimates(0.80, 0.86, 0.90, 0.90), Map.of(Site.L2, 13.0));

    assertThat(results.sites()).containsKey(Site.L2).doesNotContainKeys(Site.L1_L4, Site.L2_L4);
    assertThat(Conclusion.of(results.sites().values()).lumbar()).isEmpty();
  }

  @Test
  void aDensityThatNoBoneHasIsNotStated() {
    float[] masks = FakeMasks.lumbar();
    NetworkOutput ones = QualityGateTest.output(masks);
    DensityModel odd =
        model(View.LUMBAR_AP, Map.of(Site.L1, calibration(1), Site.L2, calibration(4)));

    assertThat(estimator(odd).estimates(ones)).containsOnlyKeys(Site.L1);
  }

  @Test
  void aDensityBeyondTrainingIsStatedWithAReservation() {
    Estimator.Results results =
        estimator(View.LUMBAR_AP).results(estimates(1.9, 1.9, 1.9, 1.9), AREAS);

    assertThat(estimator(View.LUMBAR_AP).reservations(results))
        .extracting(Reservation::kind)
        .contains(Reservation.Kind.BEYOND_TRAINING);
  }

  @ParameterizedTest(name = "spine {0}, hip {1} on a film of the spine")
  @CsvSource({
    "0.60, 0.90, LIKELY_LOW",
    "1.20, 0.90, UNLIKELY_LOW",
    "0.93, 0.90, UNDETERMINED",
    "1.20, 0.45, LIKELY_LOW",
    "1.20, 0.74, UNLIKELY_LOW"
  })
  void whatIsNotInViewCanRaiseTheAlarmButNotLowerIt(double spine, double hip, Call expected) {
    Map<Site, DensityEstimate> estimates = new EnumMap<>(Site.class);
    for (Site vertebra : Site.VERTEBRAE) {
      estimates.put(vertebra, estimate(vertebra, spine));
    }
    estimates.put(Site.L1_L4, estimate(Site.L1_L4, spine));
    estimates.put(Site.FEMORAL_NECK, estimate(Site.FEMORAL_NECK, hip));

    Conclusion conclusion =
        Conclusion.of(estimator(View.LUMBAR_AP).results(estimates, AREAS).sites().values());

    assertThat(conclusion.overall()).isEqualTo(expected);
    assertThat(conclusion.femur()).map(SiteResult::inView).contains(false);
  }

  @Test
  void withoutAnySiteThereIsNoCall() {
    Conclusion conclusion = Conclusion.of(List.of());

    assertThat(conclusion)
        .isEqualTo(new Conclusion(Optional.empty(), Optional.empty(), Call.UNDETERMINED));
  }

  @Test
  void aResultHasAnAreaIfAndOnlyIfItIsInView() {
    SiteResult shown = result(estimates(0.8, 0.8, 0.8, 0.8), AREAS, Site.L1);

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SiteResult(
                shown.scores(), shown.judgement(), false, OptionalDouble.of(3), List.of()));
  }

  private static SiteResult result(
      Map<Site, DensityEstimate> estimates, Map<Site, Double> areas, Site site) {
    return estimator(View.LUMBAR_AP).results(estimates, areas).sites().get(site);
  }

  private static Map<Site, DensityEstimate> estimates(double... vertebrae) {
    Map<Site, DensityEstimate> estimates = new EnumMap<>(Site.class);
    for (int i = 0; i < 4; i++) {
      estimates.put(Site.VERTEBRAE.get(i), estimate(Site.VERTEBRAE.get(i), vertebrae[i]));
    }
    estimates.put(Site.L1_L4, estimate(Site.L1_L4, 0.87));
    estimates.put(Site.L2_L4, estimate(Site.L2_L4, 0.89));
    return estimates;
  }

  private static DensityEstimate estimate(Site site, double mean) {
    return DensityEstimate.normal(site, mean, 0.06, ScannerScale.HOLOGIC);
  }

  private static SiteCalibration calibration(double scale) {
    return new SiteCalibration(scale, 0, 1.6, 0.3, 1.6);
  }

  private static DensityModel model(View view, Map<Site, SiteCalibration> sites) {
    return new DensityModel(
        view,
        new NetworkFile("x.onnx", "0".repeat(64)),
        DensityModel.regionsOf(view),
        sites,
        FeatureStatistics.NONE,
        GateLimits.STANDARD);
  }

  private static Estimator estimator(View view) {
    Map<Site, SiteCalibration> sites = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      sites.put(site, calibration(1));
    }
    return estimator(model(view, sites));
  }

  private static Estimator estimator(DensityModel model) {
    return new Estimator(model, ScannerScale.HOLOGIC, ScreenRequest.standard(), Subject.UNKNOWN);
  }
}
