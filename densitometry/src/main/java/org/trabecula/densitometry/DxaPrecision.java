package org.trabecula.densitometry;

import java.util.OptionalDouble;

/**
 * How well DXA repeats itself: the floor under the error of anything that is compared with it.
 *
 * <p>Short-term coefficients of variation: lumbar spine 1.2 % and total hip 1.3 %, means of 57
 * studies in a maker's review; femoral neck 1.66 %, one laboratory (J Clin Densitom 6:159). None is
 * at hand for the trochanter. For single vertebrae that of the spine is a lower bound.
 */
public final class DxaPrecision {
  private DxaPrecision() {}

  /** The coefficient of variation at a site as a share of the density, if one is known. */
  public static OptionalDouble coefficientOfVariation(Site site) {
    return switch (site) {
      case L1, L2, L3, L4, L1_L4, L2_L4 -> OptionalDouble.of(0.012);
      case FEMORAL_NECK -> OptionalDouble.of(0.0166);
      case TOTAL_HIP -> OptionalDouble.of(0.013);
      case TROCHANTER -> OptionalDouble.empty();
    };
  }

  /**
   * The mean absolute error in g/cm² that a faultless estimate of the true density would show
   * against one DXA measurement: √(2/π) of a normal error's standard deviation.
   */
  public static OptionalDouble meanAbsoluteError(Site site, double meanDensity) {
    Require.positive(meanDensity, "meanDensity", "g/cm2");
    OptionalDouble variation = coefficientOfVariation(site);
    return variation.isEmpty()
        ? variation
        : OptionalDouble.of(Math.sqrt(2 / Math.PI) * variation.getAsDouble() * meanDensity);
  }
}
