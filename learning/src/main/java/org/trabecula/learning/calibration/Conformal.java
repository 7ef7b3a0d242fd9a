package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.screening.SiteCalibration;

/**
 * The conformal quantile of errors in units of the stated standard deviation, made of what was said
 * out of fold (cross-conformal prediction: Vovk 2015, doi:10.1007/s10472-013-9368-4). Several films
 * of one subject share one vote (the pooled distribution of Dunn et al. 2022,
 * doi:10.1080/01621459.2022.2060112).
 */
final class Conformal {
  private Conformal() {}

  /** Below so many subjects no error is large enough to be the 90 % quantile. */
  static final int FEWEST = SiteCalibration.FEWEST;

  /**
   * Returns the quantile; empty below {@link #FEWEST} subjects.
   *
   * @param said of each film, out of fold
   */
  static OptionalDouble quantile(SitePairs pairs, Function<LocalPair, Correction> said) {
    int n = pairs.subjects();
    double rank = Math.ceil((n + 1) * SiteCalibration.LEVEL - 1e-9);
    if (rank > n) {
      return OptionalDouble.empty();
    }
    List<Map.Entry<Double, Double>> scores = new ArrayList<>();
    for (LocalPair pair : pairs.pairs()) {
      Correction correction = said.apply(pair);
      double error = Math.abs(pair.truth() - correction.mean(pair));
      scores.add(Map.entry(error / correction.sd(pair), pairs.weight(pair)));
    }
    scores.sort(Comparator.comparingDouble(Map.Entry::getKey));
    double passed = 0;
    for (Map.Entry<Double, Double> score : scores) {
      passed += score.getValue();
      if (passed >= rank - 1e-9) {
        return OptionalDouble.of(Math.max(score.getKey(), Math.ulp(1.0f)));
      }
    }
    return OptionalDouble.of(scores.getLast().getKey());
  }
}
