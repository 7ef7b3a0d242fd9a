package org.trabecula.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.trabecula.densitometry.risk.RiskInstrument;
import org.trabecula.densitometry.risk.RiskScore;
import org.trabecula.densitometry.risk.SelfAssessment;
import org.trabecula.validation.Statistic;
import org.trabecula.validation.diagnosis.Curves;
import org.trabecula.validation.diagnosis.RocDifference;
import org.trabecula.validation.diagnosis.ScoredSubjects;
import org.trabecula.validation.diagnosis.ThresholdAccuracy.Threshold;
import org.trabecula.validation.study.ThresholdStudy.Rival;

/**
 * How something that needs no radiograph sorts the scored rows of a site.
 *
 * @param name in print
 * @param rows the rows it has a score for
 * @param signs the score of each, larger the stronger a sign of a low density
 * @param reasonIfNone why no row has one, should that be so
 */
record RivalScores(String name, List<Integer> rows, List<Double> signs, String reasonIfNone) {
  /** The trait that says whether a woman takes oestrogen: {@code yes} or {@code no}. */
  private static final String OESTROGEN = "oestrogen";

  private static final String FOR_WHOM =
      " (women from %d years)".formatted(RiskScore.LEAST_AGE_YEARS);

  RivalScores {
    rows = List.copyOf(rows);
    signs = List.copyOf(signs);
  }

  /**
   * A baseline's density as a T-score.
   *
   * @param source what the baseline learns from
   * @param rows all predictions of the site
   */
  static RivalScores ofBaseline(
      BaselineModel.Kind kind, BaselineSource source, List<Prediction> rows, ScoredRows scored) {
    Optional<double[]> densities = source.predict(kind, rows);
    return of(
        kind.label(),
        scored,
        i ->
            densities
                .map(all ->
                    OptionalDouble.of(-scored.scored().get(i).scoreOf(all[scored.rows().get(i)])))
                .orElse(OptionalDouble.empty()),
        source.reasonIfNone());
  }

  /** OST, whose index is also that of OSTA, of the women whom it was made for. */
  static RivalScores selfAssessment(ScoredRows scored) {
    return of(
        "OST/OSTA" + FOR_WHOM,
        scored,
        i -> sign(scored.scored().get(i).prediction(), false),
        "no woman's age and weight are known");
  }

  /** ORAI of the women whom it was made for. */
  static RivalScores riskInstrument(ScoredRows scored) {
    return of(
        "ORAI" + FOR_WHOM,
        scored,
        i -> sign(scored.scored().get(i).prediction(), true),
        "no woman's age, weight and trait 'oestrogen' are known");
  }

  private static OptionalDouble sign(Prediction prediction, boolean instrument) {
    if (!RiskScore.madeFor(prediction.subject())) {
      return OptionalDouble.empty();
    }
    Optional<? extends RiskScore> score =
        instrument
            ? RiskInstrument.of(prediction.subject(), takesOestrogen(prediction))
            : SelfAssessment.of(prediction.subject());
    return score.map(one -> OptionalDouble.of(one.towardsRisk())).orElse(OptionalDouble.empty());
  }

  private static Optional<Boolean> takesOestrogen(Prediction prediction) {
    return switch (prediction.traits().getOrDefault(OESTROGEN, "").toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> Optional.of(true);
      case "no", "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static RivalScores of(
      String name, ScoredRows scored, IntFunction<OptionalDouble> sign, String reasonIfNone) {
    List<Integer> rows = new ArrayList<>();
    List<Double> signs = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      OptionalDouble one = sign.apply(i);
      if (one.isPresent()) {
        rows.add(i);
        signs.add(one.getAsDouble());
      }
    }
    return new RivalScores(name, rows, signs, reasonIfNone);
  }

  /** The estimate and the rival on the rows that the rival has a score for. */
  Rival beside(ScoredRows scored, Threshold threshold) {
    int[] some = rows.stream().mapToInt(Integer::intValue).toArray();
    if (some.length == 0) {
      Statistic none = Statistic.undefined(reasonIfNone);
      return new Rival(name, 0, 0, new RocDifference(none, none, none, 1), List.of());
    }
    ScoredSubjects estimate = scored.byScore(threshold).rows(some);
    boolean[] beyond = new boolean[some.length];
    for (int i = 0; i < some.length; i++) {
      beyond[i] = estimate.positive(i);
    }
    ScoredSubjects rival =
        ScoredSubjects.of(signs.stream().mapToDouble(Double::doubleValue).toArray(), beyond);
    return new Rival(
        name,
        some.length,
        estimate.positives(),
        RocDifference.of(scored.subjects().some(some), estimate, rival),
        Curves.of(rival));
  }
}
