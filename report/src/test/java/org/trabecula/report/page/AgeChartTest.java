package org.trabecula.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.Evidence;
import org.trabecula.densitometry.ReferenceValue;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;

class AgeChartTest {
  private static final Evidence EVIDENCE = new Evidence(Evidence.Strength.DERIVED, "a test");
  private static final Pattern POINT =
      Pattern.compile("<circle class=\"point (\\w+)\" cx=\"([0-9.]+)\" cy=\"([0-9.]+)\"");

  static List<Long> seeds() {
    return List.of(1L, 2L, 3L, 4L, 5L);
  }

  private static ReferenceValue value(double mean) {
    return new ReferenceValue(mean, 0.11, ScannerScale.HOLOGIC, EVIDENCE);
  }

  private static ChartData data(double bmd, OptionalDouble age, boolean inView) {
    return new ChartData(
        DensityEstimate.normal(Site.L1_L4, bmd, 0.05, ScannerScale.HOLOGIC),
        inView,
        value(1.047),
        List.of(
            new ChartData.Node(25, value(1.05)),
            new ChartData.Node(55, value(0.98)),
            new ChartData.Node(80, value(0.88))),
        age);
  }

  private static double[] point(ChartData data) {
    Matcher matcher = POINT.matcher(AgeChart.svg(data));
    assertThat(matcher.find()).isTrue();
    return new double[] {
      Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3))
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aHigherDensityIsHigherAndAnOlderSubjectFurtherRight(long seed) {
    var random = new java.util.SplittableRandom(seed);
    double low = random.nextDouble(0.6, 0.9);
    double high = low + random.nextDouble(0.02, 0.3);
    double young = random.nextDouble(25, 50);
    double old = young + random.nextDouble(1, 30);

    double[] one = point(data(low, OptionalDouble.of(young), true));
    double[] other = point(data(high, OptionalDouble.of(old), true));

    assertThat(other[1]).isLessThan(one[1]);
    assertThat(other[0]).isGreaterThan(one[0]);
  }

  /** 55 years is the middle of 20 to 90, which lies between x = 42 and 342. */
  @Test
  void aPlaceOnTheAgeAxisIsTheOneWorkedOutByHand() {
    assertThat(point(data(0.9, OptionalDouble.of(55), true))[0]).isCloseTo(192, within(0.05));
  }

  @Test
  void aDensityBeyondAllReferencesStaysOnTheChart() {
    for (double bmd : new double[] {0.2, 2.4}) {
      assertThat(point(data(bmd, OptionalDouble.of(99), true))[1]).isBetween(0.0, AgeChart.HEIGHT);
    }
  }

  @Test
  void anInferredEstimateIsAnOpenPoint() {
    assertThat(AgeChart.svg(data(0.9, OptionalDouble.of(60), false))).contains("point inferred");
    assertThat(AgeChart.svg(data(0.9, OptionalDouble.of(60), true))).contains("point seen");
  }

  @Test
  void withoutAnAgeTheIntervalSpansTheChart() {
    assertThat(AgeChart.svg(data(0.9, OptionalDouble.empty(), true)))
        .contains("unknown-age", "age unknown")
        .doesNotContain("<circle");
  }

  @Test
  void ticksAreMultiplesOfTheStep() {
    assertThat(new Axis(0.55, 1.21, 0, 100).ticks("0.2"))
        .extracting(Object::toString)
        .containsExactly("0.6", "0.8", "1.0", "1.2");
  }
}
