package org.trabecula.validation.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.validation.monitoring.SimulatedDepartment.Drift;

/**
 * How often a panel errs and how long it takes to find what was planted, on synthetic series: half
 * a year of baseline, then what is told. {@code -Dtrabecula.draws=1000 -Dtrabecula.print=true}
 * prints what docs/monitoring.md states.
 */
class DetectionTest {
  private static final int DRAWS = Integer.getInteger("trabecula.draws", 10);
  private static final int BASELINE_WEEKS = 26;
  private static final LocalDate FROM = SimulatedDepartment.START;
  private static final LocalDate TO = FROM.plusWeeks(BASELINE_WEEKS).minusDays(1);

  private static Panel panel(List<MonitoredFilm> films, RuleSet rules) {
    return Panel.of(films, BaselineSet.of(films, FROM, TO, Optional.of(Period.WEEK)), rules);
  }

  private static void print(String form, Object... values) {
    if (Boolean.getBoolean("trabecula.print")) {
      System.err.printf(form + "%n", values);
    }
  }

  /** Two devices, a year after the baseline, nothing planted. */
  @Test
  void aPanelErrsAboutAsOftenAsItMay() {
    Map<String, Integer> perRule = new TreeMap<>();
    int alarms = 0;
    int charts = 0;
    int withAlarm = 0;
    for (int i = 0; i < DRAWS; i++) {
      Random random = new Random(1000 + i);
      List<MonitoredFilm> films = new ArrayList<>();
      films.addAll(new SimulatedDepartment("A", 30, Drift.NONE).films(BASELINE_WEEKS + 52, random));
      films.addAll(new SimulatedDepartment("B", 15, Drift.NONE).films(BASELINE_WEEKS + 52, random));
      Panel panel = panel(films, RuleSet.STANDARD);
      charts += panel.charts();
      alarms += panel.alarms().size();
      withAlarm += panel.alarms().isEmpty() ? 0 : 1;
      panel
          .alarms()
          .forEach(a -> perRule.merge(a.rule() + " " + a.quantity().id(), 1, Integer::sum));
    }
    print(
        "no drift: %.2f charts, %.2f alarms a year, %.1f %% of years with one; %s",
        (double) charts / DRAWS, (double) alarms / DRAWS, 100.0 * withAlarm / DRAWS, perRule);
    // One a year is allowed; its Poisson error and half as much again for the baseline's own.
    assertThat((double) alarms / DRAWS).isLessThan(1.5 + 3.1 / Math.sqrt(DRAWS));
    assertThat((double) charts / DRAWS).isGreaterThan(10);
  }

  @Test
  void plantedDriftsAreFound() {
    int week = BASELINE_WEEKS + 8;
    Quantity bmd = new Quantity.Density(Site.L1_L4);
    Quantity refused = new Quantity.Refused(Optional.empty());
    Quantity kvp = new Quantity.Tag(ExposureTag.KVP, "lumbar-ap");
    for (double perWeek : DRAWS < 100 ? new double[] {30} : new double[] {15, 30, 60}) {
      found("gain + 5 %", perWeek, new Drift(week, 1.05, 0, 0.02, 0, 0), bmd, 26);
      found("shift 0.02 g/cm2", perWeek, Drift.shift(week, 0.02), bmd, 52);
      found("refused 2 -> 10 %", perWeek, new Drift(week, 1, 0, 0.10, 0, 0), refused, 20);
      found("kVp + 2", perWeek, new Drift(week, 1, 0, 0.02, 2, 0), kvp, 4);
      found("kVp + 5", perWeek, new Drift(week, 1, 0, 0.02, 5, 0), kvp, 2);
    }
  }

  private static void found(
      String what, double perWeek, Drift drift, Quantity quantity, int weeksAllowed) {
    double[] delays = new double[DRAWS];
    int missed = 0;
    for (int i = 0; i < DRAWS; i++) {
      Random random = new Random(2000 + i);
      List<MonitoredFilm> films =
          new SimulatedDepartment("A", perWeek, drift).films(drift.week() + 104, random);
      LocalDate since = FROM.plusWeeks(drift.week());
      Optional<Alarm> first =
          panel(films, RuleSet.STANDARD).alarms().stream()
              .filter(a -> a.quantity().equals(quantity) && !a.to().isBefore(since))
              .findFirst();
      missed += first.isEmpty() ? 1 : 0;
      delays[i] =
          first
              .map(a -> Math.max(1.0, ChronoUnit.WEEKS.between(since, a.from()) + 1))
              .orElse(104.0);
    }
    Arrays.sort(delays);
    print(
        "%s, %.0f films a week: weeks to the alarm, median %.0f, nine tenths %.0f, missed in two years"
            + " %.1f %%",
        what, perWeek, delays[DRAWS / 2], delays[DRAWS * 9 / 10], 100.0 * missed / DRAWS);
    assertThat(delays[DRAWS / 2]).as(what).isLessThanOrEqualTo(weeksAllowed);
  }

  /** Eight years more make five hundredths g/cm² less: a shift, were it not for the case mix. */
  @Test
  void anOlderDepartmentDoesNotAlarm() {
    int alarms = 0;
    int unadjusted = 0;
    for (int i = 0; i < DRAWS; i++) {
      Drift older = new Drift(BASELINE_WEEKS + 8, 1, 0, 0.02, 0, 8);
      List<MonitoredFilm> films =
          new SimulatedDepartment("A", 30, older).films(BASELINE_WEEKS + 52, new Random(3000 + i));
      Quantity bmd = new Quantity.Density(Site.L1_L4);
      alarms += isAlarmed(films, bmd) ? 1 : 0;
      List<MonitoredFilm> ageless =
          films.stream()
              .map(f ->
                  new MonitoredFilm(
                      f.date(),
                      f.device(),
                      Optional.empty(),
                      java.util.OptionalDouble.empty(),
                      f.outcome()))
              .toList();
      unadjusted += isAlarmed(ageless, bmd) ? 1 : 0;
    }
    print(
        "older by 8 years: alarms in %d, without age and sex in %d of %d",
        alarms, unadjusted, DRAWS);
    assertThat(alarms).isLessThanOrEqualTo(2 + DRAWS / 10);
    assertThat(unadjusted).isGreaterThan(DRAWS / 2);
  }

  private static boolean isAlarmed(List<MonitoredFilm> films, Quantity quantity) {
    return panel(films, RuleSet.STANDARD).alarms().stream()
        .anyMatch(a -> a.quantity().equals(quantity));
  }
}
