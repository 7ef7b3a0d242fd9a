package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.screening.SiteCalibration;
import org.trabecula.validation.Statistic;

/**
 * The calibration of one site and what is to be expected of it.
 *
 * @param pairs that it was made of
 * @param before what the parent states
 * @param after what the same choice and fit, made without a subject, states of that subject
 * @param gain how much smaller the mean absolute error has become, g/cm2
 * @param folds what was chosen in each outer fold
 * @param fit to all pairs
 */
public record SiteOutcome(
    SitePairs pairs,
    SiteFigures before,
    SiteFigures after,
    Statistic gain,
    List<Candidate> folds,
    SiteFit fit) {
  public SiteOutcome {
    folds = List.copyOf(folds);
  }

  /**
   * Chooses, fits and judges by nested cross-validation: everything that happens to all pairs
   * happens once more without each outer fold, which then judges it.
   */
  static SiteOutcome of(SitePairs pairs, CalibrationSettings settings) {
    int count = Math.min(settings.outerFolds(), pairs.subjects());
    Map<String, Integer> folds = pairs.folds(count, settings.seed());
    List<Candidate> chosen = new ArrayList<>();
    Map<LocalPair, Stated> outOfFold = new HashMap<>();
    for (int fold = 0; fold < count; fold++) {
      int out = fold;
      SitePairs others = pairs.ofSubjects(id -> Objects.requireNonNull(folds.get(id), id) != out);
      SiteFit fit = SiteFit.of(others, settings);
      chosen.add(fit.candidate());
      for (LocalPair pair : pairs.pairs()) {
        if (Objects.requireNonNull(folds.get(pair.subjectId())) == out) {
          outOfFold.put(pair, stated(fit, pair));
        }
      }
    }
    List<Stated> before = pairs.pairs().stream().map(SiteOutcome::parents).toList();
    List<Stated> after =
        pairs.pairs().stream().map(p -> Objects.requireNonNull(outOfFold.get(p))).toList();
    return new SiteOutcome(
        pairs,
        SiteFigures.of(pairs, before, settings.bootstrap()),
        SiteFigures.of(pairs, after, settings.bootstrap()),
        SiteFigures.gain(pairs, before, after, settings.bootstrap()),
        chosen,
        SiteFit.of(pairs, settings));
  }

  /** What the parent states of a film. */
  static Stated parents(LocalPair pair) {
    return new Stated(pair, pair.mean(), SiteCalibration.NORMAL_90 * pair.sd());
  }

  /** What a fit states of a film. */
  static Stated stated(SiteFit fit, LocalPair pair) {
    Correction correction = fit.correction();
    return new Stated(pair, correction.mean(pair), fit.quantile() * correction.sd(pair));
  }
}
