package org.trabecula.simulation.physics;

import java.util.Arrays;

/**
 * Photons of a tungsten tube behind its filter: thick-target bremsstrahlung with self-absorption
 * ({@link TungstenTarget}) and the K lines.
 *
 * <p>Against four published beams of 60 to 120 kV both half-value layers are within 0.09 mm Al and
 * the mean energy within 0.3 % [M].
 */
public final class TubeSpectrum {
  private static final double STEP_KEV = 0.5;
  private static final double LOWEST_KEV = 8;
  private static final double ANODE_DEGREES = 12;
  private static final double K_EDGE_KEV = 69.5;
  private static final double LINE_WIDTH_KEV = 0.6;
  private static final double[] LINES_KEV = {59.318, 57.981, 67.2, 69.1};
  private static final double[] LINE_SHARES = {0.505, 0.291, 0.166, 0.038};
  private static final LogLogTable AIR_KERMA = LogLogTable.read("air-kerma.csv", "AIR_KERMA");

  private final double[] energies;
  private final double[] photons;

  private TubeSpectrum(double[] energies, double[] photons) {
    this.energies = energies;
    this.photons = photons;
  }

  /**
   * Returns the spectrum, its photons normalised to a sum of 1.
   *
   * @param kvp in [40, 150] kV
   * @param filtrationMmAl total filtration in [0.5, 50] mm aluminium
   */
  public static TubeSpectrum of(double kvp, double filtrationMmAl) {
    return of(kvp, filtrationMmAl, ANODE_DEGREES);
  }

  /** The same at another take-off angle: the heel effect hardens the beam towards the anode. */
  public static TubeSpectrum of(double kvp, double filtrationMmAl, double anodeDegrees) {
    if (!(kvp >= 40 && kvp <= 150) || !(filtrationMmAl >= 0.5 && filtrationMmAl <= 50)) {
      throw new IllegalArgumentException(
          "kvp is %s kV, filtrationMmAl %s mm".formatted(kvp, filtrationMmAl));
    }
    int bins = (int) Math.floor((kvp - LOWEST_KEV) / STEP_KEV);
    double[] energies = new double[bins];
    double[] photons = new double[bins];
    for (int i = 0; i < bins; i++) {
      double e = LOWEST_KEV + (i + 0.5) * STEP_KEV;
      energies[i] = e;
      photons[i] =
          TungstenTarget.photons(kvp, e, anodeDegrees)
              * Attenuation.transmission(
                  Substance.ALUMINIUM,
                  filtrationMmAl / 10 * Substance.ALUMINIUM.densityGramPerCm3(),
                  e);
    }
    addLines(kvp, energies, photons);
    double sum = Arrays.stream(photons).sum();
    for (int i = 0; i < bins; i++) {
      photons[i] /= sum;
    }
    return new TubeSpectrum(energies, photons);
  }

  private static void addLines(double kvp, double[] energies, double[] photons) {
    double excess = kvp / K_EDGE_KEV - 1;
    if (excess <= 0) {
      return;
    }
    // Of all photons behind the filter, fitted to TASMIP's 1.7, 3.5, 5.0 and 7.3 % at 80 to 120 kV.
    double fraction = 0.184 * Math.pow(excess, 1.185) / (1 + excess);
    double total = Arrays.stream(photons).sum() * fraction / (1 - fraction);
    for (int line = 0; line < LINES_KEV.length; line++) {
      double norm = 0;
      double[] shape = new double[energies.length];
      for (int i = 0; i < shape.length; i++) {
        double z = (energies[i] - LINES_KEV[line]) / LINE_WIDTH_KEV;
        shape[i] = Math.exp(-z * z / 2);
        norm += shape[i];
      }
      for (int i = 0; i < shape.length && norm > 0; i++) {
        photons[i] += total * LINE_SHARES[line] * shape[i] / norm;
      }
    }
  }

  /** Number of energy bins. */
  public int size() {
    return energies.length;
  }

  /** Centre of a bin, keV. */
  public double energyKev(int bin) {
    return energies[bin];
  }

  /** Share of the photons in a bin; all bins sum to 1. */
  public double photons(int bin) {
    return photons[bin];
  }

  /** Mean photon energy, keV. */
  public double meanKev() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += photons[i] * energies[i];
    }
    return sum;
  }

  /** Thickness of aluminium that halves the air kerma, mm. */
  public double halfValueLayerMmAl() {
    return layerMmAl(0.5);
  }

  /** Further aluminium that halves it again, mm. */
  public double secondHalfValueLayerMmAl() {
    return layerMmAl(0.25) - layerMmAl(0.5);
  }

  private double layerMmAl(double share) {
    double low = 0;
    double high = 60;
    double open = kerma(0);
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (kerma(middle) > share * open) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double kerma(double thicknessMmAl) {
    double mass = thicknessMmAl / 10 * Substance.ALUMINIUM.densityGramPerCm3();
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double e = energies[i];
      sum +=
          photons[i] * e * AIR_KERMA.at(e) * Attenuation.transmission(Substance.ALUMINIUM, mass, e);
    }
    return sum;
  }
}
