package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

class PrimarySignalTest {
  /**
   * Golden values: the project's own table for 1 g/cm² HA behind 20 cm water. Its beams are
   * TASMIP's with 2.5 mm Al added, of mean energies 41.8, 45.4, 48.7 and 51.5 keV at the tube;
   * TASMIP holds 1.2 to 1.4 mm already, so 3.8 mm in all.
   */
  @ParameterizedTest
  @CsvSource({"70, 0.593", "80, 0.510", "90, 0.458", "100, 0.425"})
  void aGramOfMineralHasTheTabulatedContrast(double kvp, double contrast) {
    PrimarySignal signal = PrimarySignal.of(TubeSpectrum.of(kvp, 3.8), Detector.FLAT_PANEL);
    // Soft tissue of 20 cm water's attenuation.
    double lean = 20 * 0.2059 / 0.2048;
    double ln = Math.log(signal.behind(0, lean, 0, 0) / signal.behind(1, lean, 0, 0));
    assertThat(ln).isCloseTo(contrast, withPercentage(1));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 5, 0", "0, 12, 2", "0.5, 15, 5", "1.5, 22, 4", "3, 30, 5"})
  void groupsOfEnergiesAgreeWithTheFineSpectrum(double mineral, double lean, double fat) {
    TubeSpectrum spectrum = TubeSpectrum.of(80, 3);
    PrimarySignal signal = PrimarySignal.of(spectrum, Detector.FLAT_PANEL);
    double sum = 0;
    double open = 0;
    for (int i = 0; i < spectrum.size(); i++) {
      double e = spectrum.energyKev(i);
      double weight = spectrum.photons(i) * e * Detector.FLAT_PANEL.absorbed(e);
      open += weight;
      sum +=
          weight
              * Attenuation.transmission(Substance.HYDROXYAPATITE, mineral, e)
              * Attenuation.transmission(Substance.SOFT_TISSUE, lean, e)
              * Attenuation.transmission(Substance.ADIPOSE, fat, e);
    }
    assertThat(signal.behind(mineral, lean, fat, 0)).isCloseTo(sum / open, withPercentage(1.2));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 0.3, 0.2",
    "0, 5, 0",
    "0.05, 12, 2",
    "0.53, 15.2, 5",
    "1.57, 22, 14",
    "3.1, 30, 5",
    "0.4, 3, 40",
    "7, 20, 5",
    "0, 45, 20"
  })
  void theTableAgreesWithTheSum(double mineral, double lean, double fat) {
    for (double kvp : new double[] {50, 75, 90}) {
      PrimarySignal signal = PrimarySignal.of(TubeSpectrum.of(kvp, 3), Detector.STORAGE_PHOSPHOR);
      ArealMasses masses = Slabs.of(new Plane(3, 4, 1), lean, mineral);
      Arrays.fill(masses.map(Material.FAT), (float) fat);
      double expected = signal.behind(mineral, lean, fat, 0);
      for (float value : signal.behind(masses)) {
        assertThat((double) value).isCloseTo(expected, withPercentage(0.2));
      }
    }
  }

  @Test
  void metalHidesAlmostEverything() {
    PrimarySignal signal = PrimarySignal.of(TubeSpectrum.of(80, 3), Detector.FLAT_PANEL);
    assertThat(signal.behind(0, 0, 0, 10)).isLessThan(0.02).isPositive();
    assertThat(signal.behind(0, 0, 0, 0)).isCloseTo(1, withPercentage(1e-6));
    assertThat(signal.energySpread()).isBetween(1.0, 1.1);
  }

  @Test
  void theFastExponentialIsExact() {
    for (float x = -60; x <= 0; x += 0.0137f) {
      assertThat(FastExp.of(x)).isCloseTo((float) Math.exp(x), withPercentage(5e-4));
    }
    assertThat(FastExp.of(-1000)).isPositive().isLessThan(1e-37f);
  }
}
