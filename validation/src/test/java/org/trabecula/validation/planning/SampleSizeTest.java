package org.trabecula.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Golden;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Quantiles;

class SampleSizeTest {
  private static final double LEVEL = 0.95;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** R counts up one by one; see {@link Golden}. */
  @ParameterizedTest
  @CsvSource({"0.85, 0.1", "0.95, 0.06", "0.5, 0.2"})
  void theTrialsOfAShareAreThoseOfR(String share, String width) {
    Golden.assertSame(
        SampleSize.ofShare(Double.parseDouble(share), Double.parseDouble(width), LEVEL),
        "plan.share.%s.%s".formatted(share, width));
  }

  @ParameterizedTest
  @CsvSource({"0.85, 0.1, 0.3", "0.7, 0.1, 0.5", "0.9, 0.05, 0.1"})
  void theSubjectsOfAnAreaAreThoseOfR(String area, String width, String prevalence) {
    SampleSize size =
        SampleSize.ofArea(
            Double.parseDouble(area),
            Double.parseDouble(width),
            Double.parseDouble(prevalence),
            LEVEL);
    Golden.assertSame(
        new double[] {size.positives(), size.negatives()},
        "plan.area.%s.%s.%s".formatted(area, width, prevalence));
  }

  /** Hanley and McNeil 1982 print an error of 0.032 for the area 0.893 of 51 and 58 subjects. */
  @Test
  void theErrorIsThatOfHanleyAndMcNeil() {
    double error = Math.sqrt(SampleSize.areaVariance(0.893, new SampleSize(51, 58)));
    Golden.assertSame(error, "hanley.error");
    assertThat(error).isCloseTo(0.032, within(6e-4));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theStudyThatIsPlannedHasTheIntervalThatWasWanted(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double width = random.nextDouble(0.02, 0.3);
    int n = SampleSize.ofShare(0.5, width, LEVEL);
    int even = n + n % 2;
    var interval = Proportion.wilson(even / 2, even, LEVEL);
    assertThat(interval.high() - interval.low()).isLessThanOrEqualTo(width + 1e-12);
    int less = even - 4;
    var wider = Proportion.wilson(less / 2, less, LEVEL);
    assertThat(wider.high() - wider.low()).isGreaterThan(width);
  }

  /** What so many subjects reach exactly needs just so many. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theWidthOfAStudyNeedsThatStudy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double level = random.nextDouble(0.5, 0.99);
    double z = Quantiles.normal(level);
    double share = random.nextDouble(0.5, 0.95);
    int n = random.nextInt(30, 3000);
    assertThat(SampleSize.ofShare(share, SampleSize.wilsonWidth(share, n, z), level)).isEqualTo(n);
    SampleSize even = new SampleSize(n, n);
    double width = 2 * z * Math.sqrt(SampleSize.areaVariance(share, even));
    assertThat(SampleSize.ofArea(share, width, 0.5, level)).isEqualTo(even);
  }

  /** Wilson's interval is mirrored, so a rare share needs as many as a frequent one. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aShareNeedsAsManyAsItsRest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double share = random.nextDouble(0.01, 0.5);
    double width = random.nextDouble(0.02, 0.3);
    assertThat(SampleSize.ofShare(share, width, 0.9))
        .isEqualTo(SampleSize.ofShare(1 - share, width, 0.9));
  }

  @Test
  void aStudyMayHaveNoneOfAKind() {
    assertThat(new SampleSize(0, 3).total()).isEqualTo(3);
    assertThat(new SampleSize(3, 0).total()).isEqualTo(3);
  }

  @Test
  void aSensitivityTakesItsNegativesAlong() {
    SampleSize size = SampleSize.ofSensitivity(0.85, 0.1, 0.2, LEVEL);
    assertThat(size).isEqualTo(new SampleSize(196, 784));
    assertThat(size.total()).isEqualTo(980);
    assertThat(SampleSize.ofSensitivity(0.85, 0.1, 0.3, LEVEL).negatives()).isEqualTo(458);
  }

  @Test
  void aWideIntervalNeedsTwoOfEachKind() {
    assertThat(SampleSize.ofArea(0.5, 0.999, 0.5, 0.5)).isEqualTo(new SampleSize(2, 2));
    SampleSize rare = SampleSize.ofArea(0.5, 0.999, 0.01, 0.5);
    assertThat(rare.positives()).isEqualTo(2);
    assertThat(rare.negatives()).isEqualTo(99);
    SampleSize common = SampleSize.ofArea(0.9, 0.999, 0.99, 0.5);
    assertThat(common.negatives()).isEqualTo(2);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofShare(0, 0.1, LEVEL))
        .withMessageContaining("share is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofShare(0.5, 1, LEVEL))
        .withMessageContaining("width is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofSensitivity(0.5, 0.1, 0, LEVEL))
        .withMessageContaining("prevalence is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofArea(0.49, 0.1, 0.5, LEVEL))
        .withMessageContaining("area is 0.49");
    assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.ofArea(1, 0.1, 0.5, LEVEL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofArea(0.8, 0, 0.5, LEVEL))
        .withMessageContaining("width is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofArea(0.8, 0.1, 1, LEVEL))
        .withMessageContaining("prevalence is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofShare(0.5, 1e-9, LEVEL))
        .withMessageContaining("No study is large enough");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofSensitivity(0.85, 0.1, 1e-8, LEVEL))
        .withMessageContaining("at a prevalence of 1.0E-8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.ofArea(0.85, 0.1, 1e-10, LEVEL))
        .withMessageContaining("No study is large enough");
    assertThatIllegalArgumentException().isThrownBy(() -> new SampleSize(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new SampleSize(1, -2));
  }
}
