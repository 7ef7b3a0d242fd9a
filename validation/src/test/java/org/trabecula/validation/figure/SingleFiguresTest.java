package org.trabecula.validation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Deming;
import org.trabecula.validation.agreement.Line;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThreeWayTable;
import org.trabecula.validation.diagnosis.ThreeWayTable.Answers;

/** What each figure draws lies where its numbers say. */
class SingleFiguresTest {
  private static final Studied STUDIED = SampleValues.STUDIED;

  @Test
  void theBiasIsALineAtItsHeight() {
    PairedValues pairs = SampleValues.pairs(100, 4);
    BlandAltman limits = BlandAltman.of(pairs, 0.95).orElseThrow();
    Chart chart = BlandAltmanFigure.chart(pairs, Optional.of(limits));
    double height = chart.place(1, limits.bias().value()).y();
    assertThat(strokes(chart))
        .anySatisfy(stroke -> {
          assertThat(stroke.pen()).isEqualTo(Pen.solid(Ink.VERMILION, 2));
          assertThat(stroke.through().getFirst().y()).isCloseTo(height, within(1e-6));
          assertThat(stroke.through().getLast().y()).isCloseTo(height, within(1e-6));
        });
  }

  @Test
  void limitsAndTheirIntervalsAreSeen() {
    PairedValues pairs = SampleValues.pairs(100, 4);
    Chart chart = BlandAltmanFigure.chart(pairs, BlandAltman.of(pairs, 0.95));
    assertThat(chart.marks().stream().filter(Shape.Fill.class::isInstance)).hasSize(3);
    assertThat(strokes(chart).stream().filter(s -> s.pen().equals(Pen.dashed(Ink.VERMILION, 1.6))))
        .hasSize(2);
  }

  @Test
  void faultlessEstimatesLieOnTheIdentity() {
    PairedValues pairs =
        PairedValues.of(new double[] {0.7, 0.8, 0.9, 1}, new double[] {0.7, 0.8, 0.9, 1});
    Chart chart =
        AgreementFigure.chart(pairs, Deming.of(pairs, 1, 0.95), Line.undefined("not asked"));
    Shape.Dots dots = (Shape.Dots) chart.marks().getFirst();
    Point origin = dots.centres().getFirst();
    double slope = (Chart.BOTTOM - Chart.TOP) / (Chart.RIGHT - Chart.LEFT);
    assertThat(dots.centres())
        .hasSize(4)
        .allSatisfy(dot ->
            assertThat(origin.y() - dot.y())
                .isCloseTo(slope * (dot.x() - origin.x()), within(1e-6)));
  }

  @Test
  void thePerfectScoreGoesThroughTheUpperLeftCorner() {
    Chart chart = RocFigure.chart("T < -1", List.of(curve(new double[] {4, 3, 2, 1})));
    assertThat(strokes(chart).getLast().through())
        .contains(new Point(Chart.LEFT, Chart.TOP), new Point(Chart.LEFT, Chart.BOTTOM))
        .endsWith(new Point(Chart.RIGHT, Chart.TOP));
  }

  @Test
  void aRocNeverFalls() {
    Chart chart = RocFigure.chart("T < -1", List.of(curve(new double[] {2, 4, 3, 1})));
    List<Point> line = strokes(chart).getLast().through();
    for (int i = 1; i < line.size(); i++) {
      assertThat(line.get(i).x()).isGreaterThanOrEqualTo(line.get(i - 1).x());
      assertThat(line.get(i).y()).isLessThanOrEqualTo(line.get(i - 1).y());
    }
  }

  @Test
  void theModelIsPaintedLastSoThatNothingHidesIt() {
    RocFigure.Curve model = curve(new double[] {4, 3, 2, 1});
    RocFigure.Curve rival = curve(new double[] {1, 4, 3, 2});
    assertThat(strokes(RocFigure.chart("T < -1", List.of(model, rival))).getLast().pen())
        .isEqualTo(RocFigure.pen(0));
  }

  @Test
  void seriesDifferInDashOrWidthAndNotInColourAlone() {
    List<Pen> pens = Stream.iterate(0, i -> i + 1).limit(6).map(RocFigure::pen).toList();
    assertThat(pens.stream().map(pen -> pen.dashes() + " " + pen.width())).doesNotHaveDuplicates();
  }

