package org.trabecula.validation.study;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trabecula.densitometry.Call;
import org.trabecula.validation.SubjectRows;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.calibration.RiskCalibration;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.LikelihoodRatio;
import org.trabecula.validation.diagnosis.NetBenefit;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThreeWayTable;
import org.trabecula.validation.diagnosis.ThresholdAccuracy;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;

/** The figures at each T-score that go beyond the short form. */
record ThresholdAnalysis(StudySettings settings, ScoredRows scored, List<RivalScores> rivals) {

  /** Risks at which a decision is weighed: 0.02 to 0.98. */
  private static final double[] RISKS = IntStream.range(1, 50).mapToDouble(i -> i / 50.0).toArray();

  /** The thresholds of a decision curve. */
  static double[] risks() {
    return RISKS.clone();
  }

  ThresholdStudy of(ThresholdAccuracy accuracy) {
    Threshold threshold = accuracy.threshold();
    SubjectRows subjects = scored.subjects();
    ScoredSubjects byScore = scored.byScore(threshold);
    LikelihoodRatio ratios =
        LikelihoodRatio.of(subjects, scored.beyond(threshold), scored.found(threshold));
    return new ThresholdStudy(
        accuracy,
        ratios,
        settings.prevalences().stream()
            .map(share ->
                new ThresholdStudy.AtPrevalence(
                    share,
                    ratios.positivePredictiveValue(share),
                    ratios.negativePredictiveValue(share)))
            .toList(),
        Curves.averagePrecision(subjects.subjects(), byScore, subjects.bootstrap()),
        Curves.of(byScore),
        threeWay(threshold),
        risk(threshold),
        rivals.stream().map(rival -> rival.beside(scored, threshold)).toList());
  }

  private ThresholdStudy.Risk risk(Threshold threshold) {
    ScoredSubjects risks = scored.byRisk(threshold);
    SubjectRows subjects = scored.subjects();
    return new ThresholdStudy.Risk(
        RiskCalibration.of(subjects, scored.risks(threshold), scored.beyond(threshold)),
        CalibrationCurve.ofRisks(risks, SiteAnalysis.TENTHS, subjects),
        NetBenefit.curve(subjects, risks, RISKS));
  }

  private ThresholdStudy.ThreeWay threeWay(Threshold threshold) {
    boolean[] low = scored.beyond(threshold);
    Call[] calls = scored.callsAt(threshold, settings.evaluation().policy());
    SubjectRows subjects = scored.subjects();
    IntPredicate isLow = i -> low[i];
    IntPredicate likely = i -> calls[i] == Call.LIKELY_LOW;
    IntPredicate unlikely = i -> calls[i] == Call.UNLIKELY_LOW;
    IntPredicate determined = likely.or(unlikely);
    return new ThresholdStudy.ThreeWay(
        new ThreeWayTable(answers(calls, isLow), answers(calls, isLow.negate())),
        subjects.share(i -> true, determined, "there is no call"),
        new ThreeWayTable.Accuracy(
            subjects.share(isLow.and(determined), likely, "nobody is low in truth and determined"),
            subjects.share(
                isLow.negate().and(determined), unlikely, "everybody determined is low in truth")),
        new ThreeWayTable.Accuracy(
            subjects.share(isLow, likely, "nobody is low in truth"),
            subjects.share(isLow.negate(), unlikely, "everybody is low in truth")),
        new ThreeWayTable.Accuracy(
            subjects.share(isLow, unlikely.negate(), "nobody is low in truth"),
            subjects.share(isLow.negate(), unlikely, "everybody is low in truth")));
  }

  private static ThreeWayTable.Answers answers(Call[] calls, IntPredicate among) {
    int[] counts = new int[Call.values().length];
    IntStream.range(0, calls.length).filter(among).forEach(i -> counts[calls[i].ordinal()]++);
    return new ThreeWayTable.Answers(
        counts[Call.LIKELY_LOW.ordinal()],
        counts[Call.UNDETERMINED.ordinal()],
        counts[Call.UNLIKELY_LOW.ordinal()]);
  }
}
