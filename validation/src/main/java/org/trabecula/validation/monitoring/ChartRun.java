package org.trabecula.validation.monitoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the scores of a chart one after the other to its rules.
 *
 * <p>The baseline's own error moves all scores together. With ρ the shared part of each score, the
 * EWMA's variance has two terms: Σw²(1 - ρ), which is drawn anew in every period and is given the
 * limit's L standard deviations, and (Σw√ρ)², which is drawn once, with the baseline, and is given
 * 2.3, so that simulated panels err as often as they may. The CUSUM's allowance is widened by √ρ.
 * The limits hold from the first period on. What this costs and brings is measured in
 * docs/monitoring.md.
 */
final class ChartRun {
  private static final int WINDOW = 8;

  /** Standard deviations for what is drawn once. */
  private static final double ONCE = 2.3;

  private final RuleSet rules;
  private final RuleSet.ChartLimits limits;
  private final boolean onlyRise;
  private final Deque<Double> recent = new ArrayDeque<>();

  private double ewma;
  private double own;
  private double common;
  private double rise;
  private double fall;

  private ChartRun(RuleSet rules, RuleSet.ChartLimits limits, boolean onlyRise) {
    this.rules = rules;
    this.limits = limits;
    this.onlyRise = onlyRise;
  }

  static List<ChartPoint> of(
      List<Score> scores, RuleSet rules, RuleSet.ChartLimits limits, boolean onlyRise) {
    ChartRun run = new ChartRun(rules, limits, onlyRise);
    List<ChartPoint> points = new ArrayList<>();
    for (Score score : scores) {
      points.add(run.next(score));
    }
    return points;
  }

  private ChartPoint next(Score score) {
    double keep = 1 - rules.weight();
    double root = Math.sqrt(score.shared());
    ewma = keep * ewma + rules.weight() * score.score();
    own = keep * keep * own + rules.weight() * rules.weight() * (1 - score.shared());
    common = keep * common + rules.weight() * root;
    rise = Math.max(0, rise + score.score() - rules.allowance() - root);
    fall = Math.max(0, fall - score.score() - rules.allowance() - root);
    recent.addLast(score.score());
    if (recent.size() > WINDOW) {
      recent.removeFirst();
    }
    double limit = Math.hypot(limits.ewma() * Math.sqrt(own), ONCE * common);
    return new ChartPoint(
        score.from(),
        score.films(),
        score.value(),
        onlyRise ? java.util.OptionalDouble.empty() : score.lower(),
        score.upper(),
        score.score(),
        ewma,
        limit,
        fired(score, limit));
  }

  private Set<Rule> fired(Score score, double ewmaLimit) {
    Set<Rule> fired = EnumSet.noneOf(Rule.class);
    boolean above = score.upper().isPresent() && score.value() > score.upper().getAsDouble();
    boolean below = score.lower().isPresent() && score.value() < score.lower().getAsDouble();
    add(fired, Rule.LIMIT, above, below);
    add(fired, Rule.EWMA, ewma > ewmaLimit, ewma < -ewmaLimit);
    add(fired, Rule.CUSUM, rise > limits.cusum(), fall > limits.cusum());
    add(fired, Rule.RUN, isRun(1), isRun(-1));
    return fired;
  }

  private void add(Set<Rule> fired, Rule rule, boolean above, boolean below) {
    if (rules.rules().contains(rule) && (above || below && !onlyRise)) {
      fired.add(rule);
    }
  }

  /** Two of the last three beyond 2, four of the last five beyond 1, or the last eight beyond 0. */
  private boolean isRun(int side) {
    return isRun(side, 2, 3, 2) || isRun(side, 4, 5, 1) || isRun(side, WINDOW, WINDOW, 0);
  }

  private boolean isRun(int side, int hits, int of, double zone) {
    double last = side * recent.getLast();
    if (recent.size() < of || last <= zone) {
      return false;
    }
    return recent.stream().skip(recent.size() - of).filter(score -> side * score > zone).count()
        >= hits;
  }
}
