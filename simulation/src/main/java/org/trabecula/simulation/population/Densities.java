package org.trabecula.simulation.population;

import org.trabecula.densitometry.Site;

/**
 * Areal densities that the virtual densitometer will read exactly, g/cm² on the Hologic scale.
 *
 * @param spine L1-L4
 * @param neck femoral neck
 * @param totalHip total hip
 */
public record Densities(double spine, double neck, double totalHip) {
  public Densities {
    if (!(spine > 0.2 && spine < 2.5 && neck > 0.2 && neck < 2 && totalHip > 0.2 && totalHip < 2)) {
      throw new IllegalArgumentException(
          "Densities of %s, %s and %s g/cm² are outside what lives"
              .formatted(spine, neck, totalHip));
    }
  }

  /**
   * The density of L1-L4, the femoral neck or the total hip, g/cm².
   *
   * @throws IllegalArgumentException of other sites
   */
  public double of(Site site) {
    return switch (site) {
      case L1_L4 -> spine;
      case FEMORAL_NECK -> neck;
      case TOTAL_HIP -> totalHip;
      case L1, L2, L3, L4, L2_L4, TROCHANTER ->
          throw new IllegalArgumentException(site.label() + " is not drawn");
    };
  }
}
