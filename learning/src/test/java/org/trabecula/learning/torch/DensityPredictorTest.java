package org.trabecula.learning.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.DrawnFilms;
import org.trabecula.learning.data.Example;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.screening.ModelInput;

class DensityPredictorTest {
  private static final Weights WEIGHTS =
      Weights.random(
          Networks.density(
              "lumbar-ap",
              4,
              Networks.unitScale(9),
              new Networks.Size(256, 192, List.of(4, 4, 4, 4, 4), 8)),
          new SplittableRandom(1));

  @Test
  void aFilmAndItsMirrorImageCountAlike() {
    Example example = DrawnFilms.example(1);
    ModelInput mirror = ModelInput.copyOf(example.image(), example.covariates()).mirrored();
    List<Example> both = List.of(example, Example.of(mirror));
    try (DensityPredictor plain = new DensityPredictor(WEIGHTS, 1);
        DensityPredictor mirrored = DensityPredictor.mirrored(WEIGHTS, 1)) {
      List<DensityPredictor.Output> once = plain.predict(both);
      List<DensityPredictor.Output> twice = mirrored.predict(both);
      for (Site site : Site.values()) {
        double mean = (once.get(0).mean(site) + once.get(1).mean(site)) / 2;
        assertThat(twice.get(0).mean(site)).isCloseTo(mean, within(1e-5));
        assertThat(twice.get(1).mean(site)).isCloseTo(mean, within(1e-5));
      }
      assertThat(once.get(0).mean(Site.L2)).isNotEqualTo(once.get(1).mean(Site.L2));
    }
  }
}
