package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DensityEstimateTest {
  private static final DensityEstimate HIP =
      new DensityEstimate(Site.TOTAL_HIP, 0.8, 0.05, 0.72, 0.90, 0.9, ScannerScale.HOLOGIC);

  @Test
  void theNormalIntervalReachesFiveToNinetyFivePercent() {
    DensityEstimate normal = DensityEstimate.normal(Site.L1_L4, 1, 0.1, ScannerScale.HOLOGIC);
    assertThat(normal.low()).isCloseTo(1 - 0.16448536, within(1e-8));
    assertThat(normal.high()).isCloseTo(1 + 0.16448536, within(1e-8));
    assertThat(normal.level()).isEqualTo(0.90);
  }

  @Test
  void theOwnScaleChangesNothing() {
    assertThat(HIP.onScale(ScannerScale.HOLOGIC)).isSameAs(HIP);
  }

  @ParameterizedTest
  @EnumSource(names = "HOLOGIC", mode = EnumSource.Mode.EXCLUDE)
  void anotherScaleWidensTheInterval(ScannerScale scale) {
    DensityEstimate moved = HIP.onScale(scale);
    double slope = ScaleConversion.between(ScannerScale.HOLOGIC, scale, HIP.site()).slope();
    double error = 0.07 * moved.mean();
    assertThat(moved.scale()).isEqualTo(scale);
    assertThat(moved.sd()).isCloseTo(Math.hypot(slope * 0.05, error), within(1e-12));
    assertThat(moved.high() - moved.low()).isGreaterThan(slope * (HIP.high() - HIP.low()));
    // Upper end: 1.6448536 standard errors of the conversion beside the scaled distance.
    assertThat(moved.high() - moved.mean())
        .isCloseTo(Math.hypot(slope * 0.10, 1.6448536269514722 * error), within(1e-12));
    assertThat(moved.mean() - moved.low())
        .isCloseTo(Math.hypot(slope * 0.08, 1.6448536269514722 * error), within(1e-12));
  }

  @Test
  void anIntervalHoldsItsMean() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DensityEstimate(Site.L1, 0.8, 0.05, 0.85, 0.90, 0.9, ScannerScale.HOLOGIC))
        .withMessageContaining("not in order");
  }

  @Test
  void spreadAndLevelAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DensityEstimate(Site.L1, 0.8, 0, 0.7, 0.9, 0.9, ScannerScale.HOLOGIC))
        .withMessageContaining("sd is 0.0 g/cm2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new DensityEstimate(Site.L1, 0.8, 0.1, 0.7, 0.9, 90, ScannerScale.HOLOGIC))
        .withMessageContaining("level is 90.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new DensityEstimate(Site.L1, Double.NaN, 0.1, 0.7, 0.9, 0.9, ScannerScale.HOLOGIC))
        .withMessageContaining("mean is NaN");
  }
}
