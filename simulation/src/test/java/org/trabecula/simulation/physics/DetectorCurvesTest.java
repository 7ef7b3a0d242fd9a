package org.trabecula.simulation.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

/** The whole image chain, measured as a physicist measures a detector (IEC 62220-1). */
class DetectorCurvesTest {
  private static final Beam NO_SCATTER = new Beam(80, 3, 12, 0);
  private static final double BAR = 0.05;

  private static Exposure exposure(Plane plane, Receptor receptor, double dose, double focalMm) {
    return new Exposure(NO_SCATTER, receptor, Slabs.field(plane, 9000, 9000), dose, focalMm, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "FLAT_PANEL, 0.15, 0.15, 0",
    "FLAT_PANEL, 0.15, 0.15, 0.1",
    "STORAGE_PHOSPHOR, 0.2, 0.2, 0",
    "FLAT_PANEL, 0.139, 0.5, 0",
    "FLAT_PANEL, 0.2, 0.5, 0.1",
    "STORAGE_PHOSPHOR, 0.175, 0.5, 0.05",
    "STORAGE_PHOSPHOR, 0.15, 1.0, 0"
  })
  void aSlantedEdgeHasTheModelledModulation(
      Detector detector, double own, double working, double focalMm) {
    Plane plane = new Plane(500, 160, working);
    Exposure exposure = exposure(plane, new Receptor(detector, own, Optional.empty()), 10, focalMm);
    float[] image = ImageChain.expose(edge(plane), exposure, new SplittableRandom(1)).exposures();
    double worst = 0;
    double worstShare = 0;
    double[] lines = lineSpread(plane, image);
    for (double share = 0.1; share <= 0.951; share += 0.05) {
      double frequency = share / (2 * working);
      double expected = exposure.modulation(frequency, working);
      double departure = modulation(lines, frequency, working) / expected - 1;
      if (Math.abs(departure) > Math.abs(worst)) {
        worst = departure;
        worstShare = share;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "MTF of %s, own pitch %s mm, working pitch %s mm, focal spot %s mm: at most %+.1f %% off"
            + " the model up to 0.95 of the Nyquist frequency (at %.2f of it)%n",
        detector,
        own,
        working,
        focalMm,
        100 * worst,
        worstShare);
    assertThat(Math.abs(worst)).isLessThanOrEqualTo(BAR);
  }

  private static final double SLOPE = Math.tan(Math.toRadians(3));
  private static final int BINS_PER_PIXEL = 10;
  private static final int PIXELS = 96;

  /** Distance from the edge in pixels. */
  private static double fromEdge(Plane plane, int row, int column) {
    return column - plane.columns() / 2.0 - SLOPE * (row - plane.rows() / 2.0);
  }

  /** Bone beside none, sampled where the rays go: at the centres of the pixels. */
  private static ArealMasses edge(Plane plane) {
    ArealMasses masses = Slabs.of(plane, 18, 0);
    float[] mineral = masses.map(Material.HYDROXYAPATITE);
    for (int i = 0; i < mineral.length; i++) {
      mineral[i] = fromEdge(plane, i / plane.columns(), i % plane.columns()) > 0 ? 2 : 0;
    }
    return masses;
  }

  /** Derivative of the edge spread in tenths of a pixel. */
  private static double[] lineSpread(Plane plane, float[] image) {
    int bins = PIXELS * BINS_PER_PIXEL;
    double[] sum = new double[bins];
    int[] count = new int[bins];
    for (int i = 0; i < image.length; i++) {
      double at = fromEdge(plane, i / plane.columns(), i % plane.columns());
      int bin = (int) Math.floor((at + PIXELS / 2.0) * BINS_PER_PIXEL);
      if (bin >= 0 && bin < bins) {
        sum[bin] += image[i];
        count[bin]++;
      }
    }
    double[] spread = new double[bins - 1];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = sum[i + 1] / count[i + 1] - sum[i] / count[i];
    }
    // Far from the edge there is nothing but noise.
    Arrays.fill(spread, 0, bins / 4, 0);
    Arrays.fill(spread, 3 * bins / 4, bins - 1, 0);
    return spread;
  }

  private static double modulation(double[] lines, double frequency, double pitch) {
    double re = 0;
    double im = 0;
    double all = 0;
    for (int i = 0; i < lines.length; i++) {
      double phase = 2 * Math.PI * frequency * pitch * i / BINS_PER_PIXEL;
      re += lines[i] * Math.cos(phase);
      im += lines[i] * Math.sin(phase);
      all += lines[i];
    }
    double x = Math.PI * frequency * pitch / BINS_PER_PIXEL;
    double bin = Math.sin(x) / x;
    // A bin averages over its width, and the difference of two does so again.
    return Math.hypot(re, im) / Math.abs(all) / (bin * bin);
  }

