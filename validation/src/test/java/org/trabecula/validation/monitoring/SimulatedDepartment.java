package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.trabecula.densitometry.Sex;
import org.trabecula.densitometry.Site;

/**
 * Synthetic results of a device: spines of men and women of 50 to 90, BMD falling by 0.05 g/cm² in
 * ten years of age in women, with a residual of 0.13 g/cm², 2 % refused for the field and 1 % for
 * metal, a quarter undetermined, 80 kV ± 2, a load of 30 mAs that varies by a fifth.
 *
 * @param perWeek how many films a usual week has
 * @param drift what changes, and when
 */
record SimulatedDepartment(String device, double perWeek, Drift drift) {
  static final LocalDate START = LocalDate.of(2025, 1, 6);

  /**
   * What changes from a week on.
   *
   * @param week counted from 0
   * @param gain factor on BMD
   * @param shift of BMD, g/cm²
   * @param refused share refused for the field
   * @param kvp added to the tube voltage
   * @param aging years that the subjects are older, which must not alarm
   */
  record Drift(int week, double gain, double shift, double refused, double kvp, double aging) {
    static final Drift NONE = new Drift(Integer.MAX_VALUE, 1, 0, 0.02, 0, 0);

    static Drift shift(int week, double shift) {
      return new Drift(week, 1, shift, 0.02, 0, 0);
    }
  }

  List<MonitoredFilm> films(int weeks, Random random) {
    List<MonitoredFilm> films = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      for (int i = poisson(perWeek, random); i > 0; i--) {
        films.add(film(week, START.plusDays(7L * week + random.nextInt(5)), random));
      }
    }
    return films;
  }

  private MonitoredFilm film(int week, LocalDate date, Random random) {
    boolean changed = week >= drift.week;
    Sex sex = random.nextDouble() < 0.2 ? Sex.MALE : Sex.FEMALE;
    double age = 50 + 40 * random.nextDouble() + (changed ? drift.aging : 0);
    double draw = random.nextDouble();
    double refused = changed ? drift.refused : 0.02;
    Optional<String> reason =
        draw < refused
            ? Optional.of("REGION_OUTSIDE_FIELD")
            : draw < refused + 0.01 ? Optional.of("METAL") : Optional.empty();
    return new MonitoredFilm(
        date,
        device,
        Optional.of(sex),
        OptionalDouble.of(age),
        reason
            .<MonitoredFilm.Outcome>map(MonitoredFilm.Refused::new)
            .orElseGet(() -> estimated(changed, sex, age, random)));
  }

  private MonitoredFilm.Estimated estimated(boolean changed, Sex sex, double age, Random random) {
    double usual =
        (sex == Sex.MALE ? 1.05 : 1.0 - 0.005 * (age - 60)) + 0.13 * random.nextGaussian();
    double bmd = changed ? usual * drift.gain + drift.shift : usual;
    return new MonitoredFilm.Estimated(
        "lumbar-ap",
        random.nextDouble() < 0.25,
        Map.of(Site.L1_L4, Math.max(0.2, bmd)),
        Map.of(
            ExposureTag.KVP,
            Math.rint(80 + 2 * random.nextGaussian() + (changed ? drift.kvp : 0)),
            ExposureTag.MAS,
            30 * Math.exp(0.2 * random.nextGaussian())));
  }

  private static int poisson(double mean, Random random) {
    double product = random.nextDouble();
    int n = 0;
    for (double least = Math.exp(-mean); product > least; n++) {
      product *= random.nextDouble();
    }
    return n;
  }
}
