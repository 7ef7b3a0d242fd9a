package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

class ImageChainTest {
  private static final Plane PLANE = new Plane(160, 140, 2);
  private static final Beam BEAM = new Beam(80, 3, 12, 1);

  static LongStream seeds() {
    return LongStream.range(0, 5);
  }

  private static Exposure exposure(Plane plane, Detector detector, double dose) {
    return new Exposure(BEAM, Receptor.of(detector), Slabs.field(plane, 1000, 1000), dose, 0, 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedGivesTheSameImage(long seed) {
    Exposure exposure = exposure(PLANE, Detector.STORAGE_PHOSPHOR, 1);
    ArealMasses slab = Slabs.of(PLANE, 20, 0.5);
    float[] first = ImageChain.expose(slab, exposure, new SplittableRandom(seed)).exposures();
    float[] again = ImageChain.expose(slab, exposure, new SplittableRandom(seed)).exposures();
    float[] other = ImageChain.expose(slab, exposure, new SplittableRandom(seed + 1)).exposures();
    assertThat(first).isEqualTo(again).isNotEqualTo(other);
  }

  @Test
  void theMedianOfTheFieldIsTheDoseAskedFor() {
    for (double dose : new double[] {0.25, 1, 3}) {
      DetectorImage image =
          ImageChain.expose(
              Slabs.of(PLANE, 20, 0),
              exposure(PLANE, Detector.FLAT_PANEL, dose),
              new SplittableRandom(1));
      float[] sorted = image.exposures();
      Arrays.sort(sorted);
      assertThat(sorted[sorted.length / 2]).isCloseTo((float) dose, withPercentage(4));
      assertThat(image.exposureIndex()).isCloseTo(250 * dose, withPercentage(0.1));
    }
  }

  @Test
  void relativeNoiseFallsWithTheRootOfDoseAndArea() {
    double one = relativeNoise(new Plane(100, 100, 1), 1);
    double four = relativeNoise(new Plane(100, 100, 1), 4);
    double large = relativeNoise(new Plane(100, 100, 2), 1);
    assertThat(one / four).isCloseTo(2, withPercentage(6));
    assertThat(one / large).isCloseTo(2, withPercentage(15));
    // 75,435 photons per mm² times a quantum efficiency of 0.65, blurred by the scintillator.
    assertThat(one).isBetween(0.6 / Math.sqrt(75435 * 0.65), 1.0 / Math.sqrt(75435 * 0.65));
  }

  private static double relativeNoise(Plane plane, double dose) {
    Exposure exposure = exposure(plane, Detector.FLAT_PANEL, dose);
    ArealMasses slab = Slabs.of(plane, 20, 0);
    float[] a = ImageChain.expose(slab, exposure, new SplittableRandom(1)).exposures();
    float[] b = ImageChain.expose(slab, exposure, new SplittableRandom(2)).exposures();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double relative = (a[i] - b[i]) / (a[i] + b[i]) * 2;
      sum += relative * relative;
    }
    return Math.sqrt(sum / a.length / 2);
  }

  @Test
  void scatterCompressesTheContrastOfBone() {
    Plane plane = new Plane(140, 120, 3);
    ArealMasses slab = Slabs.of(plane, 20, 0);
    float[] mineral = slab.map(Material.HYDROXYAPATITE);
    for (int r = 60; r < 80; r++) {
      Arrays.fill(mineral, r * 120 + 55, r * 120 + 65, 1f);
    }
    double clean = contrast(slab, plane, new Beam(80, 3, 12, 0));
    double grid = contrast(slab, plane, new Beam(80, 3, 12, 1));
    double none = contrast(slab, plane, new Beam(80, 3, 0, 1));
    assertThat(clean).isCloseTo(0.51, offset(0.03));
    assertThat(grid / clean).isBetween(0.6, 0.85);
    assertThat(none / clean).isBetween(0.15, 0.4);
  }

  private static double contrast(ArealMasses masses, Plane plane, Beam beam) {
    Exposure exposure =
        new Exposure(beam, Receptor.of(Detector.FLAT_PANEL), Slabs.field(plane, 400, 350), 1, 0, 0);
    float[] signal =
        ImageChain.meanSignal(masses, exposure, FieldDepth.of(plane, exposure.field()));
    return Math.log(signal[70 * 120 + 45] / signal[70 * 120 + 60]);
  }

  @Test
  void outsideTheFieldHardlyAnythingArrives() {
    Exposure exposure =
        new Exposure(BEAM, Receptor.of(Detector.FLAT_PANEL), Slabs.field(PLANE, 200, 150), 1, 0, 0);
    DetectorImage image =
        ImageChain.expose(Slabs.of(PLANE, 20, 0), exposure, new SplittableRandom(1));
    assertThat(image.at(5, 5)).isLessThan(0.1f);
    assertThat(image.at(80, 70)).isCloseTo(1f, withPercentage(10));
    assertThat(image.fieldDepthMm()[0]).isNegative();
  }

  @Test
  void aPanelSaturatesInTheOpenBeamAndAPlateDoesNot() {
    ArealMasses slab = Slabs.of(PLANE, 20, 0);
    for (int r = 0; r < 160; r++) {
      Arrays.fill(slab.map(Material.LEAN), r * 140 + 110, r * 140 + 140, 0f);
    }
    float panel =
        ImageChain.expose(slab, exposure(PLANE, Detector.FLAT_PANEL, 1), new SplittableRandom(1))
            .at(80, 135);
    float plate =
        ImageChain.expose(
                slab, exposure(PLANE, Detector.STORAGE_PHOSPHOR, 1), new SplittableRandom(1))
            .at(80, 135);
    assertThat(panel).isEqualTo((float) Detector.FLAT_PANEL.saturation());
    assertThat(plate).isGreaterThan(40);
  }

  @Test
  void theHeelEffectTiltsTheFieldAlongItsColumns() {
    Exposure exposure =
        new Exposure(
            BEAM, Receptor.of(Detector.FLAT_PANEL), Slabs.field(PLANE, 1000, 1000), 1, 0, 0.004);
    float[] signal =
        ImageChain.meanSignal(
            Slabs.of(PLANE, 20, 0), exposure, FieldDepth.of(PLANE, exposure.field()));
    assertThat(signal[20 * 140 + 70]).isGreaterThan(1.05f * signal[140 * 140 + 70]);
  }
}
