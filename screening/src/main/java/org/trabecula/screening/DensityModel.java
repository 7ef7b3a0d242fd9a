package org.trabecula.screening;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.View;

/**
 * The density network of one view, with all that turns its outputs into statements.
 *
 * @param view that it reads
 * @param network its file
 * @param mirrored whether it is asked about a film and its mirror image, and the mean counts
 * @param regions whose masks it gives, in the order of its output
 * @param sites whose densities it states, each with its calibration
 * @param features what its features look like on good films
 * @param gate limits of the quality gate
 * @param fractures what fractured vertebrae look like, if that is known
 */
public record DensityModel(
    View view,
    NetworkFile network,
    boolean mirrored,
    List<Site> regions,
    Map<Site, SiteCalibration> sites,
    FeatureStatistics features,
    GateLimits gate,
    FractureSigns fractures) {

  /** Regions of a lumbar network. */
  public static final List<Site> LUMBAR_REGIONS = Site.VERTEBRAE;

  /** Regions of a hip network. */
  public static final List<Site> HIP_REGIONS =
      List.of(Site.FEMORAL_NECK, Site.TROCHANTER, Site.TOTAL_HIP);

  /** A network that is asked about a film as it is. */
  public DensityModel(
      View view,
      NetworkFile network,
      List<Site> regions,
      Map<Site, SiteCalibration> sites,
      FeatureStatistics features,
      GateLimits gate) {
    this(view, network, false, regions, sites, features, gate, FractureSigns.NONE);
  }

  public DensityModel {
    regions = List.copyOf(regions);
    if (!regions.equals(regionsOf(view))) {
      throw new IllegalArgumentException(
          "A network for %s has the regions %s, not %s"
              .formatted(view.code(), regionsOf(view), regions));
    }
    if (mirrored && !hasMirrorImage(view)) {
      throw new IllegalArgumentException("A film of " + view.code() + " has no mirror image");
    }
    if (fractures.known() && view != View.LUMBAR_AP) {
      throw new IllegalArgumentException("A film of " + view.code() + " shows no vertebrae");
    }
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("A network for " + view.code() + " states no site");
    }
    sites = Collections.unmodifiableMap(new EnumMap<>(sites));
  }

  /**
   * Whether a mirror image of a film of a view is again one of that view: of a spine it is, but
   * every canonical hip is a right one.
   */
  public static boolean hasMirrorImage(View view) {
    return switch (view) {
      case LUMBAR_AP -> true;
      case HIP_AP -> false;
    };
  }

  /** The same with another calibration of the gate. */
  public DensityModel gatedBy(FeatureStatistics others, GateLimits limits) {
    return new DensityModel(view, network, mirrored, regions, sites, others, limits, fractures);
  }

  /** The same with other signs of fractures. */
  public DensityModel suspecting(FractureSigns others) {
    return new DensityModel(view, network, mirrored, regions, sites, features, gate, others);
  }

  /** The same with other calibrations, and with the network in another file. */
  public DensityModel calibratedBy(
      Map<Site, SiteCalibration> calibrations, NetworkFile networkFile) {
    return new DensityModel(
        view, networkFile, mirrored, regions, calibrations, features, gate, fractures);
  }

  /** The regions that a network of a view gives. */
  public static List<Site> regionsOf(View view) {
    return switch (view) {
      case LUMBAR_AP -> LUMBAR_REGIONS;
      case HIP_AP -> HIP_REGIONS;
    };
  }
}
