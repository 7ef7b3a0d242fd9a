package org.trabecula.learning.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.learning.torch.LabelPredictor.Answer;
import org.trabecula.validation.Bootstrap;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;

class MeasureTest {
  private static final List<String> CLASSES = List.of("normal", "osteopenia", "osteoporosis");
  private static final List<Measure> ALL = Measure.of(CLASSES, "osteoporosis");
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1, 0.95);

  private static LabelledFilm film(int number, double label) {
    String disease = CLASSES.get(label > -1 ? 0 : label > -2.5 ? 1 : 2);
    return new LabelledFilm("f" + number, Path.of("f"), label, disease, "f" + number, "", Map.of());
  }

  private static Answer answer(double label, double... p) {
    return new Answer(label, Arrays.stream(p).boxed().toList());
  }

  private static final List<LabelledFilm> FOUR =
      List.of(film(0, -0.5), film(1, -1.5), film(2, -2.6), film(3, -2.8));

  private static final Judged HAND =
      new Judged(
          FOUR,
          CLASSES,
          List.of(
              answer(-1.0, 0.6, 0.3, 0.1),
              answer(-1.5, 0.2, 0.3, 0.5),
              answer(-2.6, 0.1, 0.5, 0.4),
              answer(-1.8, 0.1, 0.2, 0.7)));

  private static double at(Measure measure, Judged judged) {
    return measure.at(IntStream.range(0, judged.films().size()).toArray(), judged).orElseThrow();
  }

  /** By hand: errors -0.5, 0, 0, 1; osteoporosis is ranked right in 3 of 4 pairs. */
  @Test
  void fourFilmsByHand() {
    assertThat(at(new Measure.MeanAbsoluteError(), HAND)).isCloseTo(1.5 / 4, within(1e-12));
    assertThat(at(new Measure.RootMeanSquareError(), HAND))
        .isCloseTo(Math.sqrt(1.25 / 4), within(1e-12));
    assertThat(at(new Measure.Accuracy(), HAND)).isEqualTo(0.5);
    assertThat(at(new Measure.ClassArea("osteoporosis"), HAND)).isEqualTo(0.75);
    assertThat(at(new Measure.LabelArea("osteoporosis", true), HAND)).isEqualTo(1);
    assertThat(at(new Measure.LabelArea("osteoporosis", false), HAND)).isEqualTo(0);
  }

  private static Judged random(long seed, double noise) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabelledFilm> films = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double label = -3 + 3 * new SplittableRandom(1000 + i).nextDouble();
      films.add(film(i, label));
      double guess = label + noise * random.nextGaussian();
      double low = 1 / (1 + Math.exp(2 * guess + 5));
      double high = 1 / (1 + Math.exp(-2 * guess - 2));
      double rest = Math.max(0, 1 - low - high);
      answers.add(answer(guess, high, rest, low));
    }
    return new Judged(films, CLASSES, answers);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void anArmDoesNotDifferFromItself(long seed) {
    Judged arm = random(seed, 0.5);

    for (Measure measure : ALL) {
      Estimate difference = measure.difference(arm, arm, BOOTSTRAP).known().orElseThrow();
      assertThat(difference).isEqualTo(new Estimate(0, 0, 0, 0.95));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aDifferenceTurnsRoundWithItsArms(long seed) {
    Judged good = random(seed, 0.3);
    Judged bad = random(seed + 10, 1.5);

    for (Measure measure : ALL) {
      Estimate there = measure.difference(good, bad, BOOTSTRAP).known().orElseThrow();
      Estimate back = measure.difference(bad, good, BOOTSTRAP).known().orElseThrow();
      assertThat(back.value()).isCloseTo(-there.value(), within(1e-12));
      assertThat(back.low()).isCloseTo(-there.high(), within(1e-9));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void lessNoiseIsBetterByEveryMeasureOfTheLabel(long seed) {
    Judged good = random(seed, 0.1);
    Judged bad = random(seed + 10, 2);

    for (Measure measure :
        List.of(
            new Measure.MeanAbsoluteError(),
            new Measure.RootMeanSquareError(),
            new Measure.Correlation(),
            new Measure.LabelArea("osteoporosis", true))) {
      Statistic difference = measure.difference(good, bad, BOOTSTRAP);
      assertThat(Verdict.of(measure, difference)).as(measure.words()).isEqualTo(Verdict.BETTER);
      assertThat(Verdict.of(measure, measure.difference(bad, good, BOOTSTRAP)))
          .isEqualTo(Verdict.WORSE);
    }
  }

  @Test
  void anIntervalWithZeroInItShowsNothing() {
    Measure error = new Measure.MeanAbsoluteError();

    assertThat(Verdict.of(error, Statistic.of(new Estimate(-0.1, -0.2, 0.01, 0.95))))
        .isEqualTo(Verdict.NOT_SHOWN);
    assertThat(Verdict.of(error, Statistic.of(new Estimate(-0.1, -0.2, -0.01, 0.95))))
        .isEqualTo(Verdict.BETTER);
    assertThat(Verdict.of(error, Statistic.undefined("no films"))).isEqualTo(Verdict.NOT_SHOWN);
  }

  /** A picture that beats one baseline only may have found what the other baseline knows. */
  @Test
  void everyBaselineMustBeBeaten() {
    assertThat(Verdict.ofAll(List.of(Verdict.BETTER, Verdict.BETTER))).isEqualTo(Verdict.BETTER);
    assertThat(Verdict.ofAll(List.of(Verdict.BETTER, Verdict.NOT_SHOWN)))
        .isEqualTo(Verdict.NOT_SHOWN);
    assertThat(Verdict.ofAll(List.of(Verdict.BETTER, Verdict.WORSE))).isEqualTo(Verdict.WORSE);
    assertThat(Verdict.ofAll(List.of())).isEqualTo(Verdict.NOT_SHOWN);
  }
}
