package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tube against beams that others have published. */
class HalfValueLayerTest {
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
    System.out.printf(
        Locale.ROOT,
        "%s kV, %s mm Al: HVL1 %.2f (%+.2f), HVL2 %.2f (%+.2f) mm Al, mean %.1f keV (%+.1f %%)%n",
        kvp,
        filtration,
        spectrum.halfValueLayerMmAl(),
        spectrum.halfValueLayerMmAl() - first,
        spectrum.secondHalfValueLayerMmAl(),
        spectrum.secondHalfValueLayerMmAl() - second,
        spectrum.meanKev(),
        100 * (spectrum.meanKev() / mean - 1));
    assertThat(spectrum.halfValueLayerMmAl()).isCloseTo(first, offset(0.1));
    assertThat(spectrum.secondHalfValueLayerMmAl()).isCloseTo(second, offset(0.1));
    assertThat(spectrum.meanKev()).isCloseTo(mean, withPercentage(0.5));
  }
}
