package org.trabecula.simulation.dxa;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Site;

/** What the virtual densitometer measured, exactly. */
public final class DxaResult {
  /** Spread of the error from fat over and in bone, g/cm² (the protocol's reference cohort). */
  static final double FAT_ERROR = 0.03;

  private final Map<Site, SiteReading> readings;

  DxaResult(Map<Site, SiteReading> readings) {
    this.readings = new EnumMap<>(readings);
  }

  /** The exact reading of a site. */
  public SiteReading at(Site site) {
    return Objects.requireNonNull(readings.get(site), site.label());
  }

  /** The exact areal density of a site, g/cm². */
  public double bmd(Site site) {
    return at(site).bmd();
  }

  /**
   * Areal densities as a machine would read them: an error from fat that spine and hip each share
   * over their sites, and the precision error of each site.
   */
  public Map<Site, Double> asRead(RandomGenerator random) {
    double spineFat = FAT_ERROR * random.nextGaussian();
    double hipFat = FAT_ERROR * random.nextGaussian();
    Map<Site, Double> read = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      double precise = bmd(site) * (1 + precision(site) * random.nextGaussian());
      read.put(site, Math.max(0.1, precise + (site.isLumbar() ? spineFat : hipFat)));
    }
    return read;
  }

  /** Coefficient of variation of repeated measurements (facts: 1.2, 1.3 and 1.7 %). */
  static double precision(Site site) {
    return switch (site) {
      case L1_L4, L2_L4 -> 0.012;
      // A single vertebra repeats worse than their mean.
      case L1, L2, L3, L4 -> 0.02;
      case FEMORAL_NECK -> 0.017;
      case TROCHANTER -> 0.017;
      case TOTAL_HIP -> 0.013;
    };
  }
}
