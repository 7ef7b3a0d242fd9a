package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The baselines of all devices.
 *
 * @param from first day of the baseline period
 * @param to its last day
 * @param devices by name
 */
public record BaselineSet(LocalDate from, LocalDate to, List<Device> devices) {
  /** With so many films in a usual week, a point stands for a week; below, for a month. */
  private static final int ENOUGH = 10;

  /** What rounding makes a density of four decimals scatter. */
  private static final double DENSITY_STEP = 1e-4;

  /**
   * The baselines of a device.
   *
   * @param name of the device, in print
   * @param period that a point stands for
   * @param films in the baseline period
   * @param fits of each quantity, in the order of a page
   */
  public record Device(String name, Period period, int films, Map<Quantity, Fit> fits) {
    public Device {
      fits = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fits));
    }
  }

  public BaselineSet {
    devices = List.copyOf(devices);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A baseline from %s to %s".formatted(from, to));
    }
  }

  /**
   * Fits the baselines of every device that has films in a period.
   *
   * @param period that a point stands for; if absent, a week where a device has ten films in the
   *     median one, else a month
   */
  public static BaselineSet of(
      List<MonitoredFilm> films, LocalDate from, LocalDate to, Optional<Period> period) {
    Map<String, List<MonitoredFilm>> byDevice = new TreeMap<>();
    for (MonitoredFilm film : films) {
      if (!film.date().isBefore(from) && !film.date().isAfter(to)) {
        byDevice.computeIfAbsent(film.device(), d -> new java.util.ArrayList<>()).add(film);
      }
    }
    List<Device> devices =
        byDevice.entrySet().stream()
            .map(e -> device(e.getKey(), e.getValue(), period.orElse(usual(e.getValue()))))
            .toList();
    return new BaselineSet(from, to, devices);
  }

  /** The baselines of a device, if it has any. */
  public Optional<Device> device(String name) {
    return devices.stream().filter(device -> device.name().equals(name)).findFirst();
  }

  private static Period usual(List<MonitoredFilm> films) {
    Map<LocalDate, Integer> weeks = new TreeMap<>();
    films.forEach(film -> weeks.merge(Period.WEEK.start(film.date()), 1, Integer::sum));
    int[] sorted = weeks.values().stream().mapToInt(n -> n).sorted().toArray();
    return sorted[sorted.length / 2] >= ENOUGH ? Period.WEEK : Period.MONTH;
  }

  private static Device device(String name, List<MonitoredFilm> films, Period period) {
    Map<Quantity, Fit> fits = new LinkedHashMap<>();
    for (Quantity quantity : Readings.quantities(films)) {
      fits.put(quantity, fit(Readings.of(films, quantity), quantity, period));
    }
    return new Device(name, period, films.size(), fits);
  }

  private static Fit fit(List<Reading> readings, Quantity quantity, Period period) {
    return switch (quantity) {
      case Quantity.Density ignored -> density(readings, period);
      case Quantity.Spread ignored -> density(readings, period);
      case Quantity.Refused ignored -> ShareFit.of(readings, period);
      case Quantity.Undetermined ignored -> ShareFit.of(readings, period);
      case Quantity.Tag(ExposureTag tag, String ignored) ->
          ValuesFit.of(readings, period, tag.step() / Math.sqrt(12), false);
    };
  }

  private static Fit density(List<Reading> readings, Period period) {
    return ValuesFit.of(readings, period, DENSITY_STEP / Math.sqrt(12), true);
  }
}