  @ParameterizedTest
  @CsvSource({
    "FLAT_PANEL, 0.15, 0.15, 1",
    "FLAT_PANEL, 0.139, 0.5, 0.25",
    "FLAT_PANEL, 0.2, 0.5, 3",
    "STORAGE_PHOSPHOR, 0.15, 0.5, 1",
    "STORAGE_PHOSPHOR, 0.15, 0.5, 8",
    "STORAGE_PHOSPHOR, 0.2, 1.0, 1"
  })
  void aFlatFieldHasTheModelledNoisePower(
      Detector detector, double own, double working, double dose) {
    Plane plane = new Plane(SIDE * 5, SIDE * 5, working);
    Receptor receptor = new Receptor(detector, own, Optional.empty());
    Exposure exposure = exposure(plane, receptor, dose, 0);
    ArealMasses slab = Slabs.of(plane, 20, 0);
    double[] across = new double[SIDE / 2];
    double[] along = new double[SIDE / 2];
    int images = 40;
    for (int i = 0; i < images; i++) {
      float[] image = ImageChain.expose(slab, exposure, new SplittableRandom(i)).exposures();
      addPower(plane, image, dose, across, along);
    }
    double patches = 9.0 * images * (LAST_OFF - FIRST_OFF + 1) * 2;
    double worst = 0;
    for (int k = 2; k + 3 <= SIDE / 2; k += 3) {
      double modelled = 0;
      double acrossSum = 0;
      double alongSum = 0;
      for (int u = k; u < k + 3; u++) {
        for (int off = FIRST_OFF; off <= LAST_OFF; off++) {
          modelled += power(exposure, u, off, working) / (LAST_OFF - FIRST_OFF + 1);
        }
        acrossSum += across[u] / patches;
        alongSum += along[u] / patches;
      }
      for (double measured : new double[] {acrossSum, alongSum}) {
        double departure = measured / modelled - 1;
        worst = Math.abs(departure) > Math.abs(worst) ? departure : worst;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "NPS of %s, own pitch %s mm, working pitch %s mm, dose %s: at most %+.1f %% off the model%n",
        detector,
        own,
        working,
        dose,
        100 * worst);
    assertThat(Math.abs(worst)).isLessThanOrEqualTo(BAR);
  }

  private static final int SIDE = 64;

  /** Sections beside the axes that are averaged; the axes themselves hold the plates' banding. */
  private static final int FIRST_OFF = 2;

  private static final int LAST_OFF = 11;

  /** Modelled power at a place of the discrete spectrum, reference doses squared times mm². */
  private static double power(Exposure exposure, int u, int v, double working) {
    Receptor receptor = exposure.receptor();
    double dose = exposure.dose();
    double structure = dose * dose * receptor.detector().granularity();
    double quantum =
        (dose / (Detector.REFERENCE_PHOTONS_PER_MM2 * receptor.detector().efficiency()) + structure)
            * receptor.noisePower(u / (SIDE * working), working)
            * receptor.noisePower(v / (SIDE * working), working);
    double electronic = receptor.electronicNoise(working) * working;
    return quantum + electronic * electronic;
  }

  /** Adds the periodograms of the nine inner patches, near both axes. */
  private static void addPower(
      Plane plane, float[] image, double mean, double[] across, double[] along) {
    for (int patch = 0; patch < 9; patch++) {
      int row = SIDE * (1 + patch / 3);
      int column = SIDE * (1 + patch % 3);
      double[][] patchValues = new double[SIDE][SIDE];
      for (int r = 0; r < SIDE; r++) {
        for (int c = 0; c < SIDE; c++) {
          float value = image[(row + r) * plane.columns() + column + c];
          patchValues[r][c] = HANN[r] * HANN[c] * (value - mean);
        }
      }
      addSections(patchValues, plane.pitchMm(), across);
      addSections(transposed(patchValues), plane.pitchMm(), along);
    }
  }

  private static double[][] transposed(double[][] values) {
    double[][] turned = new double[SIDE][SIDE];
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        turned[c][r] = values[r][c];
      }
    }
    return turned;
  }

  private static void addSections(double[][] values, double pitch, double[] sections) {
    for (int v = -LAST_OFF; v <= LAST_OFF; v++) {
      if (Math.abs(v) < FIRST_OFF) {
        continue;
      }
      double[] re = new double[SIDE];
      double[] im = new double[SIDE];
      for (int r = 0; r < SIDE; r++) {
        double cosine = Math.cos(2 * Math.PI * v * r / SIDE);
        double sine = Math.sin(2 * Math.PI * v * r / SIDE);
        for (int c = 0; c < SIDE; c++) {
          re[c] += values[r][c] * cosine;
          im[c] -= values[r][c] * sine;
        }
      }
      for (int u = 0; u < SIDE / 2; u++) {
        double a = 0;
        double b = 0;
        for (int c = 0; c < SIDE; c++) {
          double cosine = COSINES[u * c % SIDE];
          double sine = COSINES[(u * c + 3 * SIDE / 4) % SIDE];
          a += re[c] * cosine + im[c] * sine;
          b += im[c] * cosine - re[c] * sine;
        }
        sections[u] += (a * a + b * b) * pitch * pitch / (SIDE * SIDE);
      }
    }
  }

  private static final double[] COSINES = new double[SIDE];

  /** Hann's window, its mean square made 1: without it power leaks from low frequencies to high. */
  private static final double[] HANN = new double[SIDE];

  static {
    for (int i = 0; i < SIDE; i++) {
      COSINES[i] = Math.cos(2 * Math.PI * i / SIDE);
      HANN[i] = Math.sqrt(2.0 / 3) * (1 - COSINES[i]);
    }
  }
}
