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
}
