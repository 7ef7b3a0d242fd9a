package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TubeSpectrumTest {
  /**
   * Golden values: published beams (MC-GPU tables in DeepDRR for 60, 90 and 120 kV, a penEasy
   * sample for 80 kV).
   */
  @ParameterizedTest
  @CsvSource({
    "60, 3.5, 37.5, 2.55, 3.34",
    "80, 2.5, 43.4, 2.78, 4.18",
    "90, 4.0, 49.2, 4.18, 5.79",
    "120, 4.3, 58.2, 5.79, 7.94"
  })
  void halfValueLayersArePublishedOnes(
      double kvp, double filtration, double mean, double first, double second) {
    TubeSpectrum spectrum = TubeSpectrum.of(kvp, filtration);
    assertThat(spectrum.halfValueLayerMmAl()).isCloseTo(first, offset(0.1));
    assertThat(spectrum.secondHalfValueLayerMmAl()).isCloseTo(second, offset(0.25));
    assertThat(spectrum.meanKev()).isCloseTo(mean, withPercentage(2.2));
  }

  @Test
  void photonsSumToOneAndLieBelowTheTubeVoltage() {
    TubeSpectrum spectrum = TubeSpectrum.of(80, 3);
    double sum = 0;
    for (int i = 0; i < spectrum.size(); i++) {
      assertThat(spectrum.photons(i)).isNotNegative();
      sum += spectrum.photons(i);
    }
    assertThat(sum).isCloseTo(1, offset(1e-12));
    assertThat(spectrum.energyKev(spectrum.size() - 1)).isLessThan(80);
  }

  @Test
  void linesStandOutOnlyAboveTheEdgeOfTungsten() {
    assertThat(peak(TubeSpectrum.of(100, 3))).isGreaterThan(1.5);
    assertThat(peak(TubeSpectrum.of(69, 3))).isCloseTo(1, offset(0.1));
  }

  /** Photons at the strongest line over those 3 keV beside it. */
  private static double peak(TubeSpectrum spectrum) {
    int at = (int) ((59.3 - 8) / 0.5);
    return 2 * spectrum.photons(at) / (spectrum.photons(at - 7) + spectrum.photons(at + 7));
  }

  @Test
  void moreFiltrationAndMoreVoltageHarden() {
    double soft = TubeSpectrum.of(70, 2.5).halfValueLayerMmAl();
    assertThat(TubeSpectrum.of(70, 3.5).halfValueLayerMmAl()).isGreaterThan(soft);
    assertThat(TubeSpectrum.of(90, 2.5).halfValueLayerMmAl()).isGreaterThan(soft);
    assertThat(TubeSpectrum.of(70, 2.5, 8).halfValueLayerMmAl()).isGreaterThan(soft);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> TubeSpectrum.of(300, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TubeSpectrum.of(80, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
