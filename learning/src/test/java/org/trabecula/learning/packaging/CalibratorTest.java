package org.trabecula.learning.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.densitometry.Site;
import org.trabecula.learning.data.DrawnFilms;
import org.trabecula.learning.data.Film;
import org.trabecula.learning.network.Networks;
import org.trabecula.learning.network.Weights;
import org.trabecula.learning.training.DensityTraining;
import org.trabecula.learning.training.DensityTraining.Predicted;
import org.trabecula.screening.SiteCalibration;

class CalibratorTest {
  @TempDir Path folder;

  @Test
  void theCalibratedIntervalsHoldNineTenthsOfTheirFilms() throws IOException {
    List<Film> films = DrawnFilms.of(30, folder);
    List<Predicted> predicted = untrained(films);
    Map<Site, SiteCalibration> calibrations = Calibrator.sites(predicted, films);
    assertThat(calibrations)
        .containsOnlyKeys(Site.values()[0], Site.L2, Site.L3, Site.L4, Site.L1_L4, Site.L2_L4);
    SiteCalibration c = calibrations.get(Site.L2);
    long held =
        predicted.stream()
            .filter(p -> {
              double truth = p.film().row().densities().measured(Site.L2).orElseThrow();
              double half = c.quantile90() * c.scale() * p.output().sd(Site.L2);
              return Math.abs(truth - c.mean(p.output().mean(Site.L2))) <= half + 1e-5;
            })
            .count();
    assertThat(held).isBetween(27L, 29L);
    assertThat(c.trainedLow()).isLessThan(c.trainedHigh());
  }

  @Test
  void tooFewFilmsAreToldSo() throws IOException {
    List<Film> films = DrawnFilms.of(8, folder);
    List<Predicted> predicted = untrained(films);
    assertThatIOException()
        .isThrownBy(() -> Calibrator.sites(predicted, films))
        .withMessageContaining("8 films are too few");
  }

  private static List<Predicted> untrained(List<Film> films) {
    Networks.Size size = new Networks.Size(256, 192, List.of(4, 4, 4, 4, 4), 8);
    var network = Networks.density("lumbar-ap", 4, Networks.unitScale(9), size);
    return DensityTraining.predict(Weights.random(network, new SplittableRandom(1)), films, 1);
  }
}
