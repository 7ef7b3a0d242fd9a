package org.trabecula.validation.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the periods in which a rule fires to alarms, and says when each change began. */
final class AlarmFinder {
  /** So many quiet periods do not end an alarm: a drift hovers about its limit. */
  private static final int QUIET = 4;

  private final String device;
  private final Quantity quantity;
  private final double centre;
  private final List<ChartPoint> points;

  AlarmFinder(String device, Quantity quantity, double centre, List<ChartPoint> points) {
    this.device = device;
    this.quantity = quantity;
    this.centre = centre;
    this.points = points;
  }

  /** All alarms by time. */
  List<Alarm> alarms() {
    List<Alarm> alarms = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      int first = -1;
      int last = -1;
      int fired = 0;
      for (int i = 0; i < points.size(); i++) {
        if (!points.get(i).fired().contains(rule)) {
          continue;
        }
        if (first >= 0 && i - last > QUIET + 1) {
          alarms.add(alarm(rule, first, last, fired));
          first = -1;
          fired = 0;
        }
        first = first < 0 ? i : first;
        last = i;
        fired++;
      }
      if (first >= 0) {
        alarms.add(alarm(rule, first, last, fired));
      }
    }
    alarms.sort(Comparator.comparing(Alarm::from).thenComparing(Alarm::rule));
    return alarms;
  }

  private Alarm alarm(Rule rule, int first, int last, int fired) {
    ChartPoint start = points.get(first);
    boolean rise = rule == Rule.LIMIT ? start.score() > 0 : start.ewma() > 0;
    int begun = rule == Rule.LIMIT ? first : begun(first, rise);
    return new Alarm(
        device,
        quantity,
        rule,
        rise,
        points.get(begun).from(),
        start.from(),
        points.get(last).from(),
        fired,
        points.size() - 1 - last <= (rule == Rule.LIMIT ? 0 : QUIET),
        mean(begun, last),
        centre);
  }

  /**
   * The period from which a step explains the scores up to the alarm best: the largest n·m² of the
   * last n scores with mean m (Samuel, Pignatiello and Calvin 1998, doi:10.1080/08982119808919166).
   */
  private int begun(int first, boolean rise) {
    double sum = 0;
    double best = 0;
    int begun = first;
    for (int i = first; i >= 0; i--) {
      sum += points.get(i).score();
      int n = first - i + 1;
      double likelihood = sum * sum / n;
      if (sum > 0 == rise && likelihood > best) {
        best = likelihood;
        begun = i;
      }
    }
    return begun;
  }

  private double mean(int from, int to) {
    double sum = 0;
    double films = 0;
    for (ChartPoint point : points.subList(from, to + 1)) {
      sum += point.value() * point.films();
      films += point.films();
    }
    return sum / films;
  }
}
