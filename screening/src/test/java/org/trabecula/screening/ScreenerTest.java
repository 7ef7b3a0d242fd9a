package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Site;
import org.trabecula.densitometry.Subject;
import org.trabecula.radiography.Acquisition;
import org.trabecula.radiography.Laterality;
import org.trabecula.radiography.PixelSpacing;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.radiography.Radiograph;
import org.trabecula.radiography.Refusal;
import org.trabecula.radiography.Refusal.Reason;
import org.trabecula.radiography.View;
import org.trabecula.screening.FakeFilms.Bright;

class ScreenerTest {
  @TempDir static Path folder;
  static Screener screener;

  @BeforeAll
  static void open() throws IOException {
    FakeNetworks.writePackage(folder);
    screener = Screener.open(folder, ScreenerOptions.STANDARD);
  }

  @AfterAll
  static void close() {
    screener.close();
  }

  @Test
  void aSpineIsFoundAndEstimated() {
    Screening.Estimated spine = estimated(FakeFilms.of(Bright.MIDDLE, 1));

    assertThat(spine.view().view()).isEqualTo(View.LUMBAR_AP);
    assertThat(spine.view().laterality()).isEqualTo(Laterality.UNPAIRED);
    assertThat(spine.sites().keySet()).containsExactlyInAnyOrder(Site.values());
    assertThat(spine.regions()).extracting(RegionResult::site).isEqualTo(Site.VERTEBRAE);
    SiteResult whole = spine.sites().get(Site.L1_L4);
    assertThat(whole.estimate().mean()).isCloseTo(0.85, within(0.02));
    assertThat(whole.vertebrae()).isEqualTo(Site.VERTEBRAE);
    // Four boxes of 19 x 30 pixels of 1.5 mm.
    assertThat(whole.areaCm2().orElseThrow()).isCloseTo(4 * 19 * 30 * 0.0225, within(1e-9));
    assertThat(whole.bmcG().orElseThrow())
        .isCloseTo(whole.estimate().mean() * whole.areaCm2().orElseThrow(), within(1e-12));
    assertThat(spine.conclusion().lumbar()).contains(whole);
  }

  @Test
  void theIntervalIsTheConformalOne() {
    Screening.Estimated spine = estimated(FakeFilms.of(Bright.MIDDLE, 1));
    Measured raw = screener.measure(spine.radiograph(), View.LUMBAR_AP);
    var estimate = spine.sites().get(Site.L2).estimate();

    assertThat(estimate.mean()).isEqualTo(raw.output().mean(Site.L2));
    assertThat(estimate.high() - estimate.mean())
        .isCloseTo(1.7 * raw.output().sd(Site.L2), within(1e-12));
    assertThat(estimate.level()).isEqualTo(0.90);
  }

  @Test
  void theFemurIsInferredFromASpineWithAReservation() {
    Screening.Estimated spine = estimated(FakeFilms.of(Bright.MIDDLE, 1));

    assertThat(spine.sites().get(Site.FEMORAL_NECK).inView()).isFalse();
    assertThat(spine.sites().get(Site.FEMORAL_NECK).bmcG()).isEmpty();
    assertThat(kinds(spine))
        .contains(Reservation.Kind.NOT_IN_VIEW, Reservation.Kind.SYNTHETIC_TRAINING)
        .doesNotContain(Reservation.Kind.SPACING_UNKNOWN, Reservation.Kind.AGE_UNKNOWN);
  }

  @Test
  void aRightHipIsReadAsItIsAndALeftOneMirrored() {
    Screening.Estimated right = estimated(FakeFilms.of(Bright.LEFT, 2));
    Screening.Estimated left = estimated(FakeFilms.of(Bright.RIGHT, 2));

    assertThat(right.view().laterality()).isEqualTo(Laterality.RIGHT);
    assertThat(right.canonical().frame().mirrored()).isFalse();
    assertThat(left.view().laterality()).isEqualTo(Laterality.LEFT);
    assertThat(left.canonical().frame().mirrored()).isTrue();
    assertThat(kinds(left)).contains(Reservation.Kind.LATERALITY_ASSUMED);
    assertThat(right.sites().keySet())
        .containsExactly(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP);
    // The outlines lie on the film, hence on opposite sides of it.
    double middle = (FakeFilms.COLUMNS - 1) / 2.0;
    assertThat(right.regions().getFirst().centroid().column()).isLessThan(middle);
    assertThat(left.regions().getFirst().centroid().column()).isGreaterThan(middle);
  }