  @Test
  void aRivalWithoutACurveIsNamedWithoutALine() {
    RocFigure.Curve rival =
        new RocFigure.Curve("ORAI", List.of(), SampleValues.known(0.7, 0.6, 0.8));
    Figure figure =
        RocFigure.of(STUDIED, "T < -1", List.of(curve(new double[] {4, 3, 2, 1}), rival));
    assertThat(figure.svg()).contains(">ORAI: AUC 0.700 (0.600 to 0.800)<");
  }

  @Test
  void theChanceOfAPrecisionIsThePrevalence() {
    Chart chart = PrecisionRecallFigure.chart("T < -1", List.of(curve(new double[] {4, 3, 2, 1})));
    assertThat(strokes(chart).getLast().through().getFirst().y())
        .isCloseTo(chart.place(0, 0.5).y(), within(1e-6));
  }

  @Test
  void groupsOfACalibrationStandOnTheirMeans() {
    PairedValues pairs = SampleValues.pairs(200, 9);
    List<CalibrationCurve.Point> groups = CalibrationCurve.of(pairs, 5, 0.95);
    Chart chart = CalibrationFigure.chart(groups, CalibrationLine.of(pairs, 0.95));
    List<Point> centres =
        chart.marks().stream()
            .filter(Shape.Dots.class::isInstance)
            .map(shape -> ((Shape.Dots) shape).centres().getFirst())
            .toList();
    assertThat(centres)
        .isEqualTo(
            groups.stream()
                .map(g -> chart.place(g.meanEstimate(), g.meanTruth().value()))
                .toList());
  }

  @Test
  void referringNoneGainsNothingAndReferringAllLeavesTheFrame() {
    ScoredSubjects risks =
        ScoredSubjects.of(
            new double[] {0.9, 0.8, 0.2, 0.1}, new boolean[] {true, true, false, false});
    double[] thresholds = {0.1, 0.3, 0.5, 0.7, 0.9};
    Chart chart =
        DecisionCurveFigure.chart(
            "T < -1",
            List.of(
                new DecisionCurveFigure.Curve(
                    "estimate", NetBenefit.curve(risks, thresholds, 0.95))));
    assertThat(strokes(chart))
        .anySatisfy(stroke ->
            assertThat(stroke.through().getFirst().y())
                .isCloseTo(chart.place(0, 0).y(), within(1e-6)));
    assertThat(strokes(chart))
        .anySatisfy(stroke ->
            assertThat(stroke.through().getLast().y()).isCloseTo(Chart.BOTTOM, within(1e-6)));
  }

  @Test
  void partsOfABarAreAsWideAsTheirCounts() {
    Drawing drawing =
        ThreeWayFigure.drawing(
            STUDIED, "T < -1", new ThreeWayTable(new Answers(30, 50, 20), new Answers(0, 10, 90)));
    List<Double> widths =
        drawing.shapes().stream()
            .filter(Shape.Fill.class::isInstance)
            .map(shape -> ((Shape.Fill) shape).corners())
            .filter(corners -> corners.get(2).y() - corners.get(1).y() > 20)
            .map(corners -> corners.get(1).x() - corners.get(0).x())
            .toList();
    assertThat(widths).hasSize(5);
    double whole = widths.get(0) + widths.get(1) + widths.get(2);
    assertThat(widths.get(0) / whole).isCloseTo(0.3, within(1e-9));
    assertThat(widths.get(1) / whole).isCloseTo(0.5, within(1e-9));
    assertThat(widths.get(3) + widths.get(4)).isCloseTo(whole, within(1e-6));
  }

  @Test
  void aBarOfNobodyIsEmpty() {
    Figure figure =
        ThreeWayFigure.of(
            STUDIED, "T < -1", new ThreeWayTable(new Answers(0, 0, 0), new Answers(1, 0, 0)));
    assertThat(figure.svg()).contains("n = 0<", ">1 (100 %)<").doesNotContain("NaN");
  }

  private static RocFigure.Curve curve(double[] scores) {
    ScoredSubjects subjects = ScoredSubjects.of(scores, new boolean[] {true, true, false, false});
    return new RocFigure.Curve(
        "estimate",
        Curves.of(subjects),
        RocArea.of(subjects.scores(true), subjects.scores(false), 0.95));
  }

  private static List<Shape.Stroke> strokes(Chart chart) {
    return chart.marks().stream()
        .filter(Shape.Stroke.class::isInstance)
        .map(Shape.Stroke.class::cast)
        .toList();
  }
}
