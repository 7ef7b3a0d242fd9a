package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowFigureTest {
  private static final String REASON = "metal over the region of interest, as a plate or a cage";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void boxesDoNotLieOnEachOther(int stages) {
    List<List<Point>> boxes = boxes(drawing(stages, 4, 3));
    assertThat(boxes).hasSize(2 * stages - 1 + 3);
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertThat(apart(boxes.get(i), boxes.get(j))).isTrue();
      }
    }
  }

  @Test
  void everyLineOfTextStandsInABox() {
    Drawing drawing = drawing(3, 5, 3);
    List<List<Point>> boxes = boxes(drawing);
    drawing.shapes().stream()
        .filter(Shape.Label.class::isInstance)
        .map(Shape.Label.class::cast)
        .filter(label -> label.at().y() > 30)
        .forEach(label -> assertThat(boxes).as(label.text()).anyMatch(box -> holds(box, label)));
  }

  @Test
  void longReasonsAreBrokenAndNotCut() {
    Figure figure =
        FlowFigure.of(
            new Studied("Study", false),
            "Flow.",
            List.of(
                new FlowFigure.Stage(List.of("Read"), List.of("Declined", REASON + ": 12 films"))),
            List.of());
    assertThat(figure.svg()).contains("films</text>").doesNotContain("\u2026");
  }

  @Test
  void moreReasonsMakeATallerFigure() {
    assertThat(drawing(2, 12, 0).height()).isGreaterThan(drawing(2, 2, 0).height());
  }

  private static Drawing drawing(int stages, int reasons, int endings) {
    List<FlowFigure.Stage> all = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      List<String> leftOut = new ArrayList<>();
      for (int reason = 0; i + 1 < stages && reason < reasons; reason++) {
        leftOut.add(REASON + " " + reason);
      }
      all.add(new FlowFigure.Stage(List.of("Stage " + i, "12 radiographs"), leftOut));
    }
    List<List<String>> last = new ArrayList<>();
    for (int i = 0; i < endings; i++) {
      last.add(List.of("Likely low: 3", "low by DXA: 2"));
    }
    return FlowFigure.drawing(new Studied("Study", true), all, last);
  }

  /** The only closed lines. */
  private static List<List<Point>> boxes(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Stroke.class::isInstance)
        .map(shape -> ((Shape.Stroke) shape).through())
        .filter(through -> through.size() == 5)
        .toList();
  }

  private static boolean apart(List<Point> a, List<Point> b) {
    return a.get(2).x() < b.get(0).x()
        || b.get(2).x() < a.get(0).x()
        || a.get(2).y() < b.get(0).y()
        || b.get(2).y() < a.get(0).y();
  }

  private static boolean holds(List<Point> box, Shape.Label label) {
    return label.at().x() > box.get(0).x()
        && label.at().x() + Lettering.width(label.text(), label.size()) < box.get(2).x()
        && label.at().y() > box.get(0).y()
        && label.at().y() < box.get(2).y();
  }
}
