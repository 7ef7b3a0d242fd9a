package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Synthetic results for tests of other packages. */
public final class SimulatedResults {
  public static final LocalDate START = SimulatedDepartment.START;

  private SimulatedResults() {}

  /** The films of a device whose BMD has a gain from a week on. */
  public static List<MonitoredFilm> films(
      String device, double perWeek, int weeks, int from, double gain, Random random) {
    SimulatedDepartment.Drift drift = new SimulatedDepartment.Drift(from, gain, 0, 0.02, 0, 0);
    return new SimulatedDepartment(device, perWeek, drift).films(weeks, random);
  }
}
