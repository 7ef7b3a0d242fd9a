package org.trabecula.simulation.dxa;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.trabecula.densitometry.Site;

/** What the virtual densitometer measured, exactly: all sites, or those that it could see. */
public final class DxaResult {
  /** Spread of the error from fat over and in bone, g/cm² (the protocol's reference cohort). */
  static final double FAT_ERROR = 0.03;

  private final Map<Site, SiteReading> readings;
  private final Set<Site> assessable;

  /**
   * @param readings by site
   * @param assessable single vertebrae that count towards the sums
   */
  DxaResult(Map<Site, SiteReading> readings, Set<Site> assessable) {
    this.readings = new EnumMap<>(Site.class);
    this.readings.putAll(readings);
    this.assessable = Set.copyOf(assessable);
  }

  /** Of readings of any sites, all vertebrae among them assessable. */
  public static DxaResult of(Map<Site, SiteReading> readings) {
    Set<Site> vertebrae = new HashSet<>(Site.VERTEBRAE);
    vertebrae.retainAll(readings.keySet());
    return new DxaResult(readings, vertebrae);
  }

  /** The sites that were measured. */
  public Set<Site> sites() {
    return Collections.unmodifiableSet(readings.keySet());
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
   * The exact areal density of every site that can be told while some are hidden, g/cm². A sum of
   * vertebrae that loses one is that of the others, as long as two are left.
   */
  public Map<Site, Double> exact(Set<Site> hidden) {
    Map<Site, Double> exact = new EnumMap<>(Site.class);
    for (Site site : readings.keySet()) {
      List<Site> parts = parts(site);
      if (parts.stream().noneMatch(hidden::contains)) {
        exact.put(site, bmd(site));
      } else if (parts.size() > 1) {
        List<Site> left =
            parts.stream().filter(p -> assessable.contains(p) && !hidden.contains(p)).toList();
        if (left.size() >= 2) {
          exact.put(site, sum(left));
        }
      }
    }
    return exact;
  }

  private static List<Site> parts(Site site) {
    return switch (site) {
      case L1_L4 -> Site.VERTEBRAE;
      case L2_L4 -> Site.VERTEBRAE.subList(1, 4);
      default -> List.of(site);
    };
  }

  private double sum(List<Site> sites) {
    double content = 0;
    double area = 0;
    for (Site site : sites) {
      content += at(site).contentG();
      area += at(site).areaCm2();
    }
    return content / area;
  }

  /**
   * Areal densities as a machine would read them: an error from fat that spine and hip each share
   * over their sites, and the precision error of each site.
   */
  public Map<Site, Double> asRead(RandomGenerator random) {
    return asRead(Set.of(), random);
  }

  /** The same while some sites are hidden; the errors of the others do not depend on which. */
  public Map<Site, Double> asRead(Set<Site> hidden, RandomGenerator random) {
    Map<Site, Double> exact = exact(hidden);
    double spineFat = FAT_ERROR * random.nextGaussian();
    double hipFat = FAT_ERROR * random.nextGaussian();
    Map<Site, Double> read = new EnumMap<>(Site.class);
    for (Site site : Site.values()) {
      double repeat = 1 + precision(site) * random.nextGaussian();
      Double truth = exact.get(site);
      if (truth != null) {
        read.put(site, Math.max(0.1, truth * repeat + (site.isLumbar() ? spineFat : hipFat)));
      }
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
