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
    String caption =
        "Precision over recall for %s%s; dotted: the share of the positive, which is chance.%s %s"
            .formatted(
                condition,
                RocFigure.by(curves),
                RocFigure.first("Average precision", curves),
                RocFigure.level(curves));
    return studied.figure(
        "precision recall " + condition,
        "precision and recall, " + condition,
        caption.strip(),
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
