package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.diagnosis.NetBenefit;

/** Net benefit over the threshold of risk: a model, its comparators, all and none. */
public final class DecisionCurveFigure {
  private DecisionCurveFigure() {}

  /**
   * The decision curve of a risk.
   *
   * @param name in print
   * @param points by rising threshold
   */
  public record Curve(String name, List<NetBenefit> points) {
    public Curve {
      points = List.copyOf(points);
    }

    List<Point> ofTest() {
      return points.stream().flatMap(p -> at(p, p.ofTest().known().stream().toList())).toList();
    }

    List<Point> ofAll() {
      return points.stream().flatMap(p -> at(p, p.ofAll().known().stream().toList())).toList();
    }

    private static Stream<Point> at(NetBenefit point, List<Estimate> gain) {
      return gain.stream().map(g -> new Point(point.threshold(), g.value()));
    }
  }

  /**
   * Draws the curves.
   *
   * @param condition what is to be found, for instance {@code T < -1}
   * @param subjects how many
   * @param curves the model first
   */
  public static Figure of(Studied studied, String condition, int subjects, List<Curve> curves) {
    String caption =
        ("Decision curve for referral at a risk of %s, %s: true positives gained for each subject,"
                + " less false positives weighted by the odds of the threshold (Vickers and Elkin"
                + " 2006)%s.")
            .formatted(condition, Words.count(subjects, "subject"), band(curves));
    return studied.figure(
        "decision curve " + condition,
        "decision curve, " + condition,
        caption,
        chart(condition, curves).drawing(studied));
  }

  private static String band(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .flatMap(point -> point.ofTest().known().stream())
        .findFirst()
        .map(gain -> "; shaded: %s interval of the first".formatted(Words.level(gain.level())))
        .orElse("");
  }

  static Chart chart(String condition, List<Curve> curves) {
    Chart chart =
        new Chart(
            "decision curve, " + condition,
            Axis.covering("threshold of risk", 0, mostThreshold(curves)),
            gains(curves));
    if (!curves.isEmpty()) {
      shade(chart, curves.getFirst());
      chart.line(curves.getFirst().ofAll(), Pen.dashDotted(Ink.GREY, 1.3));
    }
    chart.horizontal(0, Pen.solid(Ink.BLACK, 1));
    for (int i = curves.size() - 1; i >= 0; i--) {
      chart.line(curves.get(i).ofTest(), RocFigure.pen(i));
    }
    for (int i = 0; i < curves.size(); i++) {
      chart.entry(RocFigure.pen(i), curves.get(i).name());
    }
    chart.entry(Pen.dashDotted(Ink.GREY, 1.3), "refer all");
    chart.entry(Pen.solid(Ink.BLACK, 1), "refer none");
    boolean empty = curves.stream().allMatch(curve -> curve.ofTest().isEmpty());
    return empty ? chart.nothing("there is no net benefit to be drawn") : chart;
  }

  private static void shade(Chart chart, Curve model) {
    List<Point> low = new ArrayList<>();
    List<Point> high = new ArrayList<>();
    for (NetBenefit point : model.points()) {
      point
          .ofTest()
          .known()
          .ifPresent(gain -> {
            low.add(new Point(point.threshold(), gain.low()));
            high.add(new Point(point.threshold(), gain.high()));
          });
    }
    chart.between(low, high, Ink.SKY.faint(0.5));
  }

  private static double mostThreshold(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(NetBenefit::threshold)
        .max()
        .orElse(1);
  }

  /** Referring all soon loses without bound; what matters lies above a little below zero. */
  private static Axis gains(List<Curve> curves) {
    double most =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .flatMap(point -> point.ofTest().known().stream())
            .mapToDouble(Estimate::high)
            .max()
            .orElse(1);
    double top = Math.max(most, 0.01);
    return Axis.covering("net benefit", -top / 5, top);
  }
}
