package org.trabecula.learning.calibration;

import org.trabecula.learning.calibration.Correction.Curve;
import org.trabecula.screening.Bend;

/**
 * Truth on estimate by least squares, its slope drawn towards 1 as a normal prior would draw it: 30
 * pairs tell little of a slope, 300 have their way.
 */
final class ShrunkLine {
  /** How far slopes of sites lie from 1, standard deviation: a judgement. */
  static final double SLOPE_SPREAD = 0.15;

  /** No line of a site is flatter: an estimate that tells so little should not be used. */
  private static final double LEAST_SLOPE = 0.1;

  private ShrunkLine() {}

  static Curve of(SitePairs pairs) {
    double meanOfMeans = pairs.mean(LocalPair::mean);
    double offset = pairs.mean(pair -> pair.truth() - pair.mean());
    double squares = pairs.mean(pair -> square(pair.mean() - meanOfMeans));
    double products =
        pairs.mean(pair -> (pair.mean() - meanOfMeans) * (pair.truth() - pair.mean() - offset));
    int n = pairs.subjects();
    if (n < 3 || squares == 0) {
      return new Curve(1, offset, Bend.NONE);
    }
    double bySquares = products / squares;
    double residual =
        pairs.mean(pair ->
            square(pair.truth() - pair.mean() - offset - bySquares * (pair.mean() - meanOfMeans)))
            / (n - 2);
    double slope = 1 + products / (squares + residual / square(SLOPE_SPREAD));
    slope = Math.max(LEAST_SLOPE, slope);
    return new Curve(slope, meanOfMeans + offset - slope * meanOfMeans, Bend.NONE);
  }

  private static double square(double x) {
    return x * x;
  }
}
