package org.trabecula.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.densitometry.StandardNormal;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Golden;
import org.trabecula.validation.Moments;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.planning.PlannedShare.Kind;

class StudySizeTest {
  private static final double LEVEL = 0.95;
  private static final int STUDIES = Integer.getInteger("trabecula.draws", 300);
  private static final OptionalDouble EXPECTED = OptionalDouble.empty();

  private static StudySize size(PlannedFigure figure) {
    return StudySize.of(figure, LEVEL, EXPECTED);
  }

  private static StudySize assured(PlannedFigure figure, double assurance) {
    return StudySize.of(figure, LEVEL, OptionalDouble.of(assurance));
  }

  private static double[] figures(StudySize size) {
    return new double[] {size.size().total(), size.expectedWidth(), size.chance()};
  }

  @ParameterizedTest
  @CsvSource({"0.06, 0.025", "0.09, 0.05"})
  void errorsNeedTheSubjectsThatRCounts(String sd, String width) {
    double s = Double.parseDouble(sd);
    double w = Double.parseDouble(width);
    String of = ".%s.%s".formatted(sd, width);
    Golden.assertSame(
        figures(size(new PlannedError(PlannedError.Kind.BIAS, s, w))), "plan.bias" + of);
    Golden.assertSame(figures(size(new PlannedLimits(s, w))), "plan.limits" + of);
    Golden.assertSame(
        size(new PlannedError(PlannedError.Kind.MEAN_ABSOLUTE, s, w)).size().total(),
        "plan.mae" + of);
  }

  /** Archer et al. need 386 for R² 0.5 and a width of 0.2 with z; Student's t needs two more. */
  @Test
  void aSlopeNeedsTheSubjectsThatRCounts() {
    Golden.assertSame(figures(size(new PlannedSlope(1, 0.95, 0.1))), "plan.slope.0.95.0.1");
    StudySize half = size(new PlannedSlope(1, Math.sqrt(0.5), 0.2));
    Golden.assertSame(figures(half), "plan.slope.0.707107.0.2");
    assertThat(half.size().total()).isEqualTo(386 + 2);
  }

  @Test
  void theChanceOfAShareIsTheSumOverAllThatCanHappen() {
    Golden.assertSame(
        new double[] {
          new PlannedShare(Kind.SENSITIVITY, 0.9, 0.12, 0.3).chance(300, LEVEL),
          new PlannedShare(Kind.SENSITIVITY, 0.9, 0.12, 0.3).chance(450, LEVEL),
          new PlannedShare(Kind.SPECIFICITY, 0.5, 0.2, 0.3).chance(120, LEVEL)
        },
        "plan.chance.share");
  }

  @Test
  void theMeanSpreadOfASampleIsThatOfR() {
    Golden.assertSame(
        new double[] {
          SpreadOfNormal.expected(2),
          SpreadOfNormal.expected(5),
          SpreadOfNormal.expected(30),
          SpreadOfNormal.expected(1000)
        },
        "plan.c4");
  }

  @Test
  void sharesAndAreasAgreeWithTheSampleSizes() {
    PlannedShare sensitivity = new PlannedShare(Kind.SENSITIVITY, 0.9, 0.1, 0.3);
    assertThat(size(sensitivity).size()).isEqualTo(SampleSize.ofSensitivity(0.9, 0.1, 0.3, LEVEL));
    SampleSize mirrored = size(new PlannedShare(Kind.SPECIFICITY, 0.9, 0.1, 0.7)).size();
    assertThat(mirrored.negatives()).isEqualTo(size(sensitivity).size().positives());
    assertThat(mirrored.total()).isEqualTo(size(sensitivity).size().total());
    assertThat(size(PlannedArea.of(0.9, 0.06, 0.3)).size())
        .isEqualTo(SampleSize.ofArea(0.9, 0.06, 0.3, LEVEL));
  }

