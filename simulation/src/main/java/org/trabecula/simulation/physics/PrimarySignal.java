package org.trabecula.simulation.physics;

import org.trabecula.simulation.projection.ArealMasses;
import org.trabecula.simulation.projection.Material;

/**
 * What an energy-integrating detector reads of the unscattered beam behind areal masses, relative
 * to the open beam: a polychromatic sum over a few groups of energies, each with coefficients that
 * are right behind a body.
 */
public final class PrimarySignal {
  private static final int GROUPS = 18;

  /** Soft tissue behind which the groups are made, g/cm²: between skin line and a thick trunk. */
  private static final double TYPICAL_MASS = 10;

  private final double[] weights;
  private final double[][] coefficients;
  private final double quantumEnergyRatio;

  private PrimarySignal(double[] weights, double[][] coefficients, double quantumEnergyRatio) {
    this.weights = weights;
    this.coefficients = coefficients;
    this.quantumEnergyRatio = quantumEnergyRatio;
  }

  /** Prepares the sum for a spectrum and a detector. */
  public static PrimarySignal of(TubeSpectrum spectrum, Detector detector) {
    int size = spectrum.size();
    double[] signal = new double[size];
    double[] share = new double[size];
    double total = 0;
    double typical = 0;
    for (int i = 0; i < size; i++) {
      double e = spectrum.energyKev(i);
      signal[i] = spectrum.photons(i) * e * detector.absorbed(e);
      share[i] = signal[i] * Attenuation.transmission(Substance.SOFT_TISSUE, TYPICAL_MASS, e);
      total += signal[i];
      typical += share[i];
    }
    int[] group = groups(signal, share, total, typical);
    double[] weights = new double[GROUPS];
    double[] behind = new double[GROUPS];
    double[][] coefficients = new double[Material.values().length][GROUPS];
    for (int i = 0; i < size; i++) {
      weights[group[i]] += signal[i] / total;
      behind[group[i]] += share[i];
      for (Material material : Material.values()) {
        coefficients[material.ordinal()][group[i]] +=
            share[i] * Attenuation.massCoefficient(substance(material), spectrum.energyKev(i));
      }
    }
    for (double[] row : coefficients) {
      for (int g = 0; g < GROUPS; g++) {
        row[g] = behind[g] > 0 ? row[g] / behind[g] : 1;
      }
    }
    return new PrimarySignal(weights, coefficients, energySpread(spectrum, share));
  }

  /** Groups of about equal signal, half of it as in the open beam and half as behind a body. */
  private static int[] groups(double[] signal, double[] share, double total, double typical) {
    int[] group = new int[signal.length];
    double running = 0;
    for (int i = 0; i < signal.length; i++) {
      double step = (signal[i] / total + share[i] / typical) / 2;
      group[i] = Math.min((int) ((running + step / 2) * GROUPS), GROUPS - 1);
      running += step;
    }
    return group;
  }

  /** {@code <E²><1>/<E>²} of the absorbed photons: what energy weighting adds to the noise. */
  private static double energySpread(TubeSpectrum spectrum, double[] share) {
    double photons = 0;
    double energy = 0;
    double square = 0;
    for (int i = 0; i < share.length; i++) {
      double e = spectrum.energyKev(i);
      photons += share[i] / e;
      energy += share[i];
      square += share[i] * e;
    }
    return photons * square / (energy * energy);
  }

  static Substance substance(Material material) {
    return switch (material) {
      case HYDROXYAPATITE -> Substance.HYDROXYAPATITE;
      case LEAN -> Substance.SOFT_TISSUE;
      case FAT -> Substance.ADIPOSE;
      case METAL -> Substance.TI6AL4V;
    };
  }

  /** Excess of quantum noise by the spread of photon energies, at least 1. */
  public double energySpread() {
    return quantumEnergyRatio;
  }

  /** Signal behind areal masses in the order of {@link Material}, g/cm². */
  public double behind(double... masses) {
    double sum = 0;
    for (int g = 0; g < GROUPS; g++) {
      double exponent = 0;
      for (int m = 0; m < masses.length; m++) {
        exponent -= coefficients[m][g] * masses[m];
      }
      sum += weights[g] * Math.exp(exponent);
    }
    return sum;
  }

  /** Signal of every pixel, in (0, 1]; by table, but for the rare pixels of metal or dense bone. */
  public float[] behind(ArealMasses masses) {
    float[] mineral = masses.map(Material.HYDROXYAPATITE);
    float[] lean = masses.map(Material.LEAN);
    float[] fat = masses.map(Material.FAT);
    float[] metal = masses.map(Material.METAL);
    SignalTable table =
        new SignalTable(
            weights,
            coefficients[Material.HYDROXYAPATITE.ordinal()],
            coefficients[Material.LEAN.ordinal()],
            coefficients[Material.FAT.ordinal()]);
    float[] signal = new float[mineral.length];
    for (int i = 0; i < signal.length; i++) {
      signal[i] =
          metal[i] > 0 || mineral[i] >= SignalTable.MOST_MINERAL
              ? (float) behind(mineral[i], lean[i], fat[i], metal[i])
              : table.at(mineral[i], lean[i], fat[i]);
    }
    return signal;
  }
}
