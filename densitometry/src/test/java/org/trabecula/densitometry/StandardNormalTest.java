package org.trabecula.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardNormalTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Golden values: mpmath 1.3 at 40 digits, ncdf(x). */
  @ParameterizedTest(name = "cdf({0})")
  @CsvSource({
    "-37, 5.7255712225245768227e-300",
    "-20, 2.7536241186062336951e-89",
    "-8, 6.2209605742717841235e-16",
    "-5, 2.8665157187919391167e-7",
    "-3.5, 0.00023262907903552503635",
    "-3, 0.0013498980316300945267",
    "-1.96, 0.024997895148220436213",
    "-1, 0.15865525393145705141",
    "-0.1, 0.46017216272297101633",
    "0, 0.5",
    "0.5, 0.69146246127401310364",
    "1, 0.84134474606854294859",
    "2.5, 0.99379033467422386483",
    "3.2, 0.99931286206208415197",
    "6, 0.99999999901341235496"
  })
  void theDistributionFunctionKeepsItsRelativeAccuracy(double x, double expected) {
    // Just inside the series the lower tail is a difference, which costs three digits.
    assertThat(StandardNormal.cdf(x)).isCloseTo(expected, within(expected * 2e-13));
  }

  /** Golden values: mpmath 1.3 at 40 digits, sqrt(2) erfinv(2p - 1), findroot for the first. */
  @ParameterizedTest(name = "quantile({0})")
  @CsvSource({
    "1e-300, -37.047096299361199237",
    "1e-10, -6.3613409024040562047",
    "0.001, -3.0902323061678135415",
    "0.025, -1.9599639845400542355",
    "0.05, -1.6448536269514727149",
    "0.3, -0.52440051270804078404",
    "0.9, 1.281551565544600467",
    "0.975, 1.9599639845400542355",
    "0.999999, 4.7534243088228989482"
  })
  void theQuantileIsExactToTwelveDigits(double p, double expected) {
    // 1 - 0.999999 is itself rounded in binary, which moves the quantile by 5e-12.
    assertThat(StandardNormal.quantile(p)).isCloseTo(expected, within(2e-11));
    if (p < 0.99) {
      assertThat(StandardNormal.quantile(p)).isCloseTo(expected, within(1e-12 * 40));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theQuantileUndoesTheDistributionFunction(long seed) {
    double x = new SplittableRandom(seed).nextDouble(-8, 5);
    assertThat(StandardNormal.quantile(StandardNormal.cdf(x))).isCloseTo(x, within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theTwoTailsFillUpToOne(long seed) {
    double x = new SplittableRandom(seed).nextDouble(-10, 10);
    assertThat(StandardNormal.cdf(x) + StandardNormal.cdf(-x)).isCloseTo(1, within(1e-15));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theDensityIsTheSlopeOfTheDistributionFunction(long seed) {
    double x = new SplittableRandom(seed).nextDouble(-4, 4);
    double h = 1e-5;
    double slope = (StandardNormal.cdf(x + h) - StandardNormal.cdf(x - h)) / (2 * h);
    assertThat(slope).isCloseTo(StandardNormal.density(x), within(1e-9));
  }

  @Test
  void theEndsAreZeroAndOne() {
    assertThat(StandardNormal.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(StandardNormal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void whatIsNoProbabilityIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardNormal.quantile(1))
        .withMessageContaining("p is 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> StandardNormal.quantile(0));
    assertThatIllegalArgumentException().isThrownBy(() -> StandardNormal.cdf(Double.NaN));
  }
}
