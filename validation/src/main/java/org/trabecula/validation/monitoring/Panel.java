package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All charts of all devices after the baseline period.
 *
 * @param devices by name
 * @param rules that were asked
 * @param charts how many there are; they share the false alarms that are allowed
 * @param baselineFrom first day of the baseline period
 * @param baselineTo last day of the baseline period
 */
public record Panel(
    List<DevicePanel> devices,
    RuleSet rules,
    int charts,
    LocalDate baselineFrom,
    LocalDate baselineTo) {

  /**
   * The charts of a device.
   *
   * @param name of the device
   * @param period that a point stands for
   * @param films after the baseline period
   * @param charts in the order of a page
   * @param notJudged quantities that cannot be judged, each with the reason
   */
  public record DevicePanel(
      String name,
      Period period,
      int films,
      List<ControlChart> charts,
      Map<Quantity, String> notJudged) {
    public DevicePanel {
      charts = List.copyOf(charts);
      notJudged = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(notJudged));
    }
  }

  public Panel {
    devices = List.copyOf(devices);
  }

  /** All alarms by time. */
  public List<Alarm> alarms() {
    return devices.stream()
        .flatMap(device -> device.charts().stream())
        .flatMap(chart -> chart.alarms().stream())
        .sorted(Comparator.comparing(Alarm::from))
        .toList();
  }

  /** Charts all films after the baseline period; earlier ones are passed over. */
  public static Panel of(List<MonitoredFilm> films, BaselineSet baselines, RuleSet rules) {
    Map<String, List<MonitoredFilm>> byDevice = new TreeMap<>();
    baselines.devices().forEach(device -> byDevice.put(device.name(), new ArrayList<>()));
    for (MonitoredFilm film : films) {
      if (film.date().isAfter(baselines.to())) {
        byDevice.computeIfAbsent(film.device(), d -> new ArrayList<>()).add(film);
      }
    }
    List<Device> devices =
        byDevice.entrySet().stream()
            .map(e -> Device.of(e.getKey(), e.getValue(), baselines.device(e.getKey())))
            .toList();
    int charts = devices.stream().mapToInt(device -> device.judged.size()).sum();
    Map<Period, RuleSet.ChartLimits> limits = new EnumMap<>(Period.class);
    List<DevicePanel> panels = new ArrayList<>();
    for (Device device : devices) {
      panels.add(
          device.panel(rules, limits.computeIfAbsent(device.period, p -> rules.limits(charts, p))));
    }
    return new Panel(panels, rules, charts, baselines.from(), baselines.to());
  }

  /** A device whose quantities are sorted into those that can be judged and the others. */
  private record Device(
      String name,
      Period period,
      List<MonitoredFilm> films,
      Map<Quantity, Baseline> judged,
      Map<Quantity, String> notJudged) {

    static Device of(
        String name, List<MonitoredFilm> films, Optional<BaselineSet.Device> baseline) {
      Map<Quantity, Baseline> judged = new LinkedHashMap<>();
      Map<Quantity, String> notJudged = new LinkedHashMap<>();
      Map<Quantity, Fit> fits = baseline.map(BaselineSet.Device::fits).orElse(Map.of());
      for (Quantity quantity : Readings.quantities(films)) {
        switch (fit(quantity, fits, baseline.isPresent())) {
          case Fit.NotEnough(String reason) -> notJudged.put(quantity, reason);
          case Fit.Fitted(Baseline fitted) -> {
            if (Readings.of(films, quantity).stream()
                .noneMatch(reading -> knows(fitted, reading))) {
              notJudged.put(
                  quantity, "No film after the baseline period states it, with age and sex");
            } else {
              judged.put(quantity, fitted);
            }
          }
        }
      }
      fits.keySet().stream()
          .filter(quantity -> !judged.containsKey(quantity) && !notJudged.containsKey(quantity))
          .filter(quantity -> !(quantity instanceof Quantity.Refused))
          .forEach(quantity -> notJudged.put(quantity, "No film after the baseline period tells"));
      return new Device(
          name,
          baseline.map(BaselineSet.Device::period).orElse(Period.MONTH),
          films,
          judged,
          notJudged);
    }

    private static Fit fit(Quantity quantity, Map<Quantity, Fit> fits, boolean known) {
      if (!known) {
        return new Fit.NotEnough("The device has no film in the baseline period");
      }
      Fit fit = fits.get(quantity);
      if (fit != null) {
        return fit;
      }
      // A reason that the baseline has not seen: none among as many films.
      return quantity instanceof Quantity.Refused
              && fits.get(new Quantity.Refused(Optional.empty()))
                  instanceof Fit.Fitted(Baseline.Share all)
          ? new Fit.Fitted(new Baseline.Share(0, all.films(), all.periods(), all.leftOut(), 0))
          : new Fit.NotEnough("No film in the baseline period tells");
    }

    private static boolean knows(Baseline baseline, Reading reading) {
      return !(baseline instanceof Baseline.Values values) || values.mix().knows(reading);
    }

    DevicePanel panel(RuleSet rules, RuleSet.ChartLimits limits) {
      List<ControlChart> charts = new ArrayList<>();
      judged.forEach((quantity, baseline) -> charts.add(chart(quantity, baseline, rules, limits)));
      return new DevicePanel(name, period, films.size(), charts, notJudged);
    }

    private ControlChart chart(
        Quantity quantity, Baseline baseline, RuleSet rules, RuleSet.ChartLimits limits) {
      List<ChartPoint> points =
          ChartRun.of(
              scores(quantity, baseline, new Scoring(limits.single())),
              rules,
              limits,
              quantity.isOnlyARiseAlarming());
      double centre = centre(quantity, baseline);
      return new ControlChart(
          name,
          quantity,
          baseline,
          period,
          limits,
          centre,
          points,
          new AlarmFinder(name, quantity, centre, points).alarms());
    }

    private List<Score> scores(Quantity quantity, Baseline baseline, Scoring scoring) {
      List<Reading> readings = Readings.of(films, quantity);
      return switch (baseline) {
        case Baseline.Share share ->
            Group.of(readings, period, Reading::value).stream()
                .map(group -> scoring.share(group, share))
                .toList();
        case Baseline.Values values -> {
          List<Group> groups =
              Group.of(
                  readings.stream().filter(values.mix()::knows).toList(),
                  period,
                  values.mix()::residual);
          boolean logarithmic =
              quantity instanceof Quantity.Tag(ExposureTag tag, String ignored)
                  && tag.isLogarithmic();
          yield quantity instanceof Quantity.Spread
              ? groups.stream()
                  .filter(group -> group.n() > 1)
                  .map(group -> scoring.spread(group, values))
                  .toList()
              : groups.stream().map(group -> scoring.mean(group, values, logarithmic)).toList();
        }
      };
    }

    private static double centre(Quantity quantity, Baseline baseline) {
      return switch (baseline) {
        case Baseline.Share share -> (double) share.events() / share.films();
        case Baseline.Values values -> {
          if (quantity instanceof Quantity.Spread) {
            yield values.sd();
          }
          yield quantity instanceof Quantity.Tag(ExposureTag tag, String ignored)
                  && tag.isLogarithmic()
              ? Math.exp(values.centre())
              : values.centre();
        }
      };
    }
  }
}
