package org.trabecula.screening;

import java.util.List;
import java.util.Map;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.View;

/**
 * What human regions look like, as hard limits: each answer is a multiple of what anatomy allows,
 * up to 1 inside the limits.
 *
 * <p>Areas of L1 and L2 are the ranges of NHANES 2007-2008 (codebook DXXSPN_E, persons of 8 years
 * and older). Those of L3, L4 and the hip regions continue them by judgement [M, unverified].
 * Distances are ours [M]: lumbar bodies of 26 to 29 mm with discs of 8 to 12 mm are 34 to 41 mm
 * apart, up to a fifth more by magnification, less where crushed.
 */
final class PlausibleAnatomy {
  /** What stands for "not at all": a region is missing, an order is broken. */
  static final double IMPOSSIBLE = 99;

  private static final Map<Site, Range> AREA_CM2 =
      Map.of(
          Site.L1, new Range(6.14, 20.54),
          Site.L2, new Range(6.59, 22.54),
          Site.L3, new Range(7.0, 25),
          Site.L4, new Range(7.5, 28),
          Site.FEMORAL_NECK, new Range(2.5, 9),
          Site.TROCHANTER, new Range(4, 22),
          Site.TOTAL_HIP, new Range(18, 65));

  private static final Range VERTEBRA_DISTANCE_MM = new Range(20, 50);

  /** The largest of neighbouring distances over the smallest. */
  private static final double EVEN_SPACING = 1.8;

  /** How far a centre may lie from the straight line through the others, mm. */
  private static final double COLUMN_DEVIATION_MM = 20;

  private static final Range NECK_TO_TROCHANTER_MM = new Range(12, 65);
  private static final Range NECK_TO_TOTAL_MM = new Range(3, 60);

  private record Range(double low, double high) {
    /** At most 1 inside the range, beyond it the factor by which it is left. */
    double excess(double value) {
      return value <= 0 ? IMPOSSIBLE : Math.min(IMPOSSIBLE, Math.max(low / value, value / high));
    }
  }

  private PlausibleAnatomy() {}

  static double areaExcess(Site site, double areaCm2) {
    Range range = AREA_CM2.get(site);
    return range == null ? 0 : range.excess(areaCm2);
  }

  static double arrangementExcess(View view, List<RegionMask> masks) {
    return switch (view) {
      case LUMBAR_AP -> spine(masks);
      case HIP_AP -> hip(masks);
    };
  }

  /** Centres from top to bottom, evenly spaced, near one straight line. */
  private static double spine(List<RegionMask> masks) {
    List<RegionMask> found = masks.stream().filter(RegionMask::found).toList();
    double worst = 0;
    double smallest = Double.MAX_VALUE;
    double largest = 0;
    for (int i = 1; i < found.size(); i++) {
      RegionMask upper = found.get(i - 1);
      RegionMask lower = found.get(i);
      if (lower.centreRow() <= upper.centreRow()) {
        return IMPOSSIBLE;
      }
      int levels = lower.site().ordinal() - upper.site().ordinal();
      double distance = distanceMm(upper, lower) / levels;
      worst = Math.max(worst, VERTEBRA_DISTANCE_MM.excess(distance));
      smallest = Math.min(smallest, distance);
      largest = Math.max(largest, distance);
    }
    if (found.size() > 2) {
      worst = Math.max(worst, largest / smallest / EVEN_SPACING);
      worst = Math.max(worst, columnDeviationMm(found) / COLUMN_DEVIATION_MM);
    }
    return worst;
  }

  /** Largest distance of a centre from the least-squares line, along the rows, mm. */
  private static double columnDeviationMm(List<RegionMask> found) {
    double row = found.stream().mapToDouble(RegionMask::centreRow).average().orElse(0);
    double column = found.stream().mapToDouble(RegionMask::centreColumn).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (RegionMask mask : found) {
      products += (mask.centreRow() - row) * (mask.centreColumn() - column);
      squares += (mask.centreRow() - row) * (mask.centreRow() - row);
    }
    double slope = products / squares;
    double worst = 0;
    for (RegionMask mask : found) {
      double expected = column + slope * (mask.centreRow() - row);
      worst = Math.max(worst, Math.abs(mask.centreColumn() - expected));
    }
    return worst * CanonicalFrame.MM_PER_PIXEL;
  }

  /** Of a right hip as one faces it: the neck lies to the right of the trochanter. */
  private static double hip(List<RegionMask> masks) {
    RegionMask neck = masks.get(0);
    RegionMask trochanter = masks.get(1);
    RegionMask total = masks.get(2);
    double worst = 0;
    if (neck.found() && trochanter.found()) {
      if (neck.centreColumn() <= trochanter.centreColumn()) {
        return IMPOSSIBLE;
      }
      worst = NECK_TO_TROCHANTER_MM.excess(distanceMm(neck, trochanter));
    }
    if (neck.found() && total.found()) {
      worst = Math.max(worst, NECK_TO_TOTAL_MM.excess(distanceMm(neck, total)));
    }
    return worst;
  }

  private static double distanceMm(RegionMask a, RegionMask b) {
    return CanonicalFrame.MM_PER_PIXEL
        * Math.hypot(a.centreRow() - b.centreRow(), a.centreColumn() - b.centreColumn());
  }
}
