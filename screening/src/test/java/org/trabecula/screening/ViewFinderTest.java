package org.trabecula.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewFinderTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.3, 0.5, 0.99, 1})
  void withoutAClaimTheNetworkAloneCounts(double probability) {
    assertThat(ViewFinder.weighed(probability, false)).isCloseTo(probability, within(1e-12));
  }

  @Test
  void aClaimCountsAsOddsOfNineToOne() {
    assertThat(ViewFinder.weighed(0.5, true)).isCloseTo(0.9, within(1e-12));
    assertThat(ViewFinder.weighed(0.1, true)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void noClaimMakesTheImpossiblePossible() {
    assertThat(ViewFinder.weighed(0, true)).isZero();
    assertThat(ViewFinder.weighed(1, true)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.5, 0.8, 0.99})
  void aFilmIsUpsideDownOnlyIfTheOtherWayRoundIsFarMoreLikely(double probability) {
    assertThat(UprightFilm.betterTurned(probability, probability)).isFalse();
    assertThat(UprightFilm.betterTurned(probability, 0)).isFalse();
    double odds = probability / (1 - probability);
    double twice = 2 * odds / (1 + 2 * odds);
    assertThat(UprightFilm.betterTurned(probability, twice)).isFalse();
    assertThat(UprightFilm.betterTurned(probability, 0.89)).isFalse();
    assertThat(UprightFilm.betterTurned(probability, 0.999)).isEqualTo(probability < 0.9);
  }
}
