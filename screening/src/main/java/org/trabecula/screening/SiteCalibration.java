package org.trabecula.screening;

import static java.util.Locale.ROOT;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.trabecula.densitometry.DensityEstimate;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;

/**
 * From what the network says of a site to what is stated: {@code mean = bend(scale * raw +
 * offset)}, {@code sd = scale * raw}, and the 90 % interval is {@code mean ± quantile90 * sd}.
 *
 * @param scale slope, positive; 1 for a network that needs none
 * @param offset g/cm²
 * @param bend what follows the line; none in a package that was not calibrated at a site
 * @param quantile90 split-conformal quantile of |truth - mean| / sd on held-out subjects, positive
 * @param trainedLow lowest density among the training subjects, g/cm²
 * @param trainedHigh highest density among the training subjects, g/cm²
 */
public record SiteCalibration(
    double scale,
    double offset,
    Bend bend,
    double quantile90,
    double trainedLow,
    double trainedHigh) {

  /** The share of intervals that hold the truth. */
  public static final double LEVEL = 0.90;

  /** The normal distribution's quantile for a central 90 %. */
  public static final double NORMAL_90 = 1.6448536269514722;

  public SiteCalibration {
    boolean valid =
        scale > 0
            && Double.isFinite(scale)
            && Double.isFinite(offset)
            && quantile90 > 0
            && Double.isFinite(quantile90)
            && trainedLow >= 0
            && trainedHigh > trainedLow
            && Double.isFinite(trainedHigh);
    if (!valid) {
      throw new IllegalArgumentException(
          String.format(
              ROOT,
              "Calibration with scale %s, offset %s g/cm², quantile %s, range %s to %s g/cm²",
              scale,
              offset,
              quantile90,
              trainedLow,
              trainedHigh));
    }
  }

  /** A line and its intervals. */
  public SiteCalibration(
      double scale, double offset, double quantile90, double trainedLow, double trainedHigh) {
    this(scale, offset, Bend.NONE, quantile90, trainedLow, trainedHigh);
  }

  /** The stated mean for the network's, g/cm². */
  public double mean(double raw) {
    return bend.at(scale * raw + offset);
  }

  /**
   * This calibration first, then a line and a bend of what it states, {@code bend(scale * mean +
   * offset)}; standard deviations are stretched by the line alone.
   */
  public SiteCalibration then(double furtherScale, double furtherOffset, Bend furtherBend) {
    return new SiteCalibration(
        furtherScale * scale,
        furtherScale * offset + furtherOffset,
        bend.on(furtherScale, furtherOffset).then(furtherBend),
        quantile90,
        trainedLow,
        trainedHigh);
  }

  /** The same with intervals so many times as wide. */
  public SiteCalibration widened(double factor) {
    return new SiteCalibration(scale, offset, bend, quantile90 * factor, trainedLow, trainedHigh);
  }

  /** The same for another range of densities that it was made on, g/cm². */
  public SiteCalibration trainedOn(double low, double high) {
    return new SiteCalibration(scale, offset, bend, quantile90, low, high);
  }

  /**
   * The stated standard deviation for the network's, g/cm²: widened or narrowed so that a normal
   * distribution has the conformal interval as its central 90 %.
   */
  public double sd(double raw) {
    return scale * raw * quantile90 / NORMAL_90;
  }

  /**
   * What is stated of a site for what the network says of it.
   *
   * @param rawMean the network's, g/cm²; calibrated, it must be positive
   * @param rawSd the network's, g/cm², positive
   * @param on the scale of the densities
   */
  public DensityEstimate estimate(Site site, double rawMean, double rawSd, ScannerScale on) {
    return stated(site, mean(rawMean), sd(rawSd), on);
  }

  /** The estimate of a stated mean and standard deviation, g/cm², both positive. */
  static DensityEstimate stated(Site site, double mean, double sd, ScannerScale on) {
    double half = NORMAL_90 * sd;
    return new DensityEstimate(site, mean, sd, Math.max(0, mean - half), mean + half, LEVEL, on);
  }

  /** Whether a stated mean lies within what training has seen. */
  public boolean trained(double mean) {
    return mean >= trainedLow && mean <= trainedHigh;
  }

  /**
   * What the network said of a held-out subject, and what was so, g/cm².
   *
   * @param mean the network's
   * @param sd the network's, positive
   * @param truth by DXA, or exact in simulation
   */
  public record Pair(double mean, double sd, double truth) {
    public Pair {
      if (!Double.isFinite(mean) || !(sd > 0) || !Double.isFinite(sd) || !Double.isFinite(truth)) {
        throw new IllegalArgumentException(
            "mean %s, sd %s, truth %s g/cm²".formatted(mean, sd, truth));
      }
    }
  }

  /** Fewer pairs give no 90 % interval. */
  public static final int FEWEST = 9;

  /** From so many pairs on, a line is fitted; fewer would only add noise. */
  private static final int FEWEST_FOR_LINE = 100;

  /**
   * Returns the calibration that the pairs allow: a line and its intervals; intervals alone where
   * they are few, or where truth does not rise with the estimate, as of a network that has learned
   * nothing yet.
   *
   * @param pairs of subjects that training has not seen, at least {@value #FEWEST}
   * @param trained densities of the training subjects, at least two different ones
   */
  public static SiteCalibration of(List<Pair> pairs, DoubleSummaryStatistics trained) {
    return pairs.size() < FEWEST_FOR_LINE || !rises(pairs)
        ? conformal(pairs, trained)
        : recalibrated(pairs, trained);
  }

  /**
   * Returns the calibration that leaves the network's mean as it is and makes 90 % intervals hold
   * for subjects like these: the split-conformal quantile with its correction for a finite sample
   * (Lei et al. 2018, doi:10.1080/01621459.2017.1307116).
   *
   * @param pairs of subjects that training has not seen, at least {@value #FEWEST}
   * @param trained densities of the training subjects, at least two different ones
   */
  public static SiteCalibration conformal(List<Pair> pairs, DoubleSummaryStatistics trained) {
    return conformal(pairs, trained, 1, 0);
  }

  /**
   * As {@link #conformal}, after scale and offset were fitted by least squares of truth on mean:
   * for a site's own pairs.
   */
  public static SiteCalibration recalibrated(List<Pair> pairs, DoubleSummaryStatistics trained) {
    Line line = Line.of(pairs);
    if (!(line.slope > 0)) {
      throw new IllegalArgumentException(
          "%d pairs in which truth does not rise with the estimate".formatted(pairs.size()));
    }
    return conformal(pairs, trained, line.slope, line.offset);
  }

  /** Whether truth rises with the estimate over these pairs: otherwise no line can mend it. */
  public static boolean rises(List<Pair> pairs) {
    return Line.of(pairs).slope > 0;
  }

  /** Least squares of truth on mean. */
  private record Line(double slope, double offset) {
    static Line of(List<Pair> pairs) {
      double meanOfMeans = pairs.stream().mapToDouble(Pair::mean).average().orElse(0);
      double meanOfTruths = pairs.stream().mapToDouble(Pair::truth).average().orElse(0);
      double products = 0;
      double squares = 0;
      for (Pair pair : pairs) {
        products += (pair.mean - meanOfMeans) * (pair.truth - meanOfTruths);
        squares += (pair.mean - meanOfMeans) * (pair.mean - meanOfMeans);
      }
      double slope = squares > 0 ? products / squares : 0;
      return new Line(slope, meanOfTruths - slope * meanOfMeans);
    }
  }

  private static SiteCalibration conformal(
      List<Pair> pairs, DoubleSummaryStatistics trained, double scale, double offset) {
    int rank = (int) Math.ceil((pairs.size() + 1) * LEVEL);
    if (rank > pairs.size()) {
      throw new IllegalArgumentException(
          "%d pairs are too few for a 90 %% interval".formatted(pairs.size()));
    }
    double[] errors =
        pairs.stream()
            .mapToDouble(p -> Math.abs(p.truth - scale * p.mean - offset) / (scale * p.sd))
            .sorted()
            .toArray();
    // All exact, as only a toy is: any positive width holds.
    double quantile = Math.max(errors[rank - 1], Math.ulp(1.0f));
    return new SiteCalibration(scale, offset, quantile, trained.getMin(), trained.getMax());
  }
}
