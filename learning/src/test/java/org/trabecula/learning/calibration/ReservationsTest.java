package org.trabecula.learning.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.ScaleConversion;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

class ReservationsTest {
  private static final SiteKey SPINE = new SiteKey(View.LUMBAR_AP, Site.L1_L4);

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void densitiesOfALunarThatAreCalledHologicAreSuspected(long seed) {
    ScaleConversion lunar =
        ScaleConversion.between(ScannerScale.HOLOGIC, ScannerScale.LUNAR, Site.L1_L4);
    SitePairs slip = DrawnPairs.of(seed, x -> lunar.apply(x).density()).subjects(60);

    assertThat(Reservations.wrongScale(SPINE, slip, ScannerScale.HOLOGIC).orElseThrow())
        .contains("L1-L4 differs from DXA by -0.1", "HOLOGIC differs from LUNAR");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anOrdinaryShiftIsNot(long seed) {
    SitePairs shifted = DrawnPairs.of(seed, x -> x - 0.04).subjects(60);

    assertThat(Reservations.wrongScale(SPINE, shifted, ScannerScale.HOLOGIC)).isEmpty();
    // Of a hip that a spine's film lets be inferred nothing is asked.
    assertThat(
            Reservations.wrongScale(
                new SiteKey(View.LUMBAR_AP, Site.TOTAL_HIP), shifted, ScannerScale.HOLOGIC))
        .isEmpty();
  }

  @Test
  void aChangeForTheWorseBeyondChanceIsSaid() {
    assertThat(Reservations.worse(SPINE, gain(-0.012, -0.002)).orElseThrow())
        .contains("L1-L4", "-0.0070 (-0.0120 to -0.0020)", "add pairs");
    assertThat(Reservations.worse(SPINE, gain(-0.01, 0.001))).isEmpty();
    assertThat(Reservations.worse(SPINE, gain(0.001, 0.01))).isEmpty();
    assertThat(Reservations.worse(SPINE, Statistic.undefined("no subject"))).isEmpty();
  }

  private static Statistic gain(double low, double high) {
    return Statistic.of(new Estimate((low + high) / 2, low, high, 0.95));
  }
}
