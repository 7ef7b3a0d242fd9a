package org.trabecula.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;

class IntraclassCorrelationTest {
  private static final double LEVEL = 0.95;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static double[][] draw(long seed, double shift) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[25][3];
    for (double[] row : values) {
      double level = random.nextGaussian();
      Arrays.setAll(row, j -> level + 0.5 * random.nextGaussian() + j * shift);
    }
    return values;
  }

  private static Estimate of(double[][] values) {
    return IntraclassCorrelation.of(values, LEVEL).known().orElseThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void unitAndOriginDoNotMatterButABiasDoes(long seed) {
    Estimate plain = of(draw(seed, 0));
    double[][] other = draw(seed, 0);
    for (double[] row : other) {
      Arrays.setAll(row, j -> 7 - 3 * row[j]);
    }
    assertThat(of(other).value()).isCloseTo(plain.value(), within(1e-9));
    assertThat(of(other).low()).isCloseTo(plain.low(), within(1e-9));
    assertThat(of(draw(seed, 1)).value()).isLessThan(plain.value());
    assertThat(plain.holds(plain.value())).isTrue();
  }

  /** Micrograms or tonnes, from zero or from a million: the same correlation. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTinyUnitAndAFarOriginDoNotMatter(long seed) {
    Estimate plain = of(draw(seed, 0.2));
    double[][] tiny = draw(seed, 0.2);
    double[][] far = draw(seed, 0.2);
    for (int i = 0; i < tiny.length; i++) {
      double[] small = tiny[i];
      double[] moved = far[i];
      Arrays.setAll(small, j -> 1e-9 * small[j]);
      Arrays.setAll(moved, j -> 1e6 + moved[j]);
    }
    for (Estimate same : new Estimate[] {of(tiny), of(far)}) {
      assertThat(same.value()).isCloseTo(plain.value(), within(1e-7));
      assertThat(same.low()).isCloseTo(plain.low(), within(1e-7));
      assertThat(same.high()).isCloseTo(plain.high(), within(1e-7));
    }
  }

  /** The sums of 0.1 and 0.2 in any order differ by rounding alone. */
  @Test
  void subjectsOfEqualMeansDoNotDiffer() {
    double[][] turned = {{0.1, 0.2, 0.3}, {0.3, 0.1, 0.2}, {0.2, 0.3, 0.1}, {0.3, 0.2, 0.1}};
    assertThat(IntraclassCorrelation.of(turned, LEVEL))
        .isEqualTo(Statistic.undefined("the subjects do not differ"));
  }

  @Test
  void valuesThatDoNotVaryHaveNone() {
    double[][] flat = new double[5][3];
    Arrays.stream(flat).forEach(row -> Arrays.fill(row, 0.1));
    assertThat(IntraclassCorrelation.of(flat, LEVEL))
        .isEqualTo(Statistic.undefined("the values do not vary"));
  }

  @Test
  void methodsThatNeverDifferAgreeWholly() {
    double[][] same = {{0.1, 0.1, 0.1}, {0.7, 0.7, 0.7}, {0.3, 0.3, 0.3}};
    assertThat(of(same)).isEqualTo(new Estimate(1, 1, 1, LEVEL));
  }

  /** Small tables of few different values, of which many have a correlation below zero. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTableHasAFiniteAnswer(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int negative = 0;
    for (int draw = 0; draw < 50; draw++) {
      double[][] values = new double[random.nextInt(3, 7)][random.nextInt(2, 5)];
      for (double[] row : values) {
        Arrays.setAll(row, j -> random.nextInt(4));
      }
      Statistic icc = IntraclassCorrelation.of(values, LEVEL);
      negative += icc.known().filter(estimate -> estimate.value() < 0).isPresent() ? 1 : 0;
      icc.known()
          .ifPresent(e ->
              assertThat(e.value()).as(Arrays.deepToString(values)).isBetween(e.low(), e.high()));
    }
    assertThat(negative).isPositive();
  }

  @Test
  void subjectsThatDoNotDifferHaveNoCorrelation() {
    double[][] values = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};
    assertThat(IntraclassCorrelation.of(values, LEVEL))
        .isEqualTo(Statistic.undefined("the subjects do not differ"));
  }

  @Test
  void ofPairsItIsThatOfTwoColumns() {
    double[][] values = {{1, 2}, {3, 3}, {4, 6}, {8, 7}};
    PairedValues pairs = PairedValues.of(new double[] {1, 3, 4, 8}, new double[] {2, 3, 6, 7});
    assertThat(IntraclassCorrelation.of(pairs, LEVEL)).isEqualTo(Statistic.of(of(values)));
  }

  @Test
  void badTablesAreRefused() {
    double[][] two = {{1, 2}, {2, 3}};
    assertThat(IntraclassCorrelation.of(two, LEVEL))
        .isEqualTo(Statistic.undefined("fewer than three subjects"));
    assertThat(IntraclassCorrelation.of(new double[0][], LEVEL).known()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1, 2}, {1}}, LEVEL))
        .withMessageContaining("1 values beside 2 methods");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1}, {2}, {3}}, LEVEL))
        .withMessageContaining("1 column");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1, Double.NaN}}, LEVEL));
    assertThatIllegalArgumentException().isThrownBy(() -> IntraclassCorrelation.of(two, 2));
  }
}
