package org.trabecula.validation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Golden;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;

/** Deming's line and that of Passing and Bablok. */
class LinesTest {
  private static final double LEVEL = 0.95;
  private static final Offset<Double> TIGHT = within(1e-9);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static PairedValues draw(long seed, double shift, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] truths = new double[30];
    double[] estimates = new double[30];
    for (int i = 0; i < 30; i++) {
      double level = random.nextDouble(0.5, 1.3);
      truths[i] = level + random.nextDouble(-0.05, 0.05);
      estimates[i] = shift + factor * (level + random.nextDouble(-0.05, 0.05));
    }
    return PairedValues.of(estimates, truths);
  }

  private static PairedValues milligrams(String file) {
    return PairedValues.of(whole(Golden.column(file, 0)), whole(Golden.column(file, 1)));
  }

  private static double[] whole(double[] densities) {
    return Arrays.stream(densities).map(v -> Math.rint(1000 * v)).toArray();
  }

  private static Estimate known(Statistic statistic) {
    return statistic.known().orElseThrow();
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void demingIsThatOfTheFormulaInR(double level) {
    PairedValues pairs = Golden.pairs("pairs.csv");
    Line orthogonal = Deming.of(pairs, 1, level);
    Golden.assertSame(orthogonal.slope(), "deming.slope");
    Golden.assertSame(orthogonal.intercept(), "deming.intercept");
    Line weighted = Deming.of(pairs, 4, level);
    Golden.assertSame(weighted.slope(), "deming.ratio.slope");
    Golden.assertSame(weighted.intercept(), "deming.ratio.intercept");
  }

  @ParameterizedTest(name = "level {0}")
  @ValueSource(doubles = {0.95, 0.9})
  void passingAndBablokIsThatOfTheFormulaInR(double level) {
    Line line = PassingBablok.of(milligrams("pairs.csv"), level);
    Golden.assertSame(line.slope(), "passing.slope");
    Golden.assertSame(line.intercept(), "passing.intercept");
    Line ties = PassingBablok.of(milligrams("ties.csv"), level);
    Golden.assertSame(ties.slope(), "passing.ties.slope");
    Golden.assertSame(ties.intercept(), "passing.ties.intercept");
  }

  /** With equal error in both, whichever is called the truth, the line is the same. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void turningThePairsRoundInvertsTheSlope(long seed) {
    PairedValues pairs = draw(seed, 0.1, 1.2);
    PairedValues turned = PairedValues.of(pairs.truths(), pairs.estimates());
    double forth = known(Deming.of(pairs, 1, LEVEL).slope()).value();
    assertThat(known(Deming.of(turned, 1, LEVEL).slope()).value()).isCloseTo(1 / forth, TIGHT);
    double median = known(PassingBablok.of(pairs, LEVEL).slope()).value();
    // Of an even number of slopes the middle two are averaged, which does not invert exactly.
    assertThat(known(PassingBablok.of(turned, LEVEL).slope()).value())
        .isCloseTo(1 / median, within(0.01));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aShiftMovesTheInterceptAlone(long seed) {
    Line plain = PassingBablok.of(draw(seed, 0, 1), LEVEL);
    Line moved = PassingBablok.of(draw(seed, 0.5, 1), LEVEL);
    assertThat(known(moved.slope()).value()).isCloseTo(known(plain.slope()).value(), TIGHT);
    assertThat(known(moved.intercept()).low())
        .isCloseTo(known(plain.intercept()).low() + 0.5, TIGHT);
    Line deming = Deming.of(draw(seed, 0, 1), 2, LEVEL);
    Line demingMoved = Deming.of(draw(seed, 0.5, 1), 2, LEVEL);
    assertThat(known(demingMoved.slope()).high()).isCloseTo(known(deming.slope()).high(), TIGHT);
    assertThat(known(demingMoved.intercept()).high())
        .isCloseTo(known(deming.intercept()).high() + 0.5, TIGHT);
  }

  @Test
  void pointsOnALineGiveThatLine() {
    double[] truths = {1, 2, 3, 4, 5, 7};
    double[] estimates = Arrays.stream(truths).map(x -> 0.5 + 1.5 * x).toArray();
    PairedValues pairs = PairedValues.of(estimates, truths);
    for (Line line :
        new Line[] {
          Deming.of(pairs, 1, LEVEL),
          PassingBablok.of(pairs, LEVEL),
          Line.of(truths, estimates, LEVEL)
        }) {
      for (double slope : new double[] {known(line.slope()).low(), known(line.slope()).high()}) {
        // The residual is zero but for rounding, of which the error is the root.
        assertThat(slope).isCloseTo(1.5, within(1e-7));
      }
      assertThat(known(line.intercept()).value()).isCloseTo(0.5, TIGHT);
    }
  }

  @Test
  void tooFewPairsHaveNoLine() {
    PairedValues three = PairedValues.of(new double[] {1, 2, 4}, new double[] {1, 2, 3});
    assertThat(Deming.of(three, 1, LEVEL)).isEqualTo(Line.undefined("fewer than four pairs"));
    PairedValues four = PairedValues.of(new double[] {1, 2, 4, 5}, new double[] {1, 2, 3, 4});
    assertThat(Deming.of(four, 1, LEVEL).slope().known()).isPresent();
    assertThat(PassingBablok.of(four, LEVEL)).isEqualTo(Line.undefined("fewer than five pairs"));
    assertThat(Line.of(new double[] {1, 2}, new double[] {1, 2}, LEVEL))
        .isEqualTo(Line.undefined("fewer than three pairs"));
    assertThat(Line.of(new double[] {1, 2, 3}, new double[] {1, 2, 4}, LEVEL).slope().known())
        .isPresent();
    int many = 5001;
    PairedValues large = PairedValues.of(new double[many], new double[many]);
    assertThat(PassingBablok.of(large, LEVEL))
        .isEqualTo(Line.undefined("more than 5000 pairs: draw a sample"));
  }

  @Test
  void whatDoesNotVaryHasNoLine() {
    PairedValues same = PairedValues.of(new double[6], new double[6]);
    assertThat(PassingBablok.of(same, LEVEL)).isEqualTo(Line.undefined("too few different points"));
    assertThat(Deming.of(same, 1, LEVEL)).isEqualTo(Line.undefined("the values do not correlate"));
    PairedValues upright =
        PairedValues.of(new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 2, 2, 2, 2, 2});
    assertThat(PassingBablok.of(upright, LEVEL)).isEqualTo(Line.undefined("the line is too steep"));
    assertThat(Line.of(upright.truths(), upright.estimates(), LEVEL))
        .isEqualTo(Line.undefined("the values do not vary"));
    // The four corners of a square, and one point off them: without it nothing correlates.
    PairedValues corner =
        PairedValues.of(new double[] {0, 0, 1, 1, 5}, new double[] {0, 1, 0, 1, 5});
    assertThat(Deming.of(corner, 1, LEVEL))
        .isEqualTo(Line.undefined("the values do not correlate"));
    PairedValues square = PairedValues.of(new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1});
    assertThat(Deming.of(square, 1, LEVEL))
        .isEqualTo(Line.undefined("the values do not correlate"));
  }

  /** One slope in ten is below -1, which shifts the upper end beyond the steepest. */
  @Test
  void anEndBeyondTheSlopesIsNone() {
    double[] truths = {0, 1, 2, 3, 4};
    PairedValues dented = PairedValues.of(new double[] {0, 1, 5, 3.9, 4}, truths);
    assertThat(PassingBablok.of(dented, LEVEL))
        .isEqualTo(Line.undefined("too few different points"));
    PairedValues less = PairedValues.of(new double[] {0, 1, 4.8, 3.9, 4}, truths);
    assertThat(PassingBablok.of(less, LEVEL).slope().known()).isPresent();
  }

  @Test
  void fiveThousandPairsAreStillTaken() {
    PairedValues same = PairedValues.of(new double[5000], new double[5000]);
    assertThat(PassingBablok.of(same, LEVEL)).isEqualTo(Line.undefined("too few different points"));
  }

  @Test
  void aLineHasAnOrdinateForEveryAbscissa() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Line.of(new double[] {1, 2, 3}, new double[] {1, 2, 3, 4}, LEVEL))
        .withMessage("3 x beside 4 y");
  }

  @Test
  void aRatioOfVariancesIsPositive() {
    PairedValues pairs = draw(1, 0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Deming.of(pairs, 0, LEVEL))
        .withMessageContaining("errorRatio is 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Deming.of(pairs, Double.NaN, LEVEL));
    assertThatIllegalArgumentException().isThrownBy(() -> Deming.of(pairs, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PassingBablok.of(pairs, 0));
  }
}
