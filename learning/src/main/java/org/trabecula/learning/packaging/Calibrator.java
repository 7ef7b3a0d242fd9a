package org.trabecula.learning.packaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.screening.FeatureStatistics;
import org.trabecula.screening.SiteCalibration;

/**
 * Calibrates a network on subjects that training has not seen: a line per site, and the
 * split-conformal quantile (Lei et al. 2018, doi:10.1080/01621459.2017.1307116) of its intervals
 * against what a scanner reads.
 */
final class Calibrator {
  private static final double LEVEL = 0.9;

  /** Fewer films than this say too little. */
  static final int FEWEST = 5;

  /** From so many films on, a line is fitted; fewer would only add noise. */
  private static final int FEWEST_FOR_LINE = 100;

  private static final double LEAST_VARIANCE = 1e-6;

  private Calibrator() {}

  /** Calibrations of the sites that can be stated. */
  static Map<Site, SiteCalibration> sites(List<Predicted> heldOut, List<Film> train) {
    Map<Site, SiteCalibration> calibrations = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      List<Pair> pairs = pairs(site, heldOut);
      double[] trained =
          train.stream()
              .map(film -> truth(film.row(), site))
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .sorted()
              .toArray();
      if (pairs.size() >= 2 && trained.length >= 2) {
        double low = trained[0];
        double high = Math.max(trained[trained.length - 1], low + 1e-3);
        Line line = Line.fit(pairs);
        calibrations.put(
            site, new SiteCalibration(line.scale, line.offset, quantile(pairs, line), low, high));
      }
    }
    return calibrations;
  }

  /** What a scanner reads, if it did; otherwise the exact truth. */
  static OptionalDouble truth(Manifest.Row row, Site site) {
    OptionalDouble measured = row.densities().measured(site);
    return measured.isPresent() ? measured : row.densities().exact(site);
  }

  private record Pair(double mean, double sd, double truth) {}

  private static List<Pair> pairs(Site site, List<Predicted> predictions) {
    List<Pair> pairs = new ArrayList<>();
    for (Predicted p : predictions) {
      truth(p.film().row(), site)
          .ifPresent(t -> pairs.add(new Pair(p.output().mean(site), p.output().sd(site), t)));
    }
    return pairs;
  }

  private record Line(double scale, double offset) {
    static Line fit(List<Pair> pairs) {
      if (pairs.size() < FEWEST_FOR_LINE) {
        return new Line(1, 0);
      }
      double x = pairs.stream().mapToDouble(Pair::mean).average().orElse(0);
      double y = pairs.stream().mapToDouble(Pair::truth).average().orElse(0);
      double xx = 0;
      double xy = 0;
      for (Pair p : pairs) {
        xx += (p.mean - x) * (p.mean - x);
        xy += (p.mean - x) * (p.truth - y);
      }
      double scale = xx > 0 ? Math.clamp(xy / xx, 0.8, 1.25) : 1;
      return new Line(rounded(scale), rounded(y - rounded(scale) * x));
    }
  }

  private static double quantile(List<Pair> pairs, Line line) {
    double[] scores = new double[pairs.size()];
    for (int i = 0; i < scores.length; i++) {
      Pair p = pairs.get(i);
      scores[i] = Math.abs(p.truth - line.scale * p.mean - line.offset) / (line.scale * p.sd);
    }
    Arrays.sort(scores);
    int rank = (int) Math.ceil((scores.length + 1) * LEVEL);
    return Math.max(1e-3, rounded(scores[Math.min(rank, scores.length) - 1]));
  }

  /** What the features of good films look like. */
  static FeatureStatistics features(List<Predicted> train) {
    if (train.size() < 2) {
      return FeatureStatistics.NONE;
    }
    int length = train.getFirst().output().features().length;
    double[] sums = new double[length];
    double[] squares = new double[length];
    for (Predicted p : train) {
      float[] features = p.output().features();
      for (int i = 0; i < length; i++) {
        sums[i] += features[i];
        squares[i] += (double) features[i] * features[i];
      }
    }
    List<Double> means = new ArrayList<>();
    List<Double> variances = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      double mean = sums[i] / train.size();
      double variance = squares[i] / train.size() - mean * mean;
      means.add((double) (float) mean);
      variances.add((double) (float) Math.max(variance, LEAST_VARIANCE));
    }
    return new FeatureStatistics(means, variances);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e5) / 1e5;
  }
}
