package org.trabecula.simulation.physics;

/** A substance whose attenuation is tabulated. */
public enum Substance {
  WATER(1.0),
  /** ICRU-44 soft tissue. */
  SOFT_TISSUE(1.06),
  /** ICRU-44 adipose tissue. */
  ADIPOSE(0.95),
  HYDROXYAPATITE(3.16),
  AIR(0.001205),
  ALUMINIUM(2.699),
  /** The titanium alloy of implants, 90/6/4 % by mass. */
  TI6AL4V(4.43),
  /** The scintillator of flat-panel detectors. */
  CAESIUM_IODIDE(4.51),
  COPPER(8.96),
  /** The anode. */
  TUNGSTEN(19.3);

  private final double densityGramPerCm3;

  Substance(double densityGramPerCm3) {
    this.densityGramPerCm3 = densityGramPerCm3;
  }

  /** Density, g/cm³. */
  public double densityGramPerCm3() {
    return densityGramPerCm3;
  }
}
