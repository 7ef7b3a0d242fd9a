package org.trabecula.report.picture;

import org.trabecula.screening.RegionResult;

/** What is written on a region. */
public final class RegionLabel {
  private RegionLabel() {}

  /** The short name of a region, in brackets if it is left out. */
  public static String text(RegionResult region) {
    String name =
        switch (region.site()) {
          case L1, L2, L3, L4, L1_L4, L2_L4 -> region.site().label();
          case FEMORAL_NECK -> "neck";
          case TROCHANTER -> "troch.";
          case TOTAL_HIP -> "total hip";
        };
    return region.exclusion().isPresent() ? "(" + name + ")" : name;
  }
}
