package org.trabecula.simulation.hardware;

/**
 * What a solid is made of, as the Ti6Al4V that attenuates alike.
 *
 * <p>The simulator carries one metal. Others count as so much of it that they stop as much of a
 * beam of 60 keV, the mean energy behind a trunk: coefficient times density over that of Ti6Al4V,
 * 0.73 cm²/g times 4.43 g/cm³ [K]. Elsewhere in the spectrum an alloy of iron or cobalt is off by
 * up to a fifth, which cannot be seen: behind more than 2 mm of it little but scatter is left.
 */
public enum Alloy {
  /** Ti6Al4V. */
  TITANIUM(1),
  /** 316L: 1.26 cm²/g at 8.0 g/cm³. */
  STEEL(3.1),
  /** Co28Cr6Mo: 1.4 cm²/g at 8.3 g/cm³. */
  COBALT_CHROMIUM(3.6),
  /** Buttons and coins: 1.65 cm²/g at 8.5 g/cm³. */
  BRASS(4.3),
  /** Markers in cages that are themselves of plastic: 3 cm²/g at 16.6 g/cm³. */
  TANTALUM(15),
  /** Acrylic with a tenth of barium sulphate: 0.67 cm²/g at 1.3 g/cm³. */
  CEMENT(0.27),
  /** Pressed calcium or iron salts: about 0.45 cm²/g at 1.5 g/cm³. */
  TABLET(0.2);

  private static final double TI6AL4V = 4.43;

  private final double factor;

  Alloy(double factor) {
    this.factor = factor;
  }

  /** Density of the Ti6Al4V that attenuates as much, g/cm³. */
  public double titaniumGramPerCm3() {
    return factor * TI6AL4V;
  }
}
