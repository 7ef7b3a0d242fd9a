package org.trabecula.simulation.population;

/**
 * The soft parts of a subject lying supine.
 *
 * @param thicknessCm front to back at L3, in [10, 60] cm
 * @param widthRatio width over thickness, in [1.1, 2]
 * @param fatShare mass share of fat in the whole body, in [0.05, 0.65]
 * @param gasOverSpine whether bowel gas lies over at least one of L2-L4
 * @param gas amount of bowel gas elsewhere, 0 to 1
 */
public record Body(
    double thicknessCm, double widthRatio, double fatShare, boolean gasOverSpine, double gas) {
  public Body {
    if (!(thicknessCm >= 10 && thicknessCm <= 60)
        || !(widthRatio >= 1.1 && widthRatio <= 2)
        || !(fatShare >= 0.05 && fatShare <= 0.65)
        || !(gas >= 0 && gas <= 1)) {
      throw new IllegalArgumentException(
          "thicknessCm %s, widthRatio %s, fatShare %s, gas %s"
              .formatted(thicknessCm, widthRatio, fatShare, gas));
    }
  }
}
