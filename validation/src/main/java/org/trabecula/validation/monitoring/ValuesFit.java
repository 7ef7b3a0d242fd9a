package org.trabecula.validation.monitoring;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The baseline of a mean: case mix, centre and scatter of what a device delivered. */
final class ValuesFit {
  /** Of the values, this share must state age and sex, or nobody is adjusted. */
  private static final double KNOWN = 0.9;

  /** A film further off than so many robust standard deviations is an outlier. */
  private static final double OUTLIER = 5;

  private static final double MAD_TO_SD = 1.4826;

  private final Period period;
  private final double leastSd;
  private final boolean adjust;

  private ValuesFit(Period period, double leastSd, boolean adjust) {
    this.period = period;
    this.leastSd = leastSd;
    this.adjust = adjust;
  }

  /**
   * Fits a baseline.
   *
   * @param leastSd what rounding alone makes the values scatter
   * @param adjust whether the values depend on age and sex
   */
  static Fit of(List<Reading> readings, Period period, double leastSd, boolean adjust) {
    return new ValuesFit(period, leastSd, adjust).fit(readings);
  }

  private Fit fit(List<Reading> all) {
    List<Reading> known =
        all.stream().filter(r -> r.sex().isPresent() && r.ageYears().isPresent()).toList();
    boolean adjusting = adjust && known.size() >= KNOWN * all.size();
    List<Reading> readings = adjusting ? known : all;
    int periods = Group.of(readings, period, Reading::value).size();
    Optional<String> tooFew = PhaseOne.tooFew(readings.size(), periods, period);
    if (tooFew.isPresent()) {
      return new Fit.NotEnough(tooFew.get());
    }
    List<Reading> usual = withoutOutliers(readings, mix(readings, adjusting));
    CaseMix mix = mix(usual, adjusting);
    double sd = Math.max(leastSd, sd(usual, mix));
    List<Group> groups = Group.of(usual, period, mix::residual);
    Optional<List<Group>> kept =
        PhaseOne.cleaned(
            groups,
            (group, others) -> {
              double n = others.stream().mapToInt(Group::n).sum();
              double mean = others.stream().mapToDouble(g -> g.n() * g.mean()).sum() / n;
              return (group.mean() - mean) / (sd * Math.sqrt(1.0 / group.n() + 1 / n));
            });
    if (kept.isEmpty()) {
      return new Fit.NotEnough(
          "The baseline is not steady itself: more than a quarter of its periods differ from the"
              + " rest");
    }
    return settled(readings, within(usual, kept.get()), adjusting);
  }

  private List<Reading> within(List<Reading> readings, List<Group> kept) {
    Set<LocalDate> starts = kept.stream().map(Group::from).collect(Collectors.toSet());
    return readings.stream().filter(r -> starts.contains(period.start(r.date()))).toList();
  }

  private Fit settled(List<Reading> all, List<Reading> used, boolean adjusting) {
    CaseMix mix = mix(used, adjusting);
    double sd = Math.max(leastSd, sd(used, mix));
    List<Group> groups = Group.of(used, period, mix::residual);
    double correlation =
        PhaseOne.autocorrelation(
            groups.size(), i -> groups.get(i).mean() * Math.sqrt(groups.get(i).n()));
    Optional<String> reason =
        PhaseOne.tooFew(used.size(), groups.size(), period)
            .or(() -> PhaseOne.dependent(correlation, groups.size()));
    if (reason.isPresent()) {
      return new Fit.NotEnough(reason.get());
    }
    return new Fit.Fitted(
        new Baseline.Values(
            mix,
            used.stream().mapToDouble(Reading::value).average().orElseThrow(),
            sd,
            kurtosis(used, mix),
            used.size(),
            groups.size(),
            all.size() - used.size(),
            correlation));
  }

  private static CaseMix mix(List<Reading> readings, boolean adjusting) {
    return adjusting
        ? CaseMix.of(readings)
        : CaseMix.constant(readings.stream().mapToDouble(Reading::value).average().orElseThrow());
  }

  private static List<Reading> withoutOutliers(List<Reading> readings, CaseMix mix) {
    double middle = median(readings.stream().mapToDouble(mix::residual).toArray());
    double spread =
        MAD_TO_SD
            * median(
                readings.stream().mapToDouble(r -> Math.abs(mix.residual(r) - middle)).toArray());
    if (spread == 0) {
      return readings;
    }
    return readings.stream()
        .filter(r -> Math.abs(mix.residual(r) - middle) <= OUTLIER * spread)
        .toList();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double sd(List<Reading> readings, CaseMix mix) {
    double squares =
        readings.stream().mapToDouble(mix::residual).map(residual -> residual * residual).sum();
    return Math.sqrt(squares / Math.max(1, readings.size() - mix.parameters()));
  }

  /** Fourth over squared second moment of the residuals, at least a normal distribution's 3. */
  private static double kurtosis(List<Reading> readings, CaseMix mix) {
    double second = 0;
    double fourth = 0;
    for (Reading reading : readings) {
      double square = Math.pow(mix.residual(reading), 2);
      second += square / readings.size();
      fourth += square * square / readings.size();
    }
    return second < 1e-20 ? 3 : Math.max(3, fourth / (second * second));
  }
}