  @Test
  void aHeaderThatContradictsTheFilmGivesWayWithAReservation() {
    Radiograph hip =
        FakeFilms.of(Bright.LEFT, 3)
            .describedBy(FakeFilms.described(Optional.of(View.LUMBAR_AP), Laterality.UNKNOWN));

    Screening.Estimated result = estimated(hip);

    assertThat(result.view().view()).isEqualTo(View.HIP_AP);
    assertThat(kinds(result)).contains(Reservation.Kind.VIEW_ASSUMED);
  }

  @Test
  void aHeaderThatTellsTheOtherSideGivesWayWithAReservation() {
    Radiograph hip =
        FakeFilms.of(Bright.LEFT, 3)
            .describedBy(FakeFilms.described(Optional.of(View.HIP_AP), Laterality.LEFT));

    Screening.Estimated result = estimated(hip);

    assertThat(result.view().laterality()).isEqualTo(Laterality.RIGHT);
    assertThat(kinds(result)).contains(Reservation.Kind.LATERALITY_ASSUMED);
  }

  @Test
  void aStatedViewThatTheFilmContradictsIsRefused() {
    Screening screening =
        screener.screen(
            FakeFilms.of(Bright.LEFT, 4), ScreenRequest.standard().showing(View.LUMBAR_AP));

    assertThat(refusal(screening)).isEqualTo(Reason.WRONG_VIEW);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void aFilmThatLiesOnItsSideIsRefusedAsSuchWhateverIsStated(View stated) {
    // Bright at the bottom: after a quarter turn on the left, as a right hip is.
    Radiograph lying = FakeFilms.of(Bright.BOTTOM, 5);

    for (ScreenRequest request :
        List.of(ScreenRequest.standard(), ScreenRequest.standard().showing(stated))) {
      Refusal refusal = ((Screening.Declined) screener.screen(lying, request)).refusal();
      assertThat(refusal.reason()).isEqualTo(Reason.WRONG_VIEW);
      assertThat(refusal.sentence()).contains("lie on its side").contains("hip");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aFilmThatShowsASpineUpsideDownIsRefusedAsSuch(long seed) {
    // The fake network takes what is bright at the bottom for something else.
    float[] samples = FakeFilms.samples(Bright.MIDDLE, seed);
    float[] bottom = FakeFilms.samples(Bright.BOTTOM, seed);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += 2 * Math.max(0, bottom[i] - 1150);
    }
    Radiograph film =
        Radiograph.copyOf(
            FakeFilms.ROWS,
            FakeFilms.COLUMNS,
            samples,
            FakeFilms.described(Optional.empty(), Laterality.UNKNOWN));

    Refusal refusal =
        ((Screening.Declined) screener.screen(film, ScreenRequest.standard())).refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_VIEW);
    assertThat(refusal.sentence()).contains("upside down").contains("lumbar spine");
    assertThat(refusal.advice()).contains("upright");
  }

  @Test
  void noiseAloneIsSaidToBeNoise() {
    SplittableRandom random = new SplittableRandom(9);
    float[] noise = new float[FakeFilms.ROWS * FakeFilms.COLUMNS];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat();
    }
    Radiograph film =
        Radiograph.copyOf(FakeFilms.ROWS, FakeFilms.COLUMNS, noise, Radiograph.Description.UNKNOWN);

    assertThat(refusal(screener.screen(film, ScreenRequest.standard())))
        .isEqualTo(Reason.BAD_EXPOSURE);
  }

  @Test
  void aBlankFilmIsRefused() {
    Radiograph blank =
        Radiograph.copyOf(512, 384, new float[512 * 384], Radiograph.Description.UNKNOWN);

    assertThat(screener.screen(blank, ScreenRequest.standard()))
        .isInstanceOf(Screening.Declined.class);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    Radiograph film =
        FakeFilms.of(Bright.MIDDLE, 6)
            .describedBy(
                new Radiograph.Description(
                    Optional.empty(),
                    Optional.empty(),
                    Laterality.UNKNOWN,
                    PresentationIntent.FOR_PRESENTATION,
                    Acquisition.UNKNOWN,
                    Subject.UNKNOWN));

    assertThat(kinds(estimated(film)))
        .contains(
            Reservation.Kind.SPACING_UNKNOWN,
            Reservation.Kind.AGE_UNKNOWN,
            Reservation.Kind.SEX_UNKNOWN,
            Reservation.Kind.DISPLAY_PROCESSED);
  }

