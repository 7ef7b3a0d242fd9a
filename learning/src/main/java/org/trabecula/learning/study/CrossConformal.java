package org.trabecula.learning.study;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.cohort.Manifest;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.evaluation.Against;
import org.trabecula.learning.evaluation.Predictions;
import org.trabecula.learning.study.OutOfFold.Distribution;
import org.trabecula.screening.SiteCalibration;
import org.trabecula.validation.study.Prediction;

/**
 * Calibrates each fold on what was said out of fold of the participants of all others
 * (cross-conformal prediction: Vovk 2015, doi:10.1007/s10472-013-9368-4): every participant trains
 * four networks and calibrates four others, and none calibrates the interval that is judged by it.
 *
 * @param said of each participant, out of fold
 * @param rows of the participants, by subject
 */
record CrossConformal(List<OutOfFold> said, Map<String, Manifest.Row> rows) {
  CrossConformal {
    said = List.copyOf(said);
    rows = Map.copyOf(rows);
  }

  /** Calibrated estimates beside the truth, of all participants whose truth is known. */
  List<Prediction> predictions(Site site, Knowledge knowledge, Against against) {
    Map<Integer, SiteCalibration> calibrations = new HashMap<>();
    List<Prediction> predictions = new ArrayList<>();
    for (OutOfFold one : said) {
      Manifest.Row row = row(one);
      OptionalDouble truth = against.of(row.densities(), site);
      if (truth.isPresent()) {
        SiteCalibration calibration =
            calibrations.computeIfAbsent(
                one.fold(), fold -> calibration(fold, site, knowledge, against));
        Distribution raw = one.of(knowledge, site);
        predictions.add(
            Predictions.of(
                row,
                truth.getAsDouble(),
                calibration.estimate(site, raw.mean(), raw.sd(), row.scale())));
      }
    }
    return predictions;
  }

  private SiteCalibration calibration(int fold, Site site, Knowledge knowledge, Against against) {
    List<SiteCalibration.Pair> pairs = new ArrayList<>();
    DoubleSummaryStatistics trained = new DoubleSummaryStatistics();
    for (OutOfFold one : said) {
      OptionalDouble truth = against.of(row(one).densities(), site);
      if (one.fold() != fold && truth.isPresent()) {
        Distribution raw = one.of(knowledge, site);
        pairs.add(new SiteCalibration.Pair(raw.mean(), raw.sd(), truth.getAsDouble()));
        trained.accept(truth.getAsDouble());
      }
    }
    return SiteCalibration.of(pairs, trained);
  }

  private Manifest.Row row(OutOfFold one) {
    Manifest.Row row = rows.get(one.subjectId());
    if (row == null) {
      throw new IllegalArgumentException("No row shows %s".formatted(one.subjectId()));
    }
    return row;
  }
}
