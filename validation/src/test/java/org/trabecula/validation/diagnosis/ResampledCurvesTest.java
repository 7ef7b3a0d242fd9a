package org.trabecula.validation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.SubjectRows;

/** What is counted in one pass over a resample is what the definition says of it. */
class ResampledCurvesTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(150, 1, 0.95);
  private static final double[] THRESHOLDS = {0.05, 0.2, 0.5, 0.8};

  /** Two rows of each of 40 subjects; risks with ties. */
  private static ScoredSubjects risks(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] positive = new boolean[80];
    double[] risks = new double[80];
    for (int i = 0; i < risks.length; i++) {
      positive[i] = random.nextDouble() < 0.4;
      risks[i] = Math.round(10 * (0.6 * random.nextDouble() + (positive[i] ? 0.3 : 0.1))) / 10.0;
    }
    return ScoredSubjects.of(risks, positive);
  }

  private static final List<String> SUBJECTS =
      IntStream.range(0, 80).mapToObj(i -> "S" + i / 2).toList();

  private static OptionalDouble value(Statistic statistic) {
    return statistic
        .known()
        .map(estimate -> OptionalDouble.of(estimate.value()))
        .orElse(OptionalDouble.empty());
  }

  private static void assertSame(Statistic actual, Statistic expected) {
    Estimate found = actual.known().orElseThrow();
    Estimate wanted = expected.known().orElseThrow();
    assertThat(found.value()).isCloseTo(wanted.value(), within(1e-12));
    assertThat(found.low()).isCloseTo(wanted.low(), within(1e-12));
    assertThat(found.high()).isCloseTo(wanted.high(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void decisionCurves(long seed) {
    ScoredSubjects risks = risks(seed);
    List<NetBenefit> curve =
        NetBenefit.curve(SubjectRows.of(SUBJECTS, BOOTSTRAP), risks, THRESHOLDS);
    for (NetBenefit point : curve) {
      double t = point.threshold();
      assertSame(
          point.ofTest(),
          BOOTSTRAP.of(SUBJECTS, rows -> value(NetBenefit.of(risks.rows(rows), t, 0.95).ofTest())));
      assertSame(
          point.ofAll(),
          BOOTSTRAP.of(SUBJECTS, rows -> value(NetBenefit.of(risks.rows(rows), t, 0.95).ofAll())));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void averagePrecision(long seed) {
    ScoredSubjects scores = risks(seed);
    assertSame(
        Curves.averagePrecision(SUBJECTS, scores, BOOTSTRAP),
        BOOTSTRAP.of(SUBJECTS, rows -> byDefinition(scores.rows(rows))));
  }

  /** The sum over the points of precision times the step of recall. */
  private static OptionalDouble byDefinition(ScoredSubjects scores) {
    double sum = 0;
    double before = 0;
    for (Curves.Point point : Curves.of(scores)) {
      sum += (point.sensitivity() - before) * point.precision();
      before = point.sensitivity();
    }
    return OptionalDouble.of(sum);
  }
}
