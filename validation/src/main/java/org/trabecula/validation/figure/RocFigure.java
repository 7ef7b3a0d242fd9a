package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.Curves;

/** Receiver operating characteristics of a model and its comparators. */
public final class RocFigure {
  private RocFigure() {}

  /**
   * A score.
   *
   * @param name in print
   * @param points by falling threshold; empty with one class only
   * @param area under the curve, or average precision, as the figure is
   */
  public record Curve(String name, List<Curves.Point> points, Statistic area) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * Draws the curves.
   *
   * @param condition what is to be found, for instance {@code T < -1}
   * @param curves the model first
   */
  public static Figure of(Studied studied, String condition, List<Curve> curves) {
    StringBuilder caption = new StringBuilder("Receiver operating characteristic for ");
    caption.append(condition).append(by(curves)).append(". ");
    for (Curve curve : curves) {
      caption.append("AUC of ").append(curve.name()).append(": ");
      caption.append(Words.of(curve.area(), 3)).append(". ");
    }
    caption.append(level(curves));
    return studied.figure(
        "roc " + condition,
        "ROC, " + condition,
        caption.toString().strip(),
        chart(condition, curves).drawing(studied));
  }

  static Chart chart(String condition, List<Curve> curves) {
    Chart chart =
        new Chart(
            "ROC, " + condition, Axis.share("1 \u2212 specificity"), Axis.share("sensitivity"));
    chart.straight(0, 1, Pen.dotted(Ink.GREY, 1));
    for (Curve curve : curves.reversed()) {
      if (!curve.points().isEmpty()) {
        List<Point> line = new ArrayList<>();
        line.add(new Point(0, 0));
        curve.points().forEach(p -> line.add(new Point(1 - p.specificity(), p.sensitivity())));
        chart.line(line, pen(curves.indexOf(curve)));
      }
    }
    return entries(chart, curves, "AUC");
  }

  /** The legend, or why there is nothing in the frame. */
  static Chart entries(Chart chart, List<Curve> curves, String figure) {
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      String value =
          switch (curve.area()) {
            case Statistic.Known(Estimate estimate) -> figure + " " + estimate.text(3);
            case Statistic.Undefined ignored -> figure + " not defined";
          };
      String text = curve.name() + ": " + value;
      if (curve.points().isEmpty()) {
        chart.remark(text);
      } else {
        chart.entry(pen(i), text);
      }
    }
    boolean empty = curves.stream().allMatch(curve -> curve.points().isEmpty());
    return empty ? chart.nothing("no curve: all subjects are of one class") : chart;
  }

  /** Lines differ in dash, colour and width, so that print in grey tells them apart. */
  static Pen pen(int series) {
    return switch (series % 6) {
      case 0 -> Pen.solid(Ink.BLUE, 2.2);
      case 1 -> Pen.dashed(Ink.VERMILION, 1.6);
      case 2 -> Pen.dotted(Ink.GREEN, 1.8);
      case 3 -> Pen.dashDotted(Ink.BLACK, 1.3);
      case 4 -> Pen.dashed(Ink.AMBER, 1.2);
      default -> Pen.solid(Ink.GREY, 1);
    };
  }

  /** Of how many subjects the first curve is. */
  static String by(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .findFirst()
        .map(point -> point.table())
        .map(table -> ", %d of %d positive".formatted(table.positives(), table.size()))
        .orElse("");
  }

  static String level(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.area().known().stream())
        .findFirst()
        .map(area -> Words.level(area.level()) + " intervals.")
        .orElse("");
  }
}
