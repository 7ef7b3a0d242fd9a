package org.trabecula.validation.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;

/** What a baseline is made of, and when it is not enough. All values are synthetic. */
class PhaseOneTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  private static List<Reading> weeks(int weeks, int perWeek, IntToDoubleFunction level, double sd) {
    Random random = new Random(11);
    List<Reading> readings = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      for (int i = 0; i < perWeek; i++) {
        readings.add(
            new Reading(
                START.plusDays(7L * week + i % 5),
                level.applyAsDouble(week) + sd * random.nextGaussian(),
                Optional.empty(),
                OptionalDouble.empty()));
      }
    }
    return readings;
  }

  private static Baseline.Values fitted(Fit fit) {
    assertThat(fit).isInstanceOf(Fit.Fitted.class);
    return (Baseline.Values) ((Fit.Fitted) fit).baseline();
  }

  private static String reason(Fit fit) {
    assertThat(fit).isInstanceOf(Fit.NotEnough.class);
    return ((Fit.NotEnough) fit).reason();
  }

  @Test
  void aSteadyBaselineHasItsLevelAndScatter() {
    Baseline.Values baseline =
        fitted(ValuesFit.of(weeks(26, 20, w -> 1, 0.1), Period.WEEK, 1e-6, true));
    assertThat(baseline.centre()).isCloseTo(1, within(0.02));
    assertThat(baseline.sd()).isCloseTo(0.1, within(0.01));
    assertThat(baseline.films()).isEqualTo(520);
    assertThat(baseline.periods()).isEqualTo(26);
    assertThat(baseline.leftOut()).isZero();
    assertThat(baseline.mix().adjusted()).isFalse();
  }

  @Test
  void anOddWeekAndAnOddFilmAreLeftOut() {
    List<Reading> readings = weeks(26, 20, w -> w == 7 ? 1.2 : 1, 0.1);
    readings.set(0, new Reading(START, 9, Optional.empty(), OptionalDouble.empty()));
    Baseline.Values baseline = fitted(ValuesFit.of(readings, Period.WEEK, 1e-6, true));
    assertThat(baseline.periods()).isEqualTo(25);
    assertThat(baseline.leftOut()).isEqualTo(21);
    assertThat(baseline.centre()).isCloseTo(1, within(0.02));
    assertThat(baseline.sd()).isCloseTo(0.1, within(0.01));
  }

  @Test
  void aBaselineThatIsNotSteadyIsNotEnough() {
    assertThat(reason(ValuesFit.of(weeks(26, 20, w -> w % 2, 0.1), Period.WEEK, 1e-6, true)))
        .contains("not steady");
  }

  @Test
  void weeksThatDependOnEachOtherAreNotEnough() {
    IntToDoubleFunction wave = week -> 1 + 0.03 * Math.sin(week / 4.0);
    assertThat(reason(ValuesFit.of(weeks(40, 30, wave, 0.05), Period.WEEK, 1e-6, true)))
        .contains("depend on each other");
    assertThat(PhaseOne.autocorrelation(5, i -> 1)).isZero();
    // By hand: deviations -1, 1, -1, 1 give -3/4.
    assertThat(PhaseOne.autocorrelation(4, i -> i % 2)).isCloseTo(-0.75, within(1e-12));
  }

  @Test
  void fewFilmsOrWeeksAreNotEnough() {
    assertThat(reason(ValuesFit.of(weeks(20, 2, w -> 1, 0.1), Period.WEEK, 1e-6, true)))
        .contains("40 films in the baseline, at least 60");
    assertThat(reason(ValuesFit.of(weeks(4, 40, w -> 1, 0.1), Period.WEEK, 1e-6, true)))
        .contains("4 weeks in the baseline, at least 10");
    assertThat(reason(ValuesFit.of(List.of(), Period.MONTH, 1e-6, false))).contains("0 films");
    assertThat(reason(ShareFit.of(List.of(), Period.MONTH))).contains("0 films");
    assertThat(reason(ShareFit.of(weeks(5, 40, w -> 0, 0), Period.WEEK))).contains("5 weeks");
  }

  @Test
  void aConstantFigureScattersByItsRounding() {
    Baseline.Values baseline =
        fitted(ValuesFit.of(weeks(20, 10, w -> 80, 0), Period.WEEK, 0.29, false));
    assertThat(baseline.sd()).isEqualTo(0.29);
    assertThat(baseline.kurtosis()).isEqualTo(3);
    Score moved = new Scoring(3).mean(new Group(START, 10, 1, 0), baseline, false);
    assertThat(moved.score()).isGreaterThan(3);
  }

  @Test
  void aShareLeavesOutAWeekOfTrouble() {
    List<Reading> readings = weeks(26, 25, w -> 0, 0);
    for (int i = 0; i < readings.size(); i += 40) {
      readings.set(
          i, new Reading(readings.get(i).date(), 1, Optional.empty(), OptionalDouble.empty()));
    }
    for (int i = 250; i < 262; i++) {
      readings.set(
          i, new Reading(readings.get(i).date(), 1, Optional.empty(), OptionalDouble.empty()));
    }
    Fit fit = ShareFit.of(readings, Period.WEEK);
    assertThat(fit).isInstanceOf(Fit.Fitted.class);
    Baseline baseline = ((Fit.Fitted) fit).baseline();
    assertThat(baseline.leftOut()).isEqualTo(1);
    assertThat(((Baseline.Share) baseline).events()).isLessThan(20);
  }

  @Test
  void adjustmentNeedsAgeAndSexOfNearlyAll() {
    List<MonitoredFilm> films =
        new SimulatedDepartment("A", 30, SimulatedDepartment.Drift.NONE).films(26, new Random(1));
    BaselineSet set = BaselineSet.of(films, START, START.plusWeeks(26), Optional.empty());
    BaselineSet.Device device = set.device("A").orElseThrow();
    assertThat(device.period()).isEqualTo(Period.WEEK);
    assertThat(fitted(device.fits().get(new Quantity.Density(Site.L1_L4))).mix().adjusted())
        .isTrue();
    assertThat(
            fitted(device.fits().get(new Quantity.Tag(ExposureTag.KVP, "lumbar-ap")))
                .mix()
                .adjusted())
        .isFalse();
    assertThat(set.device("B")).isEmpty();
  }

  @Test
  void aDeviceWithoutBaselineAndAFewFilmsADayIsNotJudged() {
    List<MonitoredFilm> films =
        new SimulatedDepartment("A", 3, SimulatedDepartment.Drift.NONE).films(26, new Random(1));
    BaselineSet set = BaselineSet.of(films, START, START.plusWeeks(13), Optional.empty());
    assertThat(set.device("A").orElseThrow().period()).isEqualTo(Period.MONTH);
    List<MonitoredFilm> both = new ArrayList<>(films);
    both.add(
        new MonitoredFilm(
            START.plusWeeks(20),
            "new",
            Optional.empty(),
            OptionalDouble.empty(),
            new MonitoredFilm.Refused("METAL")));
    Panel panel = Panel.of(both, set, RuleSet.STANDARD);
    assertThat(panel.charts()).isZero();
    assertThat(panel.alarms()).isEmpty();
    assertThat(panel.devices()).extracting(Panel.DevicePanel::name).containsExactly("A", "new");
    assertThat(panel.devices().get(1).notJudged().values())
        .allSatisfy(reason -> assertThat(reason).contains("no film in the baseline period"));
    assertThat(panel.devices().get(0).notJudged().values())
        .allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  @Test
  void aReasonThatTheBaselineNeverSawIsJudgedByNone() {
    List<MonitoredFilm> films =
        new ArrayList<>(
            new SimulatedDepartment("A", 30, SimulatedDepartment.Drift.NONE)
                .films(52, new Random(2)));
    LocalDate late = START.plusWeeks(40);
    for (int i = 0; i < 6; i++) {
      films.add(
          new MonitoredFilm(
              late,
              "A",
              Optional.empty(),
              OptionalDouble.empty(),
              new MonitoredFilm.Refused("UNLIKE_TRAINING")));
    }
    Panel panel =
        Panel.of(
            films,
            BaselineSet.of(films, START, START.plusWeeks(26).minusDays(1), Optional.empty()),
            RuleSet.STANDARD);
    Quantity reason = new Quantity.Refused(Optional.of("UNLIKE_TRAINING"));
    assertThat(panel.alarms())
        .anySatisfy(alarm -> {
          assertThat(alarm.quantity()).isEqualTo(reason);
          assertThat(alarm.rule()).isEqualTo(Rule.LIMIT);
          assertThat(alarm.from()).isEqualTo(late);
          assertThat(alarm.rise()).isTrue();
        });
  }

  @Test
  void everyQuantityIsFoundByItsName() {
    List<Quantity> all =
        List.of(
            new Quantity.Density(Site.FEMORAL_NECK),
            new Quantity.Spread(Site.L1_L4),
            new Quantity.Refused(Optional.empty()),
            new Quantity.Refused(Optional.of("METAL")),
            new Quantity.Undetermined(),
            new Quantity.Tag(ExposureTag.INDEX, "hip-ap"));
    assertThat(all).allSatisfy(q -> assertThat(Quantity.of(q.id())).isEqualTo(q));
    assertThat(all).extracting(Quantity::label).doesNotHaveDuplicates();
    assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("luck"));
    assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of("luck/hip-ap"));
  }

  @Test
  void anAlarmEndsAfterQuietPeriodsAndSaysWhenTheChangeBegan() {
    List<ChartPoint> points = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      boolean fires = i >= 14 && i <= 16 || i == 19 || i == 27;
      points.add(
          new ChartPoint(
              START.plusWeeks(i),
              10,
              i >= 10 && i < 20 ? 1.1 : 1,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              i >= 10 && i < 20 ? 1.5 : -0.1,
              0.5,
              0.4,
              fires ? EnumSet.of(Rule.EWMA) : Set.of()));
    }
    List<Alarm> alarms = new AlarmFinder("A", new Quantity.Undetermined(), 1, points).alarms();
    assertThat(alarms).hasSize(2);
    Alarm first = alarms.getFirst();
    assertThat(first.begun()).isEqualTo(START.plusWeeks(10));
    assertThat(first.from()).isEqualTo(START.plusWeeks(14));
    assertThat(first.to()).isEqualTo(START.plusWeeks(19));
    assertThat(first.periods()).isEqualTo(4);
    assertThat(first.lasting()).isFalse();
    assertThat(first.value()).isCloseTo(1.1, within(1e-12));
    assertThat(alarms.get(1).lasting()).isTrue();
  }

  @Test
  void whatCannotBeIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new MonitoredFilm.Estimated("hip-ap", false, Map.of(Site.L1, -1.0), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Intake(1, 1, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BaselineSet.of(List.of(), START, START.minusDays(1), Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Baseline.Share(3, 2, 1, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Baseline.Values(CaseMix.constant(1), 1, 0, 3, 10, 10, 0, 0));
  }
}
