package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.Refusal.Reason;
import org.trabecula.radiography.View;
import org.trabecula.screening.FakeFilms.Bright;
import org.trabecula.screening.FakeMasks.Box;
import org.trabecula.screening.inference.Tensor;

class QualityGateTest {
  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aGoodSpineAndAGoodHipPassWithoutAnyReservation(long seed) {
    QualityGate.Verdict spine = judge(View.LUMBAR_AP, jittered(FakeMasks.VERTEBRAE, seed), 0.95f);
    QualityGate.Verdict hip = judge(View.HIP_AP, FakeMasks.HIP, 0.95f);

    assertThat(List.of(spine, hip))
        .allSatisfy(verdict -> {
          assertThat(verdict.refusal()).isEmpty();
          assertThat(verdict.exclusions()).isEmpty();
          assertThat(verdict.reservations()).isEmpty();
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void upToTwoLostVertebraeAreLeftOutAndThreeAreRefused(long seed) {
    List<Integer> order = shuffled(seed);
    List<Box> boxes = new ArrayList<>(FakeMasks.VERTEBRAE);
    for (int lost = 1; lost <= 4; lost++) {
      boxes.set(order.get(lost - 1), new Box(0, 0, 0, 0));
      QualityGate.Verdict verdict = judge(View.LUMBAR_AP, boxes, 0.95f);

      assertThat(verdict.exclusions()).hasSize(lost);
      assertThat(verdict.exclusions().values()).containsOnly("it was not found");
      assertThat(reason(verdict))
          .isEqualTo(lost <= 2 ? Optional.empty() : Optional.of(Reason.REGION_OUTSIDE_FIELD));
      assertThat(kinds(verdict)).containsOnly(Reservation.Kind.REGION_EXCLUDED);
    }
  }

  @Test
  void masksThatAreUnsureAreRefusedAsUnlikeTraining() {
    QualityGate.Verdict verdict = judge(View.LUMBAR_AP, FakeMasks.VERTEBRAE, 0.55f);

    assertThat(reason(verdict)).contains(Reason.UNLIKE_TRAINING);
    assertThat(verdict.exclusions()).hasSize(4);
  }

  @Test
  void vertebraeInTheWrongOrderAreNoSpine() {
    List<Box> upsideDown = FakeMasks.VERTEBRAE.reversed();

    assertThat(reason(judge(View.LUMBAR_AP, upsideDown, 0.95f))).contains(Reason.WRONG_ANATOMY);
  }

  @Test
  void vertebraeAtUnevenDistancesAreNoSpine() {
    List<Box> gap = new ArrayList<>(FakeMasks.VERTEBRAE);
    gap.set(3, gap.get(3).moved(30, 0));

    assertThat(reason(judge(View.LUMBAR_AP, gap, 0.95f))).contains(Reason.WRONG_ANATOMY);
  }

  @Test
  void vertebraeFarOffTheColumnAreNoSpineButACurveIs() {
    List<Box> curved = new ArrayList<>(FakeMasks.VERTEBRAE);
    curved.set(1, curved.get(1).moved(0, 8));
    curved.set(2, curved.get(2).moved(0, 8));
    List<Box> broken = new ArrayList<>(FakeMasks.VERTEBRAE);
    broken.set(1, broken.get(1).moved(0, 60));

    assertThat(reason(judge(View.LUMBAR_AP, curved, 0.95f))).isEmpty();
    assertThat(reason(judge(View.LUMBAR_AP, broken, 0.95f))).contains(Reason.WRONG_ANATOMY);
  }

  @Test
  void aVertebraOfImpossibleSizeIsLeftOut() {
    List<Box> small = new ArrayList<>(FakeMasks.VERTEBRAE);
    small.set(0, new Box(68, 94, 72, 99));

    QualityGate.Verdict verdict = judge(View.LUMBAR_AP, small, 0.95f);

    assertThat(verdict.refusal()).isEmpty();
    assertThat(verdict.exclusions())
        .containsExactly(Map.entry(Site.L1, "its area is not that of such a region"));
  }

  @Test
  void regionsThatTheFieldCutsAreOutsideIt() {
    List<Box> low = new ArrayList<>();
    FakeMasks.VERTEBRAE.forEach(box -> low.add(box.moved(105, 0)));

    QualityGate.Verdict one = judge(View.LUMBAR_AP, low, 0.95f);
    assertThat(one.exclusions()).containsExactly(Map.entry(Site.L4, "the field's border cuts it"));

    List<Box> aside = new ArrayList<>();
    FakeMasks.VERTEBRAE.forEach(box -> aside.add(box.moved(0, 81)));
    assertThat(reason(judge(View.LUMBAR_AP, aside, 0.95f))).contains(Reason.REGION_OUTSIDE_FIELD);
  }

  @Test
  void aHipThatFacesTheOtherWayIsNoRightHip() {
    List<Box> mirrored =
        FakeMasks.HIP.stream()
            .map(b -> new Box(b.top(), 192 - b.right(), b.bottom(), 192 - b.left()))
            .toList();

    assertThat(reason(judge(View.HIP_AP, mirrored, 0.95f))).contains(Reason.WRONG_ANATOMY);
  }

  @Test
  void aHipNeedsItsNeckOrItsWhole() {
    List<Box> hip = new ArrayList<>(FakeMasks.HIP);
    hip.set(0, new Box(0, 0, 0, 0));
    assertThat(reason(judge(View.HIP_AP, hip, 0.95f))).isEmpty();

    hip.set(2, new Box(0, 0, 0, 0));
    assertThat(reason(judge(View.HIP_AP, hip, 0.95f))).contains(Reason.REGION_OUTSIDE_FIELD);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void metalInAVertebraIsRefusedAndMetalElsewhereIsMentioned(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Box vertebra = FakeMasks.VERTEBRAE.get(random.nextInt(4));
    Box screw = new Box(vertebra.top() + 4, vertebra.left() + 5, vertebra.top() + 8, 103);
    Box rod = new Box(70, 64 + random.nextInt(6), 90, 74);
    Box marker = new Box(20, 10, 26, 24);

    QualityGate.Verdict inside = judge(withMetal(screw, seed));
    QualityGate.Verdict outside = judge(withMetal(rod, seed));

    assertThat(reason(inside)).contains(Reason.METAL);
    assertThat(outside.refusal()).isEmpty();
    assertThat(kinds(outside)).containsExactly(Reservation.Kind.METAL_NEARBY);
    assertThat(judge(withMetal(marker, seed)).reservations()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void metalThatTheNetworkSeesInAVertebraIsRefusedByName(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int hit = random.nextInt(4);
    Box vertebra = FakeMasks.VERTEBRAE.get(hit);
    Box screw = new Box(vertebra.top() + 4, 90, vertebra.top() + 10, 96 + random.nextInt(8));

    QualityGate.Verdict verdict = judge(seen(screw, 0.97f));

    assertThat(reason(verdict)).contains(Reason.METAL);
    assertThat(verdict.refusal().orElseThrow().sentence())
        .contains(Site.VERTEBRAE.get(hit).label())
        .doesNotContain(Site.VERTEBRAE.get((hit + 2) % 4).label());
    assertThat(judge(seen(screw, 0.4f)).refusal()).isEmpty();
  }

  @Test
  void metalThatTheNetworkSeesBesideTheRegionsIsMentioned() {
    QualityGate.Verdict beside = judge(seen(new Box(70, 66, 90, 70), 0.97f));
    QualityGate.Verdict speck = judge(seen(new Box(70, 66, 72, 68), 0.97f));
    QualityGate.Verdict marker = judge(seen(new Box(20, 10, 26, 24), 0.97f));

    assertThat(beside.refusal()).isEmpty();
    assertThat(kinds(beside)).containsExactly(Reservation.Kind.METAL_NEARBY);
    assertThat(speck.reservations()).isEmpty();
    assertThat(marker.reservations()).isEmpty();
  }

  private static NetworkOutput seen(Box metal, float probability) {
    Map<String, Tensor> outputs =
        new HashMap<>(tensors(FakeMasks.masks(FakeMasks.VERTEBRAE, 0.95f)));
    outputs.put(
        "metal", Tensor.copyOf(FakeMasks.masks(List.of(metal), probability), 1, 1, 256, 192));
    return NetworkOutput.of(outputs);
  }

  private static QualityGate.Verdict judge(NetworkOutput output) {
    DensityModel model = model(View.LUMBAR_AP, FeatureStatistics.NONE, GateLimits.STANDARD);
    QualityGate gate = new QualityGate(model);
    Radiograph film = film(FakeFilms.samples(Bright.MIDDLE, 1));
    return gate.judge(gate.measure(film, CanonicalView.of(film, model.view()), output));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aSurgicalClipInAVertebraIsMentioned(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] samples = FakeFilms.samples(Bright.MIDDLE, seed);
    int row = 2 * 90 + random.nextInt(16);
    int column = 2 * 90 + random.nextInt(16);
    // 0.75 x 4.5 mm.
    for (int i = 0; i < 6; i++) {
      samples[(row + i) * FakeFilms.COLUMNS + column] += 300;
    }

    QualityGate.Verdict verdict = judge(film(samples));

    assertThat(verdict.refusal()).isEmpty();
    assertThat(kinds(verdict)).containsExactly(Reservation.Kind.METAL_NEARBY);
  }

  @Test
  void edgesAndTextureAreNoClips() {
    for (Bright bright : Bright.values()) {
      Radiograph film = FakeFilms.of(bright, 5);
      CanonicalView view = CanonicalView.of(film, View.HIP_AP);

      assertThat(ClipFinder.find(film, view).pixels().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Bright.class)
  void boneLikeBrightPartsAreNoMetal(Bright bright) {
    Radiograph film = FakeFilms.of(bright, 1);

    assertThat(
            MetalFinder.find(CanonicalView.of(film, View.LUMBAR_AP), View.LUMBAR_AP).cardinality())
        .isZero();
  }

  @Test
  void aFilmThatIsClippedOrFlatOrAllNoiseIsBadlyExposed() {
    float[] clipped = FakeFilms.samples(Bright.MIDDLE, 1);
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.min(clipped[i], 1200);
    }
    float[] flat = new float[clipped.length];
    Arrays.fill(flat, 77);
    float[] noise = new float[clipped.length];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat();
    }

    for (float[] samples : List.of(clipped, flat, noise)) {
      assertThat(reason(judge(film(samples)))).contains(Reason.BAD_EXPOSURE);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreNoiseIsMoreGrainAndContrastDoesNotCount(long seed) {
    double last = 0;
    for (double noise : new double[] {0, 40, 160, 640}) {
      float[] samples = FakeFilms.samples(Bright.MIDDLE, seed);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < samples.length; i++) {
        samples[i] += (float) (noise * random.nextGaussian());
      }
      double grain = grain(samples);
      for (int i = 0; i < samples.length; i++) {
        samples[i] = 3 * samples[i] + 500;
      }
      assertThat(grain).isGreaterThan(last);
      assertThat(grain(samples)).isCloseTo(grain, within(0.01 * grain));
      last = grain;
    }
    // Nothing but normal noise has the inverse of the range from its 10 % to its 90 % quantile.
    assertThat(last).isBetween(0.25, 0.40);
  }

  @Test
  void slopesAndStraightEdgesHaveNoGrain() {
    float[] samples = new float[FakeFilms.ROWS * FakeFilms.COLUMNS];
    for (int i = 0; i < samples.length; i++) {
      int row = i / FakeFilms.COLUMNS;
      int column = i % FakeFilms.COLUMNS;
      samples[i] = 3 * row + 2 * column + (column % 24 < 12 ? 700 : 0);
    }
    assertThat(grain(samples)).isLessThan(1e-4);
  }

  private static double grain(float[] samples) {
    return Exposure.grain(CanonicalView.of(film(samples), View.LUMBAR_AP));
  }

  @Test
  void aSuspectedFractureIsLeftOutAndNamed() {
    // Where the second vertebra's mask has nothing in its own upper end: a mask that is too low.
    List<Double> weights = new ArrayList<>(Collections.nCopies(VertebraPatches.LENGTH, 0.0));
    for (int row = 0; row < VertebraPatches.ROWS; row++) {
      weights.set(2 * VertebraPatches.ROWS * VertebraPatches.COLUMNS + row, -0.1);
    }
    FractureSigns signs = new FractureSigns(weights, List.of(1.1, 1.1, 1.1, 1.1), 0.2);
    DensityModel model =
        model(View.LUMBAR_AP, FeatureStatistics.NONE, GateLimits.STANDARD).suspecting(signs);
    List<Box> crushed = new ArrayList<>(FakeMasks.VERTEBRAE);
    crushed.set(1, new Box(88, 81, 100, 111));
    Radiograph film = film(FakeFilms.samples(Bright.MIDDLE, 1));

    QualityGate.Verdict whole = judge(model, film, FakeMasks.VERTEBRAE, 0.95f);
    QualityGate.Verdict broken = judge(model, film, crushed, 0.95f);

    assertThat(whole.exclusions()).isEmpty();
    assertThat(broken.refusal()).isEmpty();
    assertThat(broken.exclusions().keySet()).containsExactly(Site.L2);
    assertThat(broken.reservations())
        .extracting(Reservation::sentence)
        .containsExactly("L2 is left out: it looks fractured, which should be looked into.");
  }

  @Test
  void whatStandsOutLessIsMetalIfTheNetworkAgrees() {
    Box screw = new Box(88, 92, 108, 97);
    Radiograph film = withFlatMetal(screw, 1);
    CanonicalView view = CanonicalView.of(film, View.LUMBAR_AP);

    PixelMap agrees = PixelMap.copyOf(FakeMasks.masks(List.of(screw), 0.4f));
    PixelMap denies = PixelMap.copyOf(FakeMasks.masks(List.of(screw), 0.1f));
    assertThat(MetalFinder.find(view, View.LUMBAR_AP).isEmpty()).isTrue();
    assertThat(MetalFinder.find(view, View.LUMBAR_AP, agrees).cardinality()).isGreaterThan(30);
    assertThat(MetalFinder.find(view, View.LUMBAR_AP, denies).isEmpty()).isTrue();
  }

  @Test
  void featuresFarFromTrainingAreUnlikeIt() {
    FeatureStatistics near = new FeatureStatistics(List.of(0.0, 0.0), List.of(1.0, 4.0));
    FeatureStatistics far = new FeatureStatistics(List.of(9.0, 0.0), List.of(1.0, 4.0));

    assertThat(reason(judge(model(View.LUMBAR_AP, near, GateLimits.STANDARD)))).isEmpty();
    assertThat(reason(judge(model(View.LUMBAR_AP, far, GateLimits.STANDARD))))
        .contains(Reason.UNLIKE_TRAINING);
  }

  @ParameterizedTest
  @EnumSource(GateCheck.class)
  void aWiderLimitNeverRefusesMore(GateCheck check) {
    FeatureStatistics far = new FeatureStatistics(List.of(9.0, 0.0), List.of(1.0, 4.0));
    boolean passed = false;
    for (double limit : new double[] {0, 0.01, 0.1, 0.5, 1, 10, 1000}) {
      Map<GateCheck, Double> limits = new EnumMap<>(GateCheck.class);
      for (GateCheck other : GateCheck.values()) {
        limits.put(other, 1000.0);
      }
      limits.put(check, limit);
      boolean passes =
          judge(model(View.LUMBAR_AP, far, new GateLimits(limits))).refusal().isEmpty();
      assertThat(passes || !passed).isTrue();
      passed = passes;
    }
    assertThat(passed).isTrue();
  }

  @Test
  void everySentenceIsOneSentence() {
    List<QualityGate.Verdict> verdicts =
        List.of(
            judge(View.LUMBAR_AP, FakeMasks.VERTEBRAE, 0.55f),
            judge(View.LUMBAR_AP, FakeMasks.VERTEBRAE.reversed(), 0.95f),
            judge(withMetal(new Box(90, 92, 110, 97), 1)));

    assertThat(verdicts)
        .allSatisfy(verdict -> {
          Refusal refusal = verdict.refusal().orElseThrow();
          assertThat(refusal.sentence()).endsWith(".").doesNotContain("\n");
          assertThat(refusal.advice()).endsWith(".").doesNotContain("\n");
        });
  }

  private static QualityGate.Verdict judge(View view, List<Box> boxes, float probability) {
    DensityModel model = model(view, FeatureStatistics.NONE, GateLimits.STANDARD);
    return judge(model, film(FakeFilms.samples(Bright.MIDDLE, 1)), boxes, probability);
  }

  private static QualityGate.Verdict judge(Radiograph film) {
    DensityModel model = model(View.LUMBAR_AP, FeatureStatistics.NONE, GateLimits.STANDARD);
    return judge(model, film, FakeMasks.VERTEBRAE, 0.95f);
  }

  private static QualityGate.Verdict judge(DensityModel model) {
    Radiograph film = film(FakeFilms.samples(Bright.MIDDLE, 1));
    return judge(model, film, FakeMasks.VERTEBRAE, 0.95f);
  }

  private static QualityGate.Verdict judge(
      DensityModel model, Radiograph film, List<Box> boxes, float probability) {
    QualityGate gate = new QualityGate(model);
    NetworkOutput output = output(FakeMasks.masks(boxes, probability));
    return gate.judge(gate.measure(film, CanonicalView.of(film, model.view()), output));
  }

  static NetworkOutput output(float[] masks) {
    return NetworkOutput.of(tensors(masks));
  }

  private static Map<String, Tensor> tensors(float[] masks) {
    long regions = masks.length / ModelInput.IMAGE_SIZE;
    float[] ones = new float[9];
    Arrays.fill(ones, 1);
    return Map.of(
        "mineral_map", Tensor.copyOf(new float[ModelInput.IMAGE_SIZE], 1, 1, 256, 192),
        "regions", Tensor.copyOf(masks, 1, regions, 256, 192),
        "density_mean", Tensor.copyOf(ones, 1, 9),
        "density_sd", Tensor.copyOf(ones, 1, 9),
        "features", Tensor.copyOf(new float[] {1, 2}, 1, 2));
  }

  private static DensityModel model(View view, FeatureStatistics features, GateLimits limits) {
    Map<Site, SiteCalibration> sites = Map.of(Site.L1, new SiteCalibration(1, 0, 1.6, 0.3, 1.8));
    NetworkFile file = new NetworkFile("x.onnx", "0".repeat(64));
    return new DensityModel(view, file, DensityModel.regionsOf(view), sites, features, limits);
  }

  private static Radiograph film(float[] samples) {
    return Radiograph.copyOf(
        FakeFilms.ROWS,
        FakeFilms.COLUMNS,
        samples,
        FakeFilms.described(Optional.empty(), Laterality.UNKNOWN));
  }

  /** A film with a part that attenuates far more than bone, given in canonical pixels. */
  private static Radiograph withMetal(Box box, long seed) {
    float[] samples = FakeFilms.samples(Bright.MIDDLE, seed);
    for (int row = 2 * box.top(); row < 2 * box.bottom(); row++) {
      for (int column = 2 * box.left(); column < 2 * box.right(); column++) {
        samples[row * FakeFilms.COLUMNS + column] = 4000;
      }
    }
    return film(samples);
  }

  /** A part that a maker's grey scale has made little brighter than bone. */
  private static Radiograph withFlatMetal(Box box, long seed) {
    float[] samples = FakeFilms.samples(Bright.MIDDLE, seed);
    // Bright lines as bones have them: what stands out is measured against them.
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (60 * Math.max(0, Math.sin(i / FakeFilms.COLUMNS * Math.PI / 16)));
    }
    for (float more = 60; more < 4000; more *= 1.1f) {
      float[] tried = samples.clone();
      for (int row = 2 * box.top(); row < 2 * box.bottom(); row++) {
        for (int column = 2 * box.left(); column < 2 * box.right(); column++) {
          tried[row * FakeFilms.COLUMNS + column] += more;
        }
      }
      CanonicalView view = CanonicalView.of(film(tried), View.LUMBAR_AP);
      PixelMap sure = PixelMap.copyOf(FakeMasks.masks(List.of(box), 1));
      if (!MetalFinder.find(view, View.LUMBAR_AP, sure).isEmpty()) {
        return film(tried);
      }
    }
    throw new AssertionError("No brightness is metal");
  }

  private static List<Box> jittered(List<Box> boxes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return boxes.stream()
        .map(box -> box.moved(random.nextInt(-2, 3), random.nextInt(-4, 5)))
        .toList();
  }

  private static List<Integer> shuffled(long seed) {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static Optional<Reason> reason(QualityGate.Verdict verdict) {
    return verdict.refusal().map(Refusal::reason);
  }

  private static List<Reservation.Kind> kinds(QualityGate.Verdict verdict) {
    return verdict.reservations().stream().map(Reservation::kind).toList();
  }
}