  /** What is promised and what the statistics of this module then give, on normal data. */
  @Test
  void simulatedStudiesReachTheWidthAsOftenAsPromised() {
    for (double assurance : new double[] {0, 0.8}) {
      reached(new PlannedShare(Kind.SENSITIVITY, 0.9, 0.12, 0.3), assurance, this::share);
      reached(PlannedArea.of(0.9, 0.08, 0.3), assurance, this::area);
      reached(new PlannedError(PlannedError.Kind.BIAS, 0.06, 0.03), assurance, this::bias);
      reached(new PlannedLimits(0.06, 0.04), assurance, this::limit);
      reached(new PlannedSlope(1, 0.9, 0.15), assurance, this::slope);
    }
  }

  private void reached(PlannedFigure figure, double assurance, Function<Draw, Estimate> study) {
    StudySize size = assurance == 0 ? size(figure) : assured(figure, assurance);
    SplittableRandom random = new SplittableRandom(20261126);
    int narrow = 0;
    int held = 0;
    double sum = 0;
    for (int i = 0; i < STUDIES; i++) {
      Estimate interval = study.apply(new Draw(random, size.size().total()));
      double width = interval.high() - interval.low();
      narrow += width <= figure.width() + 1e-12 ? 1 : 0;
      held += interval.holds(truth(figure)) ? 1 : 0;
      sum += width;
    }
    double share = (double) narrow / STUDIES;
    double error = Math.sqrt(0.25 / STUDIES);
    if (Boolean.getBoolean("trabecula.print")) {
      System.err.printf(
          "%s, assurance %.1f: n %d, promised %.3f, reached %.3f, width %.4f of %.4f, held %.3f%n",
          figure.label(),
          assurance,
          size.size().total(),
          size.chance(),
          share,
          sum / STUDIES,
          figure.width(),
          (double) held / STUDIES);
    }
    assertThat(share).as(figure.label()).isCloseTo(size.chance(), within(3.1 * error));
    assertThat(sum / STUDIES).as(figure.label()).isLessThan(1.02 * figure.width());
    assertThat((double) held / STUDIES).as(figure.label()).isGreaterThan(0.91);
  }

  private static double truth(PlannedFigure figure) {
    return figure.expected();
  }

  /** A study to be drawn: how many, and from where. */
  private record Draw(SplittableRandom random, int subjects) {
    int binomial(int n, double p) {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += random.nextDouble() < p ? 1 : 0;
      }
      return sum;
    }

