package org.trabecula.validation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trabecula.densitometry.LeastSignificantChange;

/**
 * How well a measurement repeats: root mean squares over subjects, each weighted by its degrees of
 * freedom (Glüer 1995, doi:10.1007/BF01774016), with intervals from resampled subjects.
 *
 * @param subjects how many
 * @param measurements of all of them
 * @param rmsSd root mean square of the subjects' standard deviations, g/cm²
 * @param rmsCv root mean square of their coefficients of variation, as a share
 * @param leastSignificantChange 2.77 times {@code rmsSd}, g/cm²
 */
public record RepeatPrecision(
    int subjects,
    int measurements,
    Statistic rmsSd,
    Statistic rmsCv,
    Statistic leastSignificantChange) {

  /** Sum of squared deviations of one subject, the same as a share of the mean, and its freedom. */
  private record Scatter(double squares, double relativeSquares, int degrees) {
    static Scatter of(List<Double> repeated) {
      if (repeated.size() < 2) {
        throw new IllegalArgumentException("A subject has fewer than two measurements");
      }
      double[] values = repeated.stream().mapToDouble(Double::doubleValue).toArray();
      Require.finite(values, "repeated");
      Moments moments = Moments.of(values, values);
      if (!(moments.meanX() > 0)) {
        throw new IllegalArgumentException(
            "A subject's mean is %s g/cm2, not positive".formatted(moments.meanX()));
      }
      double mean = moments.meanX();
      return new Scatter(moments.sxx(), moments.sxx() / (mean * mean), values.length - 1);
    }
  }

  /**
   * The precision of repeated measurements.
   *
   * @param measurements of each subject at least two, in g/cm², of positive mean
   */
  public static RepeatPrecision of(List<List<Double>> measurements, Bootstrap bootstrap) {
    List<Scatter> scatters = measurements.stream().map(Scatter::of).toList();
    List<String> names = IntStream.range(0, scatters.size()).mapToObj(Integer::toString).toList();
    Statistic rmsSd = bootstrap.of(names, rows -> rootMeanSquare(scatters, rows, false));
    return new RepeatPrecision(
        scatters.size(),
        measurements.stream().mapToInt(List::size).sum(),
        rmsSd,
        bootstrap.of(names, rows -> rootMeanSquare(scatters, rows, true)),
        rmsSd.map(estimate -> estimate.times(LeastSignificantChange.FACTOR)));
  }

  private static OptionalDouble rootMeanSquare(
      List<Scatter> scatters, int[] rows, boolean relative) {
    double squares = 0;
    int degrees = 0;
    for (int row : rows) {
      Scatter scatter = scatters.get(row);
      squares += relative ? scatter.relativeSquares : scatter.squares;
      degrees += scatter.degrees;
    }
    return degrees == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / degrees));
  }
}
