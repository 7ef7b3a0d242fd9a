package org.trabecula.screening;

import java.util.Arrays;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.View;
import org.trabecula.screening.inference.Tensor;

/** Measurements of a film without a film. */
final class FakeMeasured {
  private static final CanonicalView VIEW =
      CanonicalView.of(FakeFilms.of(FakeFilms.Bright.MIDDLE, 1), View.LUMBAR_AP);

  private FakeMeasured() {}

  /** A film of an area a little too large, with these features and this unsureness. */
  static Measured of(float[] features, double unsureness) {
    float[] ones = new float[9];
    Arrays.fill(ones, 1);
    Tensor nine = Tensor.copyOf(ones, 1, 9);
    Tensor map = Tensor.copyOf(new float[ModelInput.IMAGE_SIZE], 1, 1, 256, 192);
    NetworkOutput output =
        NetworkOutput.of(
            Map.of(
                "mineral_map", map,
                "regions", map,
                "density_mean", nine,
                "density_sd", nine,
                "features", Tensor.copyOf(features, 1, features.length)));
    return new Measured(
        VIEW,
        output,
        new GateFindings(
            Map.of(GateCheck.NOISE, 0.01),
            Map.of(
                Site.L1, Map.of(GateCheck.UNSURENESS, unsureness, GateCheck.AREA, 1.7),
                Site.L2, Map.of(GateCheck.UNSURENESS, 0.01)),
            0));
  }
}
