package org.trabecula.simulation.physics;

/**
 * What turns photons into numbers.
 *
 * <p>Modulation transfer is {@code 1 / (1 + (f / f0)²)} along each axis, times the pixels ({@link
 * Receptor}); f0, the detective quantum efficiency and the electronic noise are from memory [K],
 * the absorber is from [M].
 */
public enum Detector {
  /** Flat panel, caesium iodide of 500 µm at 80 % packing. */
  FLAT_PANEL(0.18, 1.30, 0.65, 25.6, 1e-4, 0, 0),
  /** Storage phosphor plate (barium fluorohalide, taken as 0.1 g/cm² of CsI). */
  STORAGE_PHOSPHOR(0.10, 1.15, 0.25, 1000, 5e-4, 0.004, 5e-6);

  /** Detector dose to which exposures refer, µGy: speed 400. */
  public static final double REFERENCE_MICROGRAY = 2.5;

  /** Photons per mm² at that dose: 30174 per µGy (RQA5, IEC 62220-1 [K]). */
  static final double REFERENCE_PHOTONS_PER_MM2 = 30174 * REFERENCE_MICROGRAY;

  private final double absorber;
  private final double f0;
  private final double efficiency;
  private final double saturation;
  private final double electronicNoise;
  private final double banding;
  private final double granularity;

  Detector(
      double absorber,
      double f0,
      double efficiency,
      double saturation,
      double electronicNoise,
      double banding,
      double granularity) {
    this.absorber = absorber;
    this.f0 = f0;
    this.efficiency = efficiency;
    this.saturation = saturation;
    this.electronicNoise = electronicNoise;
    this.banding = banding;
    this.granularity = granularity;
  }

  /** Share of the energy of a photon that the scintillator absorbs. */
  public double absorbed(double energyKev) {
    return 1 - Attenuation.transmission(Substance.CAESIUM_IODIDE, absorber, energyKev);
  }

  /** Frequency at which each axis transfers half the modulation, line pairs per mm. */
  public double halfModulationPerMm() {
    return f0;
  }

  /** Detective quantum efficiency at zero frequency. */
  public double efficiency() {
    return efficiency;
  }

  /** Exposure beyond which it reads no more, in multiples of the reference dose. */
  public double saturation() {
    return saturation;
  }

  /** Electronic noise at a pitch of 0.15 mm: standard deviation times pitch, reference doses mm. */
  public double electronicNoise() {
    return electronicNoise;
  }

  /** Relative standard deviation of the gain from scan line to scan line. */
  public double banding() {
    return banding;
  }

  /**
   * Structure noise: power of the relative sensitivity from place to place at frequency 0, mm². A
   * plate's grains stay in its image; a panel's gains are corrected pixel by pixel. About a tenth
   * of a plate's quantum noise at the reference dose [K].
   */
  public double granularity() {
    return granularity;
  }
}
