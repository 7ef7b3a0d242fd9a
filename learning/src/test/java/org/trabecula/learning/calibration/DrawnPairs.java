package org.trabecula.learning.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Pairs drawn at random: an estimate whose error has a known spread, and a truth that is a known
 * function of it. All synthetic.
 */
record DrawnPairs(SplittableRandom random, DoubleUnaryOperator truthOfEstimate, double spread) {
  /** Spread of the estimates, g/cm2, as of spines. */
  static final double ESTIMATES = 0.16;

  /** Standard deviation of truth about the function, g/cm2. */
  static final double ERROR = 0.07;

  static DrawnPairs of(long seed, DoubleUnaryOperator truthOfEstimate) {
    return new DrawnPairs(new SplittableRandom(seed), truthOfEstimate, ERROR);
  }

  /** Pairs of so many subjects with one film each. */
  SitePairs subjects(int count) {
    return SitePairs.of(films(count, 1));
  }

  /** Pairs of so many subjects, the name of each with a number. */
  List<LocalPair> films(int subjects, int filmsOfEach) {
    List<LocalPair> pairs = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      double estimate = 0.95 + ESTIMATES * random.nextGaussian();
      double truth = truthOfEstimate.applyAsDouble(estimate) + spread * random.nextGaussian();
      for (int film = 0; film < filmsOfEach; film++) {
        double again = film == 0 ? 0 : 0.02 * random.nextGaussian();
        pairs.add(LocalPair.of("s" + i, "f" + film, estimate + again, 0.05, Math.max(0.1, truth)));
      }
    }
    return pairs;
  }

  /** Pairs whose error goes with the first of so many features. */
  SitePairs withFeatures(int subjects, int features, double effect) {
    List<LocalPair> pairs = new ArrayList<>();
    for (LocalPair pair : films(subjects, 1)) {
      double[] values = random.doubles(features).map(u -> 2 * u - 1).toArray();
      pairs.add(
          new LocalPair(
              pair.subjectId(),
              pair.film(),
              pair.mean(),
              pair.sd(),
              pair.truth() + effect * values[0],
              Optional.of(Features.copyOf(values))));
    }
    return SitePairs.of(pairs);
  }
}
