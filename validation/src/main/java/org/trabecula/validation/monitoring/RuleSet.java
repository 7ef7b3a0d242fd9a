package org.trabecula.validation.monitoring;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules are asked, how small a drift they look for and how rarely they may err.
 *
 * @param rules at least one
 * @param weight λ of the EWMA; the smaller, the smaller the drifts that it finds
 * @param allowance k of the CUSUM, half the drift that it looks for, in standard deviations
 * @param falseAlarmsPerYear of all charts together, as long as nothing changes
 */
public record RuleSet(Set<Rule> rules, double weight, double allowance, double falseAlarmsPerYear) {
  /** Limits and EWMA, one false alarm a year. */
  public static final RuleSet STANDARD =
      new RuleSet(EnumSet.of(Rule.LIMIT, Rule.EWMA), 0.1, 0.5, 1);

  public RuleSet {
    rules = Set.copyOf(rules);
    if (rules.isEmpty()
        || !(weight > 0 && weight < 1)
        || !(allowance > 0)
        || !(falseAlarmsPerYear > 0 && Double.isFinite(falseAlarmsPerYear))) {
      throw new IllegalArgumentException(
          "Rules %s, weight %s, allowance %s, %s false alarms per year"
              .formatted(rules, weight, allowance, falseAlarmsPerYear));
    }
  }

  /**
   * How many rules share the allowed false alarms. Runs have zones of their own that cannot be
   * widened, so they come on top.
   */
  int sharing() {
    return (int) rules.stream().filter(rule -> rule != Rule.RUN).count();
  }

  /**
   * Returns the limits of every chart so that all together err as rarely as allowed.
   *
   * @param charts how many there are
   */
  ChartLimits limits(int charts, Period period) {
    double runLength =
        Math.clamp(
            charts * Math.max(1, sharing()) * period.perYear() / falseAlarmsPerYear, 20, 1e6);
    return new ChartLimits(
        runLength,
        RunLength.shewhartLimit(runLength),
        RunLength.ewmaLimit(weight, runLength),
        RunLength.cusumLimit(allowance, runLength));
  }

  /**
   * The limits of a chart, in standard deviations.
   *
   * @param runLength periods until a rule errs, on average
   * @param single of a single score
   * @param ewma of the EWMA, in its own standard deviations
   * @param cusum h of the CUSUM
   */
  public record ChartLimits(double runLength, double single, double ewma, double cusum) {}
}
