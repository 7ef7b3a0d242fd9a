package org.trabecula.validation.figure;

import java.util.List;

/** Precision over recall of a model and its comparators, and the level of chance. */
public final class PrecisionRecallFigure {
  private PrecisionRecallFigure() {}

  /**
   * Draws the curves.
   *
   * @param condition what is to be found, for instance {@code T < -1}
   * @param curves the model first; their areas are average precisions
   */
  public static Figure of(Studied studied, String condition, List<RocFigure.Curve> curves) {
    StringBuilder caption = new StringBuilder("Precision over recall for ");
    caption.append(condition).append(RocFigure.by(curves));
    caption.append("; dotted: the share of the positive, which is chance. ");
    for (RocFigure.Curve curve : curves) {
      caption.append("Average precision of ").append(curve.name()).append(": ");
      caption.append(Words.of(curve.area(), 3)).append(". ");
    }
    caption.append(RocFigure.level(curves));
    return studied.figure(
        "precision recall " + condition,
        "precision and recall, " + condition,
        caption.toString().strip(),
        chart(condition, curves).drawing(studied));
  }

  static Chart chart(String condition, List<RocFigure.Curve> curves) {
    Chart chart =
        new Chart(
            "precision and recall, " + condition,
            Axis.share("recall (sensitivity)"),
            Axis.share("precision (PPV)"));
    for (RocFigure.Curve curve : curves.reversed()) {
      if (!curve.points().isEmpty()) {
        chart.line(
            curve.points().stream().map(p -> new Point(p.sensitivity(), p.precision())).toList(),
            RocFigure.pen(curves.indexOf(curve)));
      }
    }
    curves.stream()
        .flatMap(curve -> curve.points().stream())
        .findFirst()
        .map(point -> (double) point.table().positives() / point.table().size())
        .ifPresent(chance -> chart.horizontal(chance, Pen.dotted(Ink.GREY, 1)));
    return RocFigure.entries(chart, curves, "AP");
  }
}