    double[] normal(int n, double mean, double sd) {
      double[] values = new double[n];
      Arrays.setAll(values, i -> mean + sd * random.nextGaussian());
      return values;
    }
  }

  private Estimate share(Draw draw) {
    int positives = draw.binomial(draw.subjects, 0.3);
    return Proportion.wilson(draw.binomial(positives, 0.9), positives, LEVEL);
  }

  private Estimate area(Draw draw) {
    int positives = draw.binomial(draw.subjects, 0.3);
    double shift = Math.sqrt(2) * StandardNormal.quantile(0.9);
    Statistic area =
        RocArea.of(
            draw.normal(positives, shift, 1), draw.normal(draw.subjects - positives, 0, 1), LEVEL);
    return area.known().orElseThrow();
  }

  private Estimate bias(Draw draw) {
    return limits(draw).bias();
  }

  private Estimate limit(Draw draw) {
    return limits(draw).upper();
  }

  private BlandAltman limits(Draw draw) {
    double[] truth = draw.normal(draw.subjects, 0.9, 0.14);
    double[] estimate = truth.clone();
    for (int i = 0; i < truth.length; i++) {
      estimate[i] += 0.06 * draw.random.nextGaussian();
    }
    return BlandAltman.of(PairedValues.of(estimate, truth), LEVEL).orElseThrow();
  }

  private Estimate slope(Draw draw) {
    double[] estimate = draw.normal(draw.subjects, 0, 0.9);
    double[] truth = estimate.clone();
    for (int i = 0; i < truth.length; i++) {
      truth[i] += Math.sqrt(1 - 0.81) * draw.random.nextGaussian();
    }
    return CalibrationLine.of(PairedValues.of(estimate, truth), LEVEL)
        .slope()
        .known()
        .orElseThrow();
  }

  /** Of normal errors the mean absolute one lies within its planned width as often as promised. */
  @Test
  void theMeanAbsoluteErrorIsAsWideAsPlanned() {
    PlannedError figure = new PlannedError(PlannedError.Kind.MEAN_ABSOLUTE, 0.06, 0.01);
    StudySize size = assured(figure, 0.8);
    SplittableRandom random = new SplittableRandom(7);
    int narrow = 0;
    for (int i = 0; i < STUDIES; i++) {
      double[] errors = new Draw(random, size.size().total()).normal(size.size().total(), 0, 0.06);
      double[] absolute = Arrays.stream(errors).map(Math::abs).toArray();
      double sd = Moments.standardDeviation(absolute);
      narrow += 2 * 1.959964 * sd / Math.sqrt(absolute.length) <= 0.01 ? 1 : 0;
    }
    assertThat((double) narrow / STUDIES)
        .isCloseTo(size.chance(), within(3.1 * Math.sqrt(0.25 / STUDIES)));
  }

  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void moreAssuranceNarrowerOrSurerNeverNeedsFewer(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double share = random.nextDouble(0.6, 0.97);
    double width = random.nextDouble(0.05, 0.2);
    double prevalence = random.nextDouble(0.1, 0.9);
    Function<Double, PlannedFigure> figure =
        w -> new PlannedShare(Kind.SPECIFICITY, share, w, prevalence);
    int plain = size(figure.apply(width)).size().total();
    StudySize assured = assured(figure.apply(width), 0.9);
    assertThat(assured.size().total()).isGreaterThanOrEqualTo(plain);
    assertThat(assured.chance()).isGreaterThanOrEqualTo(0.9);
    assertThat(size(figure.apply(width * 0.8)).size().total()).isGreaterThan(plain);
    assertThat(StudySize.of(figure.apply(width), 0.99, EXPECTED).size().total())
        .isGreaterThan(plain);
    assertThat(assured.recruited(0)).isEqualTo(assured.size().total());
    assertThat(assured.recruited(0.5)).isEqualTo(2 * assured.size().total());
  }

  @Test
  void labelsSourcesAndUnitsArePrinted() {
    List<PlannedFigure> all =
        List.of(
            new PlannedShare(Kind.SENSITIVITY, 0.9, 0.1, 0.3),
            new PlannedShare(Kind.SPECIFICITY, 0.9, 0.1, 0.3),
            PlannedArea.of(0.9, 0.1, 0.3),
            new PlannedError(PlannedError.Kind.BIAS, 0.1, 0.1),
            new PlannedError(PlannedError.Kind.MEAN_ABSOLUTE, 0.1, 0.1),
            new PlannedLimits(0.1, 0.1),
            new PlannedSlope(1, 0.9, 0.1));
    assertThat(all).extracting(PlannedFigure::label).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(figure -> assertThat(figure.source()).isNotBlank());
    assertThat(all.get(5).expected()).isCloseTo(0.196, within(1e-4));
    assertThat(all.get(4).expected()).isCloseTo(0.0798, within(1e-4));
    assertThat(all.get(4).unit()).isEqualTo("g/cm2");
    assertThat(all.get(6).split(50)).isEqualTo(new SampleSize(0, 50));
  }

  @Test
  void whatCannotBePlannedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlannedShare(Kind.SENSITIVITY, 1, 0.1, 0.3))
        .withMessageContaining("sensitivity is 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> PlannedArea.of(0.4, 0.1, 0.3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlannedLimits(-1, 0.1))
        .withMessageContaining("sd of the errors is -1.0 g/cm2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlannedSlope(1, 1, 0.1))
        .withMessageContaining("r is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assured(new PlannedLimits(0.1, 0.1), 1))
        .withMessageContaining("assurance is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> size(new PlannedLimits(1, 0.1)).recruited(1))
        .withMessageContaining("dropout");
  }
}
