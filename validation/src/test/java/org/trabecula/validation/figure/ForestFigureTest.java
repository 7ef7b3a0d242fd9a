package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.Statistic;

class ForestFigureTest {
  private static final List<ForestFigure.Panel> PANELS =
      List.of(
          new ForestFigure.Panel("error", "g/cm²", OptionalDouble.empty(), ""),
          new ForestFigure.Panel("bias", "g/cm²", OptionalDouble.of(0), "no bias"));

  @Test
  void everyGroupHasALineAndEveryTraitItsHeading() {
    Figure figure = figure(rows(30));
    for (int i = 0; i < 30; i++) {
      assertThat(figure.svg()).contains(">group " + i + "<");
    }
    assertThat(figure.svg().split(">trait 1<", -1)).hasSize(2);
  }

  @Test
  void moreGroupsMakeATallerFigure() {
    assertThat(figure(rows(30)).drawing().height())
        .isGreaterThan(figure(rows(10)).drawing().height() + 20 * 16 - 1);
  }

  @Test
  void aGroupWithoutAFigureLeavesAGap() {
    List<ForestFigure.Row> rows =
        List.of(
            new ForestFigure.Row(
                "sex", "male", 0, List.of(Statistic.undefined("nobody"), value(0.01))));
    assertThat(marks(figure(rows))).isEqualTo(2 + 1);
    assertThat(figure(rows).caption()).contains("a gap: not defined", "whole line: no bias");
  }

  @Test
  void everyRowHasAValueForEachPanel() {
    List<ForestFigure.Row> rows =
        List.of(new ForestFigure.Row("sex", "male", 9, List.of(value(0.01))));
    assertThatThrownBy(() -> figure(rows)).hasMessage("1 values for 2 panels");
  }

  /** One group of three subjects would otherwise flatten all others. */
  @Test
  void aVeryWideIntervalIsCutAtTheEdge() {
    List<ForestFigure.Row> rows = new ArrayList<>(rows(9));
    rows.add(
        new ForestFigure.Row(
            "x",
            "wide",
            3,
            List.of(SampleValues.known(0.06, -40, 40), SampleValues.known(0.06, -40, 40))));
    double widest =
        intervals(figure(rows))
            .mapToDouble(stroke -> stroke.through().getLast().x() - stroke.through().getFirst().x())
            .sorted()
            .skip(2)
            .findFirst()
            .orElseThrow();
    assertThat(widest).isGreaterThan(15);
  }

  private static long marks(Figure figure) {
    return intervals(figure).count();
  }

  /** The intervals are the only blue lines. */
  private static Stream<Shape.Stroke> intervals(Figure figure) {
    return figure.drawing().shapes().stream()
        .filter(Shape.Stroke.class::isInstance)
        .map(Shape.Stroke.class::cast)
        .filter(stroke -> stroke.pen().ink().equals(Ink.BLUE));
  }

  private static Statistic value(double value) {
    return SampleValues.known(value, value - 0.01, value + 0.012);
  }

  private static List<ForestFigure.Row> rows(int n) {
    List<ForestFigure.Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double value = 0.05 + 0.001 * i;
      rows.add(
          new ForestFigure.Row(
              "trait " + i / 5, "group " + i, 40, List.of(value(value), value(value))));
    }
    return rows;
  }

  private static Figure figure(List<ForestFigure.Row> rows) {
    return ForestFigure.of(
        SampleValues.STUDIED,
        "forest",
        PANELS,
        rows,
        new ForestFigure.Row("", "all", 100, List.of(value(0.06), value(0.06))));
  }
}
