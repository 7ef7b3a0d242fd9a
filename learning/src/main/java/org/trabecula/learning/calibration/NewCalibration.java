package org.trabecula.learning.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.densitometry.ScaleConversion;
import org.trabecula.densitometry.ScannerScale;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.onnx.LastLayer;
import org.trabecula.screening.Bend;
import org.trabecula.screening.ModelPackage;
import org.trabecula.screening.SiteCalibration;

/** What the new package holds of a site: the parent's calibration with the correction after it. */
final class NewCalibration {
  private NewCalibration() {}

  /** The parent's on another scale, its range included. */
  static SiteCalibration onScale(
      SiteCalibration parents, ScannerScale from, ScannerScale to, Site site) {
    ScaleConversion conversion = ScaleConversion.between(from, to, site);
    double low = conversion.intercept() + conversion.slope() * parents.trainedLow();
    double high = conversion.intercept() + conversion.slope() * parents.trainedHigh();
    return parents
        .then(conversion.slope(), conversion.intercept(), Bend.NONE)
        .trainedOn(Math.max(0, low), high);
  }

  /** The parent's on the new scale, then what was fitted, with intervals of the site. */
  static SiteCalibration of(SiteCalibration converted, SiteOutcome outcome) {
    SiteFit fit = outcome.fit();
    SiteCalibration moved =
        switch (fit.correction()) {
          case Correction.Curve(double scale, double offset, Bend bend) ->
              converted.then(scale, offset, bend);
          case Correction.LastLayer ignored -> converted;
        };
    double low = converted.trainedLow();
    double high = converted.trainedHigh();
    for (LocalPair pair : outcome.pairs().pairs()) {
      low = Math.min(low, pair.truth());
      high = Math.max(high, pair.truth());
    }
    return moved.widened(fit.quantile() / SiteCalibration.NORMAL_90).trainedOn(low, high);
  }

  /** What the correction changes in the last layer, if it is one. */
  static Optional<LastLayer.Change> change(SiteCalibration converted, SiteFit fit) {
    return switch (fit.correction()) {
      case Correction.Curve ignored -> Optional.empty();
      case Correction.LastLayer(double offset, Features weights) -> {
        // What is stated is scale times the network's mean: the layer must move by less.
        double scale = converted.scale();
        List<Double> changes =
            IntStream.range(0, weights.size()).mapToObj(k -> weights.at(k) / scale).toList();
        yield Optional.of(new LastLayer.Change(offset / scale, changes));
      }
    };
  }

  /** Whether a package states a line of what its network says of a site, and no bend. */
  static boolean linear(ModelPackage model, SiteKey key) {
    SiteCalibration calibration =
        model.densityModel(key.view()).orElseThrow().sites().get(key.site());
    return calibration != null && calibration.bend().isNone();
  }
}
