package org.trabecula.validation.agreement;

import java.util.List;
import org.trabecula.densitometry.LeastSignificantChange;
import org.trabecula.validation.Estimate;
import org.trabecula.validation.Moments;
import org.trabecula.validation.Quantiles;
import org.trabecula.validation.Require;
import org.trabecula.validation.Statistic;

/**
 * How well a method repeats itself, from repeated measurements of several subjects (Glüer et al.
 * 1995, doi:10.1007/BF01774016). Each subject counts by its degrees of freedom, its measurements
 * less one. Intervals: the squares follow χ², so the figure times √(f/χ²); for the coefficient of
 * variation this holds as far as the means are known without error.
 *
 * @param subjects how many
 * @param degreesOfFreedom f, measurements less subjects
 * @param rmsSd RMS-SD, root mean square of the subjects' standard deviations, in their unit
 * @param rmsCv RMS-CV, root mean square of standard deviation over mean, as a share
 * @param leastSignificantChange 2.77 RMS-SD (ISCD): a change of one subject that is more than
 *     scatter, at 95 %
 * @param leastSignificantShare 2.77 RMS-CV
 */
public record RepeatPrecision(
    int subjects,
    int degreesOfFreedom,
    Statistic rmsSd,
    Statistic rmsCv,
    Statistic leastSignificantChange,
    Statistic leastSignificantShare) {

  /**
   * Returns the precision of a method.
   *
   * @param measurements for each subject at least two repeated measurements, all positive
   * @throws IllegalArgumentException if a subject has fewer or a measurement is not positive
   */
  public static RepeatPrecision of(List<List<Double>> measurements, double level) {
    Require.level(level);
    double squares = 0;
    double relative = 0;
    int degrees = 0;
    for (List<Double> repeated : measurements) {
      requireRepeated(repeated);
      double[] values = repeated.stream().mapToDouble(Double::doubleValue).toArray();
      Moments m = Moments.of(values, values);
      squares += m.sxx();
      relative += m.sxx() / (m.meanX() * m.meanX());
      degrees += repeated.size() - 1;
    }
    Statistic sd = root(squares, degrees, level);
    Statistic cv = root(relative, degrees, level);
    return new RepeatPrecision(
        measurements.size(), degrees, sd, cv, significant(sd), significant(cv));
  }

  private static Statistic root(double squares, int degrees, double level) {
    if (degrees == 0) {
      return Statistic.undefined("there is no subject");
    }
    return Statistic.of(
        new Estimate(
            Math.sqrt(squares / degrees),
            Math.sqrt(squares / Quantiles.chiSquared(0.5 + level / 2, degrees)),
            Math.sqrt(squares / Quantiles.chiSquared(0.5 - level / 2, degrees)),
            level));
  }

  private static Statistic significant(Statistic precision) {
    return precision.map(e -> e.times(LeastSignificantChange.ofPrecision(1).density()));
  }

  private static void requireRepeated(List<Double> repeated) {
    if (repeated.size() < 2) {
      throw new IllegalArgumentException(
          "A subject has %d measurements, not at least two".formatted(repeated.size()));
    }
    for (double value : repeated) {
      if (!(value > 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException("A measurement is %s, not positive".formatted(value));
      }
    }
  }
}
