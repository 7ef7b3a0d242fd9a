package org.trabecula.simulation.physics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

/**
 * From areal masses to a detector image: primary, scatter, dose, blur, noise, saturation.
 *
 * <p>Areal masses are those of rays through the pixels' centres; that a pixel integrates over its
 * area is part of the {@link Receptor}'s modulation.
 */
public final class ImageChain {
  /** Share of the open beam that leaks through the collimator's blades. */
  private static final float LEAKAGE = 2e-4f;

  private static final float LOWEST_EXPOSURE = 1e-4f;

  private ImageChain() {}

  /** Exposes a detector to the beam behind an object. */
  public static DetectorImage expose(
      ArealMasses masses, Exposure exposure, RandomGenerator random) {
    Plane plane = new Plane(masses.rows(), masses.columns(), masses.pitchMm());
    float[] depths = FieldDepth.of(plane, exposure.field());
    float[] signal = meanSignal(masses, exposure, depths);
    double median = medianWithin(signal, depths, plane);
    scale(signal, (float) (exposure.dose() / median));
    exposure.receptor().ghost().ifPresent(ghost -> haunt(plane, signal, ghost));
    float[] noise = noise(plane, signal, exposure, random);
    double pitch = plane.pitchMm();
    Transfer.of(pitch, f -> Math.sqrt(exposure.receptor().noisePower(f, pitch)))
        .apply(plane, noise);
    Transfer.of(pitch, f -> exposure.modulation(f, pitch)).apply(plane, signal);
    add(signal, noise);
    addElectronics(plane, signal, exposure.receptor(), random);
    double open = Math.min(exposure.dose() / median, exposure.detector().saturation());
    return new DetectorImage(
        plane, signal, depths, new DetectorImage.Levels(exposure.dose(), open));
  }

  /** Primary and scatter without noise; 1 is the open beam. */
  static float[] meanSignal(ArealMasses masses, Exposure exposure, float[] depths) {
    Plane plane = new Plane(masses.rows(), masses.columns(), masses.pitchMm());
    Beam beam = exposure.beam();
    TubeSpectrum spectrum = TubeSpectrum.of(beam.kvp(), beam.filtrationMmAl());
    float[] primary = PrimarySignal.of(spectrum, exposure.detector()).behind(masses);
    collimate(plane, primary, depths, exposure);
    add(primary, Scatter.of(plane, primary, waterEquivalentCm(masses), beam));
    return primary;
  }

  private static void collimate(Plane plane, float[] primary, float[] depths, Exposure exposure) {
    double heel = exposure.heelPerCm() * plane.pitchMm() / 10;
    for (int r = 0; r < plane.rows(); r++) {
      float gain = (float) (1 - heel * (r - plane.rows() / 2.0));
      for (int c = 0; c < plane.columns(); c++) {
        int i = r * plane.columns() + c;
        primary[i] *= gain * Math.max(LEAKAGE, open(depths[i]));
      }
    }
  }

  /** Share of the beam at a distance into the field: the blades' half shadow is 1 mm wide. */
  private static float open(float depthMm) {
    return Math.clamp(depthMm + 0.5f, 0f, 1f);
  }

  /** Adds what is left of an earlier exposure. */
  private static void haunt(Plane plane, float[] signal, Receptor.Ghost ghost) {
    float[] depths = FieldDepth.of(plane, ghost.field());
    for (int i = 0; i < signal.length; i++) {
      signal[i] += (float) ghost.exposure() * open(depths[i]);
    }
  }

  private static void add(float[] signal, float[] other) {
    for (int i = 0; i < signal.length; i++) {
      signal[i] += other[i];
    }
  }

  /** Water that scatters as the masses do, cm. */
  static float[] waterEquivalentCm(ArealMasses masses) {
    float[] lean = masses.map(Material.LEAN);
    float[] fat = masses.map(Material.FAT);
    float[] mineral = masses.map(Material.HYDROXYAPATITE);
    float[] metal = masses.map(Material.METAL);
    float[] thickness = new float[lean.length];
    for (int i = 0; i < thickness.length; i++) {
      thickness[i] = 0.995f * lean[i] + 0.96f * fat[i] + mineral[i] + metal[i];
    }
    return thickness;
  }

  private static double medianWithin(float[] signal, float[] depths, Plane plane) {
    float[] inside = new float[signal.length];
    int n = 0;
    // Every third pixel of the inner field, as a dose meter would weight it.
    for (int i = 0; i < signal.length; i += 3) {
      if (depths[i] > 0.1 * plane.pitchMm() * Math.min(plane.rows(), plane.columns())) {
        inside[n++] = signal[i];
      }
    }
    if (n == 0) {
      return Math.max(1e-6, signal[signal.length / 2]);
    }
    Arrays.sort(inside, 0, n);
    return Math.max(1e-9, inside[n / 2]);
  }

  private static void scale(float[] signal, float factor) {
    for (int i = 0; i < signal.length; i++) {
      signal[i] *= factor;
    }
  }

  /** Noise-equivalent photons in a pixel at the reference dose. */
  static double photonsPerUnit(Plane plane, Exposure exposure) {
    return Detector.REFERENCE_PHOTONS_PER_MM2
        * exposure.detector().efficiency()
        * plane.pitchMm()
        * plane.pitchMm();
  }

  /**
   * Quantum and structure noise, independent from pixel to pixel, with the power that the detector
   * shows at frequency 0.
   */
  private static float[] noise(
      Plane plane, float[] signal, Exposure exposure, RandomGenerator random) {
    float inverse = (float) (1 / photonsPerUnit(plane, exposure));
    double pixel = plane.pitchMm() * plane.pitchMm();
    float structure = (float) (exposure.detector().granularity() / pixel);
    float[] noise = new float[signal.length];
    for (int i = 0; i < noise.length; i++) {
      float variance = signal[i] * (inverse + structure * signal[i]);
      noise[i] = (float) (Math.sqrt(variance) * random.nextGaussian());
    }
    return noise;
  }

  private static void addElectronics(
      Plane plane, float[] signal, Receptor receptor, RandomGenerator random) {
    float noise = (float) receptor.electronicNoise(plane.pitchMm());
    float banding = (float) receptor.banding(plane.pitchMm());
    float top = (float) receptor.detector().saturation();
    for (int r = 0; r < plane.rows(); r++) {
      float gain = 1 + banding * (float) random.nextGaussian();
      for (int c = 0; c < plane.columns(); c++) {
        int i = r * plane.columns() + c;
        float value = signal[i] * gain + noise * (float) random.nextGaussian();
        signal[i] = Math.clamp(value, LOWEST_EXPOSURE, top);
      }
    }
  }
}
