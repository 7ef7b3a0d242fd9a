package org.trabecula.validation.monitoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of one quantity of one device after its baseline period.
 *
 * @param device in print
 * @param baseline that it is judged by
 * @param period that a point stands for
 * @param limits in standard deviations
 * @param centre of the chart, in its unit
 * @param points by time
 * @param alarms by time
 */
public record ControlChart(
    String device,
    Quantity quantity,
    Baseline baseline,
    Period period,
    RuleSet.ChartLimits limits,
    double centre,
    List<ChartPoint> points,
    List<Alarm> alarms) {
  public ControlChart {
    points = List.copyOf(points);
    alarms = List.copyOf(alarms);
  }

  /** Joins what fires in a row to one alarm. */
  static List<Alarm> alarms(
      String device, Quantity quantity, double centre, List<ChartPoint> points) {
    List<Alarm> alarms = new ArrayList<>();
    Map<Rule, Integer> since = new EnumMap<>(Rule.class);
    for (int i = 0; i <= points.size(); i++) {
      for (Rule rule : Rule.values()) {
        boolean fires = i < points.size() && points.get(i).fired().contains(rule);
        Integer first = since.get(rule);
        if (fires && first == null) {
          since.put(rule, i);
        } else if (!fires && first != null) {
          since.remove(rule);
          ChartPoint start = points.get(first);
          alarms.add(
              new Alarm(
                  device,
                  quantity,
                  rule,
                  rule == Rule.LIMIT ? start.score() > 0 : start.ewma() > 0,
                  start.from(),
                  points.get(i - 1).from(),
                  i - first,
                  i == points.size(),
                  start.value(),
                  centre));
        }
      }
    }
    alarms.sort(java.util.Comparator.comparing(Alarm::from).thenComparing(Alarm::rule));
    return alarms;
  }
}
