package org.trabecula.validation.monitoring;

import java.util.List;

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
}
