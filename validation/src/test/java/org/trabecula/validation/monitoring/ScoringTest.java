package org.trabecula.validation.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.densitometry.Sex;
import org.trabecula.validation.Golden;
import org.trabecula.validation.Moments;

class ScoringTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Scoring SCORING = new Scoring(3);

  private static Baseline.Values values(double sd, int films) {
    return new Baseline.Values(CaseMix.constant(0.95), 0.95, sd, 3, films, 26, 0, 0);
  }

  private static Group group(int n, double mean, double sd) {
    return new Group(MONDAY, n, mean, (n - 1) * sd * sd);
  }

  @Test
  void scoresAreThoseOfR() {
    Score mean = SCORING.mean(group(18, 0.04, 0.13), values(0.13, 400), false);
    Golden.assertSame(mean.score(), "monitor.mean");
    assertThat(mean.value()).isCloseTo(0.99, within(1e-12));
    Golden.assertSame(
        SCORING.spread(group(18, 0, 0.17), values(0.13, 400)).score(), "monitor.spread");
    Golden.assertSame(shares(new int[] {0, 1, 3, 6}, 25, 11, 650), "monitor.share");
    Golden.assertSame(shares(new int[] {0, 1, 2}, 40, 0, 500), "monitor.share.none");
    Golden.assertSame(
        new double[] {
          RunLength.shewhart(3, 0), RunLength.shewhart(3, 1), RunLength.shewhartLimit(3000)
        },
        "monitor.shewhart");
  }

  private static double[] shares(int[] events, int n, int before, int films) {
    double[] scores = new double[events.length];
    for (int i = 0; i < scores.length; i++) {
      Group group = new Group(MONDAY, n, (double) events[i] / n, 0);
      scores[i] = SCORING.share(group, new Baseline.Share(before, films, 26, 0, 0)).score();
    }
    return scores;
  }

  /** A value at its limit has the limit as its score, whatever the number of films. */
  @ParameterizedTest(name = "{0} films")
  @ValueSource(ints = {1, 2, 7, 40, 300})
  void limitsAndScoresAgree(int n) {
    Baseline.Values baseline = values(0.13, 250);
    Score any = SCORING.mean(group(n, 0, 0.13), baseline, false);
    Score at = SCORING.mean(group(n, any.upper().orElseThrow() - 0.95, 0.13), baseline, false);
    assertThat(at.score()).isCloseTo(3, within(1e-6));
    if (n > 1) {
      Score spread = SCORING.spread(group(n, 0, 0.13), baseline);
      Score high = SCORING.spread(group(n, 0, spread.upper().orElseThrow()), baseline);
      assertThat(high.score()).isCloseTo(3, within(1e-6));
      Score low = SCORING.spread(group(n, 0, spread.lower().orElseThrow()), baseline);
      assertThat(low.score()).isCloseTo(-3, within(1e-6));
    }
  }

  /** The probability beyond the limits of a share is at most what they promise, and nearly it. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void limitsOfSharesAreExact(long seed) {
    Random random = new Random(seed);
    int films = 200 + random.nextInt(2000);
    int events = random.nextInt(films / 5);
    int n = 5 + random.nextInt(100);
    BetaBinomial counts = BetaBinomial.predicted(n, events, films);
    double tail = 0.00135;
    int most = counts.most(tail);
    int least = counts.least(tail);
    assertThat(1 - below(counts, most + 1, n)).isLessThanOrEqualTo(tail);
    assertThat(1 - below(counts, most, n)).isGreaterThan(tail);
    assertThat(below(counts, least, n)).isLessThanOrEqualTo(tail);
    assertThat(below(counts, n + 1, n)).isCloseTo(1, within(1e-9));
  }

  /** The probability of fewer than k, from the middles. */
  private static double below(BetaBinomial counts, int k, int n) {
    double below = 0;
    for (int i = 0; i < Math.min(k, n + 1); i++) {
      below = 2 * counts.middle(i) - below;
    }
    return below;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void groupsHaveTheirMomentsInWhateverOrder(long seed) {
    Random random = new Random(seed);
    List<Reading> readings = new ArrayList<>();
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e3 + random.nextGaussian();
      readings.add(
          new Reading(
              MONDAY.plusDays(random.nextInt(7)),
              values[i],
              Optional.empty(),
              OptionalDouble.empty()));
    }
    readings.add(new Reading(MONDAY.plusDays(7), 5, Optional.empty(), OptionalDouble.empty()));
    List<Group> groups = Group.of(readings, Period.WEEK, Reading::value);
    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst().mean()).isCloseTo(Moments.mean(values), within(1e-9));
    assertThat(groups.getFirst().variance()).isCloseTo(Moments.variance(values), within(1e-9));
    assertThat(groups.get(1)).isEqualTo(new Group(MONDAY.plusDays(7), 1, 5, 0));
  }

  @Test
  void aCaseMixTakesAgeAndSexOut() {
    Random random = new Random(4);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Sex sex = i % 3 == 0 ? Sex.MALE : Sex.FEMALE;
      double age = 40 + 50 * random.nextDouble();
      double exact =
          1 - 0.04 * (age - 60) / 10 + (sex == Sex.MALE ? 0.1 + 0.03 * (age - 60) / 10 : 0);
      readings.add(new Reading(MONDAY, exact, Optional.of(sex), OptionalDouble.of(age)));
    }
    CaseMix mix = CaseMix.of(readings);
    assertThat(mix.level()).isCloseTo(1, within(1e-9));
    assertThat(mix.male()).isCloseTo(0.1, within(1e-9));
    assertThat(mix.decade()).isCloseTo(-0.04, within(1e-9));
    assertThat(mix.maleDecade()).isCloseTo(0.03, within(1e-9));
    assertThat(readings).allSatisfy(r -> assertThat(mix.residual(r)).isCloseTo(0, within(1e-9)));
    assertThat(mix.knows(new Reading(MONDAY, 1, Optional.empty(), OptionalDouble.of(60))))
        .isFalse();
  }

  @Test
  void periodsStartOnMondaysAndFirsts() {
    LocalDate sunday = LocalDate.of(2026, 3, 8);
    assertThat(Period.WEEK.start(sunday)).isEqualTo(MONDAY);
    assertThat(Period.MONTH.start(sunday)).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(Period.DAY.start(sunday)).isEqualTo(sunday);
  }
}
