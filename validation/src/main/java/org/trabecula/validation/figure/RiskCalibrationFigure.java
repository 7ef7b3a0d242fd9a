package org.trabecula.validation.figure;

import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.calibration.RiskCalibration;

/** The share that is positive in groups of like predicted probability. */
public final class RiskCalibrationFigure {
  private RiskCalibrationFigure() {}

  /**
   * A group of like probabilities.
   *
   * @param n how many
   * @param meanRisk mean predicted probability
   * @param observed the share that is positive
   */
  public record Group(int n, double meanRisk, Estimate observed) {}

  /**
   * Draws the groups.
   *
   * @param condition what the probability is of, for instance {@code T < -1}
   */
  public static Figure of(
      Studied studied, String condition, List<Group> groups, RiskCalibration calibration) {
    String caption =
        ("Share of %s over predicted probability in %s, %s; bars: intervals of the shares."
                + " Slope %s, in the large %s (log odds), Brier score %s.")
            .formatted(
                condition,
                Words.count(groups.size(), "group"),
                Words.count(groups.stream().mapToInt(Group::n).sum(), "subject"),
                Words.of(calibration.slope(), 2),
                Words.of(calibration.inTheLarge(), 2),
                Words.of(calibration.brier(), 3));
    return studied.figure(
        "risk calibration " + condition,
        "calibration of risk, " + condition,
        caption,
        chart(condition, groups).drawing(studied));
  }

  static Chart chart(String condition, List<Group> groups) {
    Chart chart =
        new Chart(
            "calibration of risk, " + condition,
            Axis.share("predicted probability of " + condition),
            Axis.share("observed share"));
    Pen identity = Pen.solid(Ink.BLACK, 1);
    chart.straight(0, 1, identity);
    for (Group group : groups) {
      Estimate observed = group.observed();
      chart.interval(group.meanRisk(), observed.low(), observed.high(), Pen.solid(Ink.BLUE, 1.3));
      chart.mark(new Point(group.meanRisk(), observed.value()), Symbol.SQUARE, Ink.BLUE);
    }
    chart.entry(identity, "perfect calibration");
    chart.entry(Symbol.SQUARE, Ink.BLUE, "groups of like probability");
    return groups.isEmpty() ? chart.nothing("there is no predicted probability") : chart;
  }
}
