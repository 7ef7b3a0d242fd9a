package org.trabecula.validation.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Proportion;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.BlandAltman;
import org.trabecula.validation.agreement.Deming;
import org.trabecula.validation.agreement.PassingBablok;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.CalibrationLine;
import org.trabecula.validation.calibration.RiskCalibration;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.RocArea;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThreeWayTable;

/** Every figure of some pairs, as a study would draw them. */
final class SampleValues {
  static final Studied STUDIED = new Studied("L1-L4", true);
  private static final String CONDITION = "T < \u22121";

  private SampleValues() {}

  /** Pairs with an error of 0.08 g/cm² around a truth of 0.95 ± 0.15. */
  static PairedValues pairs(int n, long seed) {
    RandomGenerator random = new Random(seed);
    double[] truths = random.doubles(n).map(ignored -> random.nextGaussian(0.95, 0.15)).toArray();
    double[] estimates = new double[n];
    for (int i = 0; i < n; i++) {
      estimates[i] = 0.1 + 0.9 * truths[i] + random.nextGaussian(0, 0.08);
    }
    return PairedValues.of(estimates, truths);
  }

  /** Pairs that are all the same. */
  static PairedValues equal(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return PairedValues.of(values, values);
  }

  static List<Figure> figures(PairedValues pairs) {
    ScoredSubjects risks = risks(pairs, 0.06);
    ScoredSubjects rival = risks(pairs, 0.3);
    List<RocFigure.Curve> curves = List.of(curve("estimate", risks), curve("age and sex", rival));
    List<Figure> figures = new ArrayList<>();
    figures.add(
        AgreementFigure.of(
            STUDIED, pairs, Deming.of(pairs, 1, 0.95), PassingBablok.of(pairs, 0.95)));
    figures.add(BlandAltmanFigure.of(STUDIED, pairs, BlandAltman.of(pairs, 0.95)));
    figures.add(
        CalibrationFigure.of(
            STUDIED, CalibrationCurve.of(pairs, 10, 0.95), CalibrationLine.of(pairs, 0.95)));
    figures.add(RocFigure.of(STUDIED, CONDITION, curves));
    figures.add(PrecisionRecallFigure.of(STUDIED, CONDITION, curves));
    figures.add(decisionCurve(risks, rival));
    figures.add(riskCalibration(risks));
    figures.add(threeWay(risks));
    figures.add(forest(pairs));
    figures.add(flow(pairs));
    return figures;
  }

  private static ScoredSubjects risks(PairedValues pairs, double noise) {
    RandomGenerator random = new Random(7);
    double[] risks = new double[pairs.size()];
    boolean[] low = new boolean[pairs.size()];
    for (int i = 0; i < risks.length; i++) {
      double score = (0.9 - pairs.estimate(i) + random.nextGaussian(0, noise)) / 0.08;
      risks[i] = Math.clamp(1 / (1 + Math.exp(-score)), 1e-6, 1 - 1e-6);
      low[i] = pairs.truth(i) < 0.9;
    }
    return ScoredSubjects.of(risks, low);
  }

  private static RocFigure.Curve curve(String name, ScoredSubjects subjects) {
    return new RocFigure.Curve(
        name, Curves.of(subjects), RocArea.of(subjects.scores(true), subjects.scores(false), 0.95));
  }

  private static Figure decisionCurve(ScoredSubjects risks, ScoredSubjects rival) {
    double[] thresholds = new double[40];
    Arrays.setAll(thresholds, i -> 0.02 + 0.02 * i);
    return DecisionCurveFigure.of(
        STUDIED,
        CONDITION,
        risks.size(),
        List.of(
            new DecisionCurveFigure.Curve("estimate", NetBenefit.curve(risks, thresholds, 0.95)),
            new DecisionCurveFigure.Curve(
                "age and sex", NetBenefit.curve(rival, thresholds, 0.95))));
  }

  private static Figure riskCalibration(ScoredSubjects risks) {
    double[] all = new double[risks.size()];
    double[] truths = new double[risks.size()];
    boolean[] positive = new boolean[risks.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = risks.score(i);
      positive[i] = risks.positive(i);
      truths[i] = positive[i] ? 1 : 0;
    }
    List<CalibrationCurve.Point> groups =
        CalibrationCurve.of(PairedValues.of(all, truths), 10, 0.95);
    return RiskCalibrationFigure.of(
        STUDIED, CONDITION, groups, RiskCalibration.of(all, positive, 0.95));
  }

  private static Figure threeWay(ScoredSubjects risks) {
    int[][] counts = new int[2][3];
    for (int i = 0; i < risks.size(); i++) {
      int answer = risks.score(i) > 0.7 ? 0 : risks.score(i) > 0.3 ? 1 : 2;
      counts[risks.positive(i) ? 0 : 1][answer]++;
    }
    return ThreeWayFigure.of(
        STUDIED,
        CONDITION,
        new ThreeWayTable(
            new ThreeWayTable.Answers(counts[0][0], counts[0][1], counts[0][2]),
            new ThreeWayTable.Answers(counts[1][0], counts[1][1], counts[1][2])));
  }

  private static Figure forest(PairedValues pairs) {
    int n = pairs.size();
    List<ForestFigure.Row> rows =
        List.of(
            new ForestFigure.Row("sex", "female", n / 2, share(n / 3, n / 2)),
            new ForestFigure.Row("sex", "male", n - n / 2, share(n / 4, n - n / 2)),
            new ForestFigure.Row("age", "50-59", n, share(n / 2, n)),
            new ForestFigure.Row("age", "60-69", n / 100, share(n / 150, n / 100)),
            new ForestFigure.Row("age", "70-79", 0, share(0, 0)));
    return ForestFigure.of(
        STUDIED,
        new ForestFigure.Quantity(
            "forest coverage",
            "coverage in subgroups",
            "share of intervals that hold the truth",
            3,
            OptionalDouble.of(0.9),
            "what is meant"),
        rows,
        new ForestFigure.Row("", "all", n, share(n / 3, n)));
  }

  private static Statistic share(int found, int of) {
    return Proportion.of(found, of, 0.95, "there is nobody");
  }

  private static Figure flow(PairedValues pairs) {
    return FlowFigure.of(
        STUDIED,
        "From the manifest to the analysis.",
        List.of(
            new FlowFigure.Stage(
                List.of("In the manifest", pairs.size() + " radiographs"),
                List.of("Left out", "a DXA older than a year: 12", "another view: 3")),
            new FlowFigure.Stage(
                List.of("Read", pairs.size() + " radiographs"),
                List.of("Declined", "metal over the region of interest, as a plate or a cage: 4")),
            new FlowFigure.Stage(List.of("Evaluated", pairs.size() + " radiographs"), List.of())),
        List.of(
            List.of("Likely low", "low by DXA: 3", "not low: 1"),
            List.of("Undetermined", "low by DXA: 3", "not low: 1"),
            List.of("Unlikely low", "low by DXA: 3", "not low: 1")));
  }

  static Statistic known(double value, double low, double high) {
    return Statistic.of(new Estimate(value, low, high, 0.95));
  }
}
