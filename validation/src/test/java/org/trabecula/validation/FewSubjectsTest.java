package org.trabecula.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.validation.agreement.Agreement;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Deming;
import org.trabecula.validation.agreement.IntraclassCorrelation;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.agreement.PassingBablok;
import org.trabecula.validation.agreement.RepeatPrecision;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.WeightedKappa;

/** The fewest subjects that a figure has an interval of: that of R; see {@link Golden}. */
class FewSubjectsTest {

  private static double[] first(int count, int column) {
    return Arrays.copyOf(Golden.column("pairs.csv", column), count);
  }

  private static PairedValues first(int count) {
    return PairedValues.of(first(count, 0), first(count, 1));
  }

  private static PairedValues milligrams(PairedValues pairs) {
    return PairedValues.of(milligrams(pairs.estimates()), milligrams(pairs.truths()));
  }

  private static double[] milligrams(double[] densities) {
    return Arrays.stream(densities).map(v -> Math.rint(1000 * v)).toArray();
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void agreement(double level) {
    Golden.assertSame(Agreement.bias(first(2), level), "few.bias");
    BlandAltman limits = BlandAltman.of(first(2), level).orElseThrow();
    Golden.assertSame(limits.bias(), "few.bias");
    Golden.assertSame(limits.sd(), "few.limits.sd");
    Golden.assertSame(limits.lower(), "few.limits.lower");
    Golden.assertSame(limits.upper(), "few.limits.upper");
    assertThat(limits.proportionalBias()).isEqualTo(Statistic.undefined("fewer than three pairs"));
    Golden.assertSame(Agreement.pearson(first(4), level), "few.pearson");
    Golden.assertSame(Agreement.concordance(first(4), level), "few.ccc");
    Golden.assertSame(IntraclassCorrelation.of(first(3), level), "few.icc");
    Golden.assertSame(
        RepeatPrecision.of(List.of(List.of(0.99, 1.01)), level).rmsSd(), "few.repeat");
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void lines(double level) {
    Line line = Line.of(first(3, 0), first(3, 1), level);
    Golden.assertSame(line.slope(), "few.slope");
    Golden.assertSame(line.intercept(), "few.intercept");
    Line deming = Deming.of(first(4), 1, level);
    Golden.assertSame(deming.slope(), "few.deming.slope");
    Golden.assertSame(deming.intercept(), "few.deming.intercept");
    Line passing = PassingBablok.of(milligrams(first(5)), level);
    Golden.assertSame(passing.slope(), "few.passing.slope");
    Golden.assertSame(passing.intercept(), "few.passing.intercept");
    // Five points have ten slopes, six have fifteen: an odd number.
    Line odd = PassingBablok.of(milligrams(first(6)), level);
    Golden.assertSame(odd.slope(), "few.odd.slope");
    Golden.assertSame(odd.intercept(), "few.odd.intercept");
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void diagnosis(double level) {
    boolean[] truths = {true, true, false, false};
    ScoredSubjects a = ScoredSubjects.of(new double[] {1, 3, 2, 0}, truths);
    ScoredSubjects b = ScoredSubjects.of(new double[] {3, 3, 2, 4}, truths);
    Golden.assertSame(RocArea.of(a.scores(true), a.scores(false), level), "few.auc");
    RocDifference both = RocDifference.of(a, b, level);
    Golden.assertSame(both.difference(), "few.difference");
    Golden.assertSame(both.pValue(), "few.p");
    int[][] counts = {{2, 0, 0}, {1, 1, 1}, {0, 1, 1}};
    Golden.assertSame(
        WeightedKappa.of(counts, WeightedKappa.Weights.NONE, level), "few.kappa.plain");
    Golden.assertSame(WeightedKappa.of(counts, WeightedKappa.Weights.LINEAR, level), "few.kappa");
  }

  /** The least share with an interval, none and all: also by hand, z²/(n + z²) and n/(n + z²). */
  @ParameterizedTest(name = "{0} of {1} at {2}")
  @CsvSource({
    "0, 1, 0.95", "1, 1, 0.95", "1, 2, 0.95", "0, 3, 0.95", "0, 20, 0.95", "20, 20, 0.95",
    "0, 1, 0.9", "1, 1, 0.9", "1, 2, 0.9", "0, 3, 0.9", "0, 20, 0.9", "20, 20, 0.9"
  })
  void extremeShares(int successes, int trials, double level) {
    Estimate share = Proportion.wilson(successes, trials, level);
    Golden.assertSame(share, "wilson.%d.%d".formatted(successes, trials));
    double z2 = Quantiles.normal(level) * Quantiles.normal(level);
    if (successes == 0) {
      assertThat(share.low()).isZero();
      assertThat(share.high()).isCloseTo(z2 / (trials + z2), within(1e-14));
    }
    if (successes == trials) {
      assertThat(share.low()).isCloseTo(trials / (trials + z2), within(1e-14));
      assertThat(share.high()).isEqualTo(1);
    }
  }
}
