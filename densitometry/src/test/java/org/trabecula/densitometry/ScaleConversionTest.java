package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.densitometry.ScannerScale.HOLOGIC;
import static org.trabecula.densitometry.ScannerScale.LUNAR;
import static org.trabecula.densitometry.ScannerScale.NORLAND;
import static org.trabecula.densitometry.ScannerScale.STANDARDISED;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.ScaleConversion.RelativeError;

class ScaleConversionTest {

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private static <E> E any(E[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thereAndBackIsWhereOneWas(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ScannerScale from = any(ScannerScale.values(), random);
    ScannerScale to = any(ScannerScale.values(), random);
    Site site = any(Site.values(), random);
    double density = random.nextDouble(0.3, 1.8);
    double there = ScaleConversion.between(from, to, site).apply(density).density();
    assertThat(ScaleConversion.between(to, from, site).apply(there).density())
        .isCloseTo(density, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theWayThroughAThirdScaleIsTheDirectWay(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Site site = any(Site.values(), random);
    double density = random.nextDouble(0.3, 1.8);
    double norland = ScaleConversion.between(HOLOGIC, NORLAND, site).apply(density).density();
    double lunar = ScaleConversion.between(NORLAND, LUNAR, site).apply(norland).density();
    assertThat(ScaleConversion.between(HOLOGIC, LUNAR, site).apply(density).density())
        .isCloseTo(lunar, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void noConversionCostsNoAccuracy(Site site) {
    ScaleConversion none = ScaleConversion.between(LUNAR, LUNAR, site);
    assertThat(none.error()).isEqualTo(RelativeError.NONE);
    assertThat(none.apply(0.9)).isEqualTo(new ScaleConversion.Converted(0.9, 0));
  }

  /** By hand: 1.0550 (1.047 - 0.972) + 1.0436 = 1.122725; (1.122725 - 1.0436) / 0.9683 + 1.1. */
  @Test
  void theYoungHologicSpineBecomesTheYoungLunarSpine() {
    assertThat(ScaleConversion.between(HOLOGIC, STANDARDISED, Site.L1_L4).apply(1.047).density())
        .isCloseTo(1.122725, within(1e-12));
    assertThat(ScaleConversion.between(HOLOGIC, LUNAR, Site.L1_L4).apply(1.047).density())
        .isCloseTo(1.18171538, within(1e-8));
  }

  /** Lunar's own young adult values, 1.038 and 1.008, stand in its manuals. */
  @Test
  void theYoungHologicHipBecomesTheYoungLunarHip() {
    assertThat(ScaleConversion.between(HOLOGIC, LUNAR, Site.FEMORAL_NECK).apply(0.858).density())
        .isCloseTo(1.038, within(5e-4));
    assertThat(ScaleConversion.between(HOLOGIC, LUNAR, Site.TOTAL_HIP).apply(0.942).density())
        .isCloseTo(1.008, within(1.5e-3));
  }

  /** sBMD = -0.017 + 1.105 x 0.7 = 0.7565; Norland: (0.7565 - 0.057) / 0.961 = 0.727887. */
  @Test
  void theTrochanterHasEquationsOfItsOwn() {
    assertThat(ScaleConversion.between(HOLOGIC, NORLAND, Site.TROCHANTER).apply(0.7).density())
        .isCloseTo(0.727887617, within(1e-8));
  }

  @Test
  void aConvertedDensityCarriesSevenPercent() {
    ScaleConversion conversion = ScaleConversion.between(HOLOGIC, LUNAR, Site.TOTAL_HIP);
    assertThat(conversion.error()).isEqualTo(new RelativeError(0.04, 0.07));
    ScaleConversion.Converted converted = conversion.apply(0.9);
    assertThat(converted.standardError()).isCloseTo(0.07 * converted.density(), within(1e-15));
  }

  @Test
  void aShareIsNoErrorUnlessInOrder() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RelativeError(0.07, 0.04));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaleConversion.between(HOLOGIC, LUNAR, Site.L1).apply(-1))
        .withMessageContaining("density is -1.0 g/cm2");
  }
}
