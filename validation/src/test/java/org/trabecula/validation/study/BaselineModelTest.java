package org.trabecula.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Subject;
import org.trabecula.validation.study.BaselineModel.Kind;

class BaselineModelTest {

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  static Subject subject(Sex sex, double age, double height, double weight) {
    return new Subject(
        Optional.of(sex),
        OptionalDouble.of(age),
        OptionalDouble.of(height),
        OptionalDouble.of(weight));
  }

  private static Subject draw(SplittableRandom random) {
    return subject(
        random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
        random.nextDouble(40, 90),
        random.nextDouble(145, 190),
        random.nextDouble(40, 100));
  }

  private static List<Observation> train(long seed, ToDoubleFunction<Subject> density) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Subject subject = draw(random);
      rows.add(new Observation("S" + i, subject, density.applyAsDouble(subject)));
    }
    return rows;
  }

  private static double linear(Subject s) {
    return 1.2
        - 0.004 * s.ageYears().orElseThrow()
        + (s.sex().orElseThrow() == Sex.MALE ? 0.08 : 0)
        - 0.001 * s.heightCm().orElseThrow()
        + 0.003 * s.weightKg().orElseThrow();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aLinearTruthIsFoundExactly(long seed) {
    BaselineModel model =
        BaselineModel.fit(Kind.AGE_SEX_SIZE, train(seed, BaselineModelTest::linear));
    Subject fresh = draw(new SplittableRandom(seed + 1000));
    assertThat(model.predict(fresh)).isCloseTo(linear(fresh), within(1e-10));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void residualsOfTheTrainingRowsCancel(Kind kind) {
    SplittableRandom noise = new SplittableRandom(4);
    List<Observation> rows = train(5, s -> linear(s) + noise.nextDouble(-0.2, 0.2));
    BaselineModel model = BaselineModel.fit(kind, rows);
    double sum =
        rows.stream().mapToDouble(row -> row.density() - model.predict(row.subject())).sum();
    assertThat(sum).isCloseTo(0, within(1e-10));
  }

  @Test
  void moreKnowledgeNeverFitsWorse() {
    SplittableRandom noise = new SplittableRandom(4);
    List<Observation> rows = train(6, s -> linear(s) + noise.nextDouble(-0.2, 0.2));
    double before = Double.POSITIVE_INFINITY;
    for (Kind kind : Kind.values()) {
      BaselineModel model = BaselineModel.fit(kind, rows);
      double squares =
          rows.stream()
              .mapToDouble(row -> row.density() - model.predict(row.subject()))
              .map(e -> e * e)
              .sum();
      assertThat(squares).isLessThan(before);
      before = squares;
    }
  }

  @Test
  void theMeanKnowsNothingOfTheSubject() {
    List<Observation> rows = train(7, BaselineModelTest::linear);
    double mean = rows.stream().mapToDouble(Observation::density).average().orElseThrow();
    assertThat(BaselineModel.fit(Kind.MEAN, rows).predict(Subject.UNKNOWN))
        .isCloseTo(mean, within(1e-12));
  }

  /** Nobody of unknown sex was trained on: the mean of the sexes is all there is. */
  @Test
  void aSubjectOfWhomNothingIsKnownGetsTheMean() {
    List<Observation> rows = train(8, BaselineModelTest::linear);
    double mean = rows.stream().mapToDouble(Observation::density).average().orElseThrow();
    assertThat(BaselineModel.fit(Kind.AGE_SEX_SIZE, rows).predict(Subject.UNKNOWN))
        .isCloseTo(mean, within(1e-12));
  }

  /** By hand: known ages 60 and 80 with 1.0 and 0.8; those of unknown age have 0.7. */
  @Test
  void aMissingValueHasACoefficientOfItsOwn() {
    Subject sixty =
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.of(60),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Subject eighty = Subject.UNKNOWN.overriddenBy(sixty).overriddenBy(age(80));
    Subject unknown =
        new Subject(
            Optional.of(Sex.FEMALE),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    BaselineModel model =
        BaselineModel.fit(
            Kind.AGE_SEX,
            List.of(
                new Observation("A", sixty, 1.0),
                new Observation("B", eighty, 0.8),
                new Observation("C", unknown, 0.7)));
    assertThat(model.predict(unknown)).isCloseTo(0.7, within(1e-12));
    assertThat(model.predict(sixty)).isCloseTo(1.0, within(1e-12));
    assertThat(model.predict(unknown.overriddenBy(age(70)))).isCloseTo(0.9, within(1e-12));
  }

  private static Subject age(double years) {
    return new Subject(
        Optional.empty(), OptionalDouble.of(years), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Residuals are at right angles to every column: the normal equations. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leastSquaresLeavesNothingInTheColumns(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] design = new double[25][];
    double[] response = new double[25];
    for (int i = 0; i < 25; i++) {
      double a = random.nextDouble(50, 60);
      // The last column repeats the second: it must be left out.
      design[i] = new double[] {1, a, random.nextDouble(), 2 * a};
      response[i] = random.nextDouble();
    }
    double[] coefficients = LeastSquares.solve(design, response);
    assertThat(coefficients[3]).isZero();
    for (int column = 0; column < 4; column++) {
      double sum = 0;
      for (int i = 0; i < 25; i++) {
        double fitted = 0;
        for (int j = 0; j < 4; j++) {
          fitted += coefficients[j] * design[i][j];
        }
        sum += (response[i] - fitted) * design[i][column];
      }
      assertThat(sum).isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void withoutRowsThereIsNoModel() {
    assertThatIllegalArgumentException().isThrownBy(() -> BaselineModel.fit(Kind.MEAN, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Observation("A", Subject.UNKNOWN, 0))
        .withMessageContaining("density is 0.0 g/cm2");
  }
}
