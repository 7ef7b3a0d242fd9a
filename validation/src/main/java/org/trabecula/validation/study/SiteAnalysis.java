package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.trabecula.validation.PairedValues;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.agreement.Deming;
import org.trabecula.validation.agreement.PassingBablok;
import org.trabecula.validation.calibration.CalibrationCurve;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;
import org.trabecula.validation.diagnosis.WeightedKappa;
import org.trabecula.validation.study.SiteStudy.DensityClasses;

/**
 * All figures of one site.
 *
 * @param source what the baselines learn from
 */
record SiteAnalysis(StudySettings settings, SiteRows rows, BaselineSource source) {
  /** Points of a calibration curve. */
  static final int TENTHS = 10;

  private static final List<String> CLASSES = List.of("T >= -1", "-2.5 < T < -1", "T <= -2.5");

  /** Makes the study, with the comparator's predictions of the same site if there is one. */
  SiteStudy study(String name, String view, Optional<List<Prediction>> comparator) {
    SiteEvaluation evaluation = new SiteEvaluator(settings.evaluation()).evaluate(rows, source);
    ScoredRows scored = rows.scored();
    ThresholdAnalysis thresholds = new ThresholdAnalysis(settings, scored, rivals(scored));
    return new SiteStudy(
        new SiteStudy.Source(
            name,
            Optional.of(view).filter(code -> !code.isBlank()),
            rows.predictions().stream().anyMatch(Prediction::synthetic),
            rows.subjects().repeated(),
            rows.level(),
            source.label(),
            rows.predictions()),
        evaluation,
        lines(),
        CalibrationCurve.of(rows.pairs(), TENTHS, rows.subjects()),
        evaluation.diagnostics().thresholds().stream().map(thresholds::of).toList(),
        classes(scored),
        comparator.map(other -> new Comparison(settings.evaluation(), rows, other).study()));
  }

  private List<RivalScores> rivals(ScoredRows scored) {
    List<RivalScores> rivals = new ArrayList<>();
    for (BaselineModel.Kind kind :
        List.of(BaselineModel.Kind.AGE_SEX, BaselineModel.Kind.AGE_SEX_SIZE)) {
      rivals.add(RivalScores.ofBaseline(kind, source, rows.predictions(), scored));
    }
    rivals.add(RivalScores.selfAssessment(scored));
    rivals.add(RivalScores.riskInstrument(scored));
    return rivals;
  }

  private SiteStudy.Lines lines() {
    PairedValues pairs = rows.pairs();
    return new SiteStudy.Lines(
        Deming.of(pairs, 1, rows.subjects()),
        PassingBablok.of(pairs.rows(firstOfEach()), rows.level()));
  }

  /** The first row of each subject. */
  private int[] firstOfEach() {
    Set<String> seen = new HashSet<>();
    return IntStream.range(0, rows.size())
        .filter(row -> seen.add(rows.prediction(row).subjectId()))
        .toArray();
  }

  private static DensityClasses classes(ScoredRows scored) {
    PairedValues scores = scored.scores();
    double level = scored.subjects().level();
    int[] all = IntStream.range(0, scored.size()).toArray();
    List<Statistic> kappas =
        scored
            .subjects()
            .figures(some -> {
              int[][] counts = counts(scores, some);
              return List.of(
                  WeightedKappa.of(counts, WeightedKappa.Weights.NONE, level),
                  WeightedKappa.of(counts, WeightedKappa.Weights.LINEAR, level),
                  WeightedKappa.of(counts, WeightedKappa.Weights.QUADRATIC, level));
            });
    List<List<Integer>> table = new ArrayList<>();
    for (int[] row : counts(scores, all)) {
      table.add(IntStream.of(row).boxed().toList());
    }
    return new DensityClasses(CLASSES, table, kappas.get(0), kappas.get(1), kappas.get(2));
  }

  private static int[][] counts(PairedValues scores, int[] some) {
    int[][] counts = new int[CLASSES.size()][CLASSES.size()];
    for (int row : some) {
      counts[classOf(scores.truth(row))][classOf(scores.estimate(row))]++;
    }
    return counts;
  }

  private static int classOf(double tScore) {
    if (Threshold.OSTEOPOROTIC.holds(tScore)) {
      return 2;
    }
    return Threshold.LOW.holds(tScore) ? 1 : 0;
  }
}
