package org.trabecula.learning.packaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.screening.SiteCalibration;

/** Calibrates a network on subjects that training has not seen, against what a scanner reads. */
final class Calibrator {
  /** Fewer films give no 90 % interval. */
  static final int FEWEST = SiteCalibration.FEWEST;

  private Calibrator() {}

  /**
   * Calibrations of the sites that can be stated.
   *
   * @throws IOException with one sentence, if no site has enough films
   */
  static Map<Site, SiteCalibration> sites(List<Predicted> heldOut, List<Film> train)
      throws IOException {
    Map<Site, SiteCalibration> calibrations = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      List<SiteCalibration.Pair> pairs = pairs(site, heldOut);
      DoubleSummaryStatistics trained =
          train.stream()
              .map(film -> truth(film.row(), site))
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .summaryStatistics();
      if (pairs.size() >= FEWEST && trained.getMax() > trained.getMin()) {
        calibrations.put(site, SiteCalibration.of(pairs, trained));
      }
    }
    if (calibrations.isEmpty()) {
      throw new IOException(
          "%d films are too few to calibrate a model on: give at least %d with known densities"
              .formatted(heldOut.size(), FEWEST));
    }
    return calibrations;
  }

  /** What a scanner reads, if it did; otherwise the exact truth. */
  static OptionalDouble truth(Manifest.Row row, Site site) {
    OptionalDouble measured = row.densities().measured(site);
    return measured.isPresent() ? measured : row.densities().exact(site);
  }

  private static List<SiteCalibration.Pair> pairs(Site site, List<Predicted> predictions) {
    List<SiteCalibration.Pair> pairs = new ArrayList<>();
    for (Predicted p : predictions) {
      truth(p.film().row(), site)
          .ifPresent(t ->
              pairs.add(new SiteCalibration.Pair(p.output().mean(site), p.output().sd(site), t)));
    }
    return pairs;
  }
}
