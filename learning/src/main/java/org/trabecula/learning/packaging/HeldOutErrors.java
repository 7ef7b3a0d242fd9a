package org.trabecula.learning.packaging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.screening.DensityModel;
import org.trabecula.screening.SiteCalibration;

/** Mean absolute errors after calibration. */
final class HeldOutErrors {
  private HeldOutErrors() {}

  static Map<Site, Double> of(List<Predicted> predictions, DensityModel model) {
    Map<Site, Double> errors = new EnumMap<>(Site.class);
    for (Map.Entry<Site, SiteCalibration> entry : model.sites().entrySet()) {
      double sum = 0;
      int count = 0;
      for (Predicted p : predictions) {
        OptionalDouble truth = Calibrator.truth(p.film().row(), entry.getKey());
        if (truth.isPresent()) {
          double mean = entry.getValue().mean(p.output().mean(entry.getKey()));
          sum += Math.abs(mean - truth.getAsDouble());
          count++;
        }
      }
      errors.put(entry.getKey(), sum / Math.max(1, count));
    }
    return errors;
  }
}
