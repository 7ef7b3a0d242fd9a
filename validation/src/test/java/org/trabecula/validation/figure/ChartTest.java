package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  private static final Axis UNIT = Axis.share("share");

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void theCornersOfTheAxesAreTheCornersOfTheFrame() {
    Chart chart = new Chart("t", UNIT, UNIT);
    assertThat(chart.place(0, 0)).isEqualTo(new Point(Chart.LEFT, Chart.BOTTOM));
    assertThat(chart.place(1, 1)).isEqualTo(new Point(Chart.RIGHT, Chart.TOP));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void largerValuesLieFurtherRightAndHigher(long seed) {
    Random random = new Random(seed);
    Chart chart = new Chart("t", Axis.covering("x", -3, 8), Axis.covering("y", 0.2, 0.9));
    double x = random.nextDouble(-3, 7);
    double y = random.nextDouble(0.2, 0.8);
    Point one = chart.place(x, y);
    Point other = chart.place(x + 0.5, y + 0.05);
    assertThat(other.x()).isGreaterThan(one.x());
    assertThat(other.y()).isLessThan(one.y());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everythingThatIsDrawnStaysInTheFrame(long seed) {
    Random random = new Random(seed);
    Chart chart = new Chart("t", UNIT, UNIT);
    for (int i = 0; i < 20; i++) {
      chart.straight(random.nextGaussian() * 3, random.nextGaussian() * 9, Pen.solid(Ink.BLUE, 1));
      double low = random.nextGaussian();
      chart.band(low, low + random.nextDouble(), Ink.AMBER);
      chart.interval(random.nextGaussian(), low, low + 1, Pen.solid(Ink.BLACK, 1));
      chart.horizontal(random.nextGaussian(), Pen.dotted(Ink.GREY, 1));
    }
    for (Shape shape : chart.marks()) {
      List<Point> places =
          switch (shape) {
            case Shape.Stroke stroke -> stroke.through();
            case Shape.Fill fill -> fill.corners();
            case Shape.Dots dots -> dots.centres();
            case Shape.Label label -> List.of(label.at());
          };
      assertThat(places)
          .allSatisfy(place -> {
            assertThat(place.x()).isBetween(Chart.LEFT - 1e-6, Chart.RIGHT + 1e-6);
            assertThat(place.y()).isBetween(Chart.TOP - 1e-6, Chart.BOTTOM + 1e-6);
          });
    }
  }

  @Test
  void whatLiesWhollyOutsideIsNotDrawn() {
    Chart chart = new Chart("t", UNIT, UNIT);
    chart.band(2, 3, Ink.AMBER).interval(0.5, 2, 3, Pen.solid(Ink.BLUE, 1));
    chart.horizontal(-1, Pen.solid(Ink.BLUE, 1)).interval(3, 0, 1, Pen.solid(Ink.BLUE, 1));
    assertThat(chart.marks()).isEmpty();
  }

  @Test
  void theIdentityRunsFromCornerToCorner() {
    Chart chart = new Chart("t", UNIT, UNIT).straight(0, 1, Pen.solid(Ink.BLACK, 1));
    Shape.Stroke stroke = (Shape.Stroke) chart.marks().getFirst();
    assertThat(stroke.through().getFirst()).isEqualTo(new Point(Chart.LEFT, Chart.BOTTOM));
    assertThat(stroke.through().getLast()).isEqualTo(new Point(Chart.RIGHT, Chart.TOP));
  }

  @Test
  void aLongEntryOfTheLegendGoesOnBelow() {
    Chart brief = new Chart("t", UNIT, UNIT).entry(Ink.BLUE, "short");
    Chart wordy =
        new Chart("t", UNIT, UNIT)
            .entry(
                Ink.BLUE, "a long name of a score (for whom it was made): AUC 0.123 (0.1 to 0.2)");
    Studied studied = new Studied("x", false);
    assertThat(wordy.drawing(studied).height())
        .isCloseTo(brief.drawing(studied).height() + 16, within(1e-9));
    assertThat(new Figure("f", "t", "c", wordy.drawing(studied)).svg())
        .contains("(0.1 to 0.2)</text>");
  }

  @Test
  void everyTickHasItsLabel() {
    Drawing drawing =
        new Chart("t", Axis.covering("x", 0.62, 1.31), UNIT).drawing(new Studied("x", false));
    assertThat(
            drawing.shapes().stream()
                .filter(Shape.Label.class::isInstance)
                .map(shape -> ((Shape.Label) shape).text()))
        .contains("0.6", "0.7", "1.4", "0.2", "0.8", "x", "share", "x: t");
  }
}
