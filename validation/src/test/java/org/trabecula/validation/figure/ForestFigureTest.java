package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.Statistic;

class ForestFigureTest {
  private static final ForestFigure.Quantity ERROR =
      new ForestFigure.Quantity(
          "forest mae", "error in subgroups", "MAE (g/cm²)", 3, OptionalDouble.empty(), "");

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
        .isGreaterThan(figure(rows(10)).drawing().height() + 20 * 18 - 1);
  }

  @Test
  void anEmptyGroupSaysWhyItHasNoFigure() {
    List<ForestFigure.Row> rows =
        List.of(new ForestFigure.Row("sex", "male", 0, Statistic.undefined("there is nobody")));
    assertThat(figure(rows).svg()).contains(">there is nobody<");
  }

  /** One group of three subjects would otherwise flatten all others. */
  @Test
  void aVeryWideIntervalIsCutAtTheEdge() {
    List<ForestFigure.Row> rows = new ArrayList<>(rows(9));
    rows.add(new ForestFigure.Row("x", "wide", 3, SampleValues.known(0.06, -40, 40)));
    Drawing drawing = figure(rows).drawing();
    double widest =
        drawing.shapes().stream()
            .filter(Shape.Stroke.class::isInstance)
            .map(Shape.Stroke.class::cast)
            .filter(stroke -> stroke.pen().ink().equals(Ink.BLUE))
            .filter(stroke -> stroke.through().getLast().x() < ForestFigure.RIGHT - 1)
            .mapToDouble(stroke -> stroke.through().getLast().x() - stroke.through().getFirst().x())
            .max()
            .orElseThrow();
    assertThat(widest).isGreaterThan(25);
  }

  private static List<ForestFigure.Row> rows(int n) {
    List<ForestFigure.Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double value = 0.05 + 0.001 * i;
      rows.add(
          new ForestFigure.Row(
              "trait " + i / 5,
              "group " + i,
              40,
              SampleValues.known(value, value - 0.01, value + 0.012)));
    }
    return rows;
  }

  private static Figure figure(List<ForestFigure.Row> rows) {
    return ForestFigure.of(
        SampleValues.STUDIED,
        ERROR,
        rows,
        new ForestFigure.Row("", "all", 100, SampleValues.known(0.06, 0.055, 0.065)));
  }
}
