package org.trabecula.simulation.projection;

/** Densities of what bodies are made of, g/cm³. */
public final class TissueDensity {
  /** ICRU-44 soft tissue. */
  public static final double LEAN = 1.05;

  /** ICRU-44 adipose tissue. */
  public static final double FAT = 0.95;

  /** Hydroxyapatite. */
  public static final double APATITE = 3.16;

  /** Organic mass and bound water per mass of apatite (ICRU-44: 0.84 to 1.08). */
  public static final double MATRIX = 0.78;

  /** Organic matrix with its bound water. */
  public static final double ORGANIC = 1.15;

  /** Ti6Al4V. */
  public static final double METAL = 4.43;

  private TissueDensity() {}
}
