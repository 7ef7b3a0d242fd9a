package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class TubeSpectrumTest {
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
