package org.trabecula.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiography.PresentationIntent;
import org.trabecula.simulation.look.VendorFamily;
import org.trabecula.simulation.projection.Projection;

class SimulatorTest {
  private static final PhantomScene SCENE = new PhantomScene(2, 1, 21);
  private static final Projection PROJECTION = SCENE.project(0, new SplittableRandom(1));

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFilmIsAFunctionOfItsSeed(long seed) {
    Film first = film(Protocol.REFERENCE_V1, seed);
    Film again = film(Protocol.REFERENCE_V1, seed);
    assertThat(first.image().samples()).isEqualTo(again.image().samples());
    assertThat(first.description()).isEqualTo(again.description());
    assertThat(first.look()).isEqualTo(again.look());
    assertThat(film(Protocol.REFERENCE_V1, seed + 1000).image().samples())
        .isNotEqualTo(first.image().samples());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void trainingFilmsHoldNothingThatIsHeldBack(long seed) {
    Film film = film(Protocol.TRAINING, seed);
    assertThat(film.heldBack()).isFalse();
    assertThat(film.exposure().beam().kvp()).isBetween(66.0, 86.0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatAFilmTellsIsTrue(long seed) {
    Film film = film(Protocol.REFERENCE_V1, seed);
    assertThat(film.exposure().beam().kvp()).isBetween(70.0, 90.0);
    film.description()
        .acquisition()
        .kvp()
        .ifPresent(
            kvp -> assertThat(Math.abs(kvp - film.exposure().beam().kvp())).isLessThan(0.51));
    film.description()
        .spacing()
        .ifPresent(
            spacing -> assertThat(spacing.rowMm() * film.statedMagnification()).isEqualTo(2.0));
    film.description().subject().ageYears().ifPresent(age -> assertThat(age).isEqualTo(70));
    if (film.look().jpegQuality().isPresent()) {
      assertThat(film.description().spacing()).isEmpty();
      assertThat(film.description().intent()).isEqualTo(PresentationIntent.UNKNOWN);
    }
  }

  @Test
  void theReferenceCohortMeetsHeldBackLooksAndVoltages() {
    int looks = 0;
    int voltages = 0;
    for (int seed = 0; seed < 60; seed++) {
      Film film = film(Protocol.REFERENCE_V1, seed);
      looks += film.look().heldBack() ? 1 : 0;
      voltages += film.exposure().beam().kvp() > Protocol.HELD_BACK_KVP ? 1 : 0;
    }
    assertThat(looks).isBetween(5, 30);
    assertThat(voltages).isBetween(4, 24);
    assertThat(Protocol.REFERENCE_V1.mixture().families()).isEqualTo(VendorFamily.REFERENCE_V1);
  }

  @Test
  void seedsOfNeighboursDiffer() {
    long draws =
        LongStream.range(0, 3000)
            .map(i -> Simulator.seed(7, (int) (i / 30), (int) (i % 30)))
            .distinct()
            .count();
    assertThat(draws).isEqualTo(3000);
  }

  @Test
  void protocolsAreFoundByName() {
    assertThat(Protocol.of("training")).isSameAs(Protocol.TRAINING);
    assertThat(Protocol.of("reference-v1")).isSameAs(Protocol.REFERENCE_V1);
    assertThatThrownBy(() -> Protocol.of("easy")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Film film(Protocol protocol, long seed) {
    return Simulator.of(protocol).film(PROJECTION, SCENE.person(), seed);
  }
}