  @Test
  void aFilmOfCoarsePixelsIsTooSmall() {
    float[] samples = new float[100 * 75];
    float[] fine = FakeFilms.samples(Bright.MIDDLE, 7);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = fine[5 * (i / 75) * FakeFilms.COLUMNS + 5 * (i % 75)];
    }
    Radiograph film =
        Radiograph.copyOf(
            100,
            75,
            samples,
            new Radiograph.Description(
                Optional.of(new PixelSpacing(3.75, 3.75)),
                Optional.empty(),
                Laterality.UNKNOWN,
                PresentationIntent.UNKNOWN,
                Acquisition.UNKNOWN,
                Subject.UNKNOWN));

    assertThat(refusal(screener.screen(film, ScreenRequest.standard())))
        .isEqualTo(Reason.TOO_SMALL);
  }

  @Test
  void anyThreadAndAnyOrderGiveTheSameBits() throws Exception {
    List<Radiograph> films =
        IntStream.range(0, 8).mapToObj(i -> FakeFilms.of(Bright.values()[i % 3], i)).toList();
    List<String> alone = films.stream().map(ScreenerTest::print).toList();
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Radiograph film = films.get((5 * i + 3) % films.size());
      tasks.add(() -> print(film));
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> printed = threads.invokeAll(tasks);
      for (int i = 0; i < printed.size(); i++) {
        assertThat(printed.get(i).get()).isEqualTo(alone.get((5 * i + 3) % films.size()));
      }
    }
  }

  @Test
  void theNumberOfThreadsWithinAnInferenceDoesNotChangeABit() throws IOException {
    Radiograph film = FakeFilms.of(Bright.MIDDLE, 9);
    Measured two = screener.measure(film, View.LUMBAR_AP);
    try (Screener single = Screener.open(folder, new ScreenerOptions(1))) {
      Measured one = single.measure(film, View.LUMBAR_AP);

      assertThat(one.output().features()).isEqualTo(two.output().features());
      assertThat(one.output().mineral().values()).isEqualTo(two.output().mineral().values());
      for (Site site : Site.values()) {
        assertThat(one.output().mean(site)).isEqualTo(two.output().mean(site));
      }
    }
  }

  @Test
  void ageReachesTheNetworkThroughItsCovariate() {
    Radiograph film = FakeFilms.of(Bright.MIDDLE, 10);
    double at70 = screener.measure(film, View.LUMBAR_AP).output().mean(Site.L1);
    Subject older =
        new Subject(
            Optional.empty(),
            OptionalDouble.of(82),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Radiograph.Description known = film.description();
    Radiograph aged =
        film.describedBy(
            new Radiograph.Description(
                known.spacing(),
                known.view(),
                known.laterality(),
                known.intent(),
                known.acquisition(),
                known.subject().overriddenBy(older)));

    // The fake network takes 0.01 g/cm2 per 12 years.
    assertThat(at70 - screener.measure(aged, View.LUMBAR_AP).output().mean(Site.L1))
        .isCloseTo(0.01, within(1e-6));
  }

  private static String print(Radiograph film) {
    Screening.Estimated result = estimated(film);
    return result.view() + " " + result.sites() + " " + result.regions();
  }

  private static Screening.Estimated estimated(Radiograph film) {
    Screening screening = screener.screen(film, ScreenRequest.standard());
    assertThat(screening).as(screening.toString()).isInstanceOf(Screening.Estimated.class);
    return (Screening.Estimated) screening;
  }

  private static Reason refusal(Screening screening) {
    assertThat(screening).isInstanceOf(Screening.Declined.class);
    return ((Screening.Declined) screening).refusal().reason();
  }

  private static List<Reservation.Kind> kinds(Screening.Estimated result) {
    return result.reservations().stream().map(Reservation::kind).toList();
  }
}
