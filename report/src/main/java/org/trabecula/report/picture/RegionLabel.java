package org.trabecula.report.picture;

import java.util.List;
import org.trabecula.densitometry.Site;
import org.trabecula.screening.Outline;
import org.trabecula.screening.RegionResult;

/**
 * The name of a region and where it stands: beside the region, so that it hides no bone.
 *
 * @param text short name, in brackets if the region is left out
 * @param anchor the place on the radiograph's grid that the text stands beside
 * @param side on which side of the anchor
 */
public record RegionLabel(String text, Outline.Point anchor, Side side) {
  /** Where a text stands beside its anchor. */
  public enum Side {
    LEFT,
    RIGHT,
    ABOVE,
    BELOW
  }

  /**
   * Returns the label of a region.
   *
   * @param mirrored whether the view is mirrored: a left hip
   */
  public static RegionLabel of(RegionResult region, boolean mirrored) {
    Side side = side(region.site(), mirrored);
    return new RegionLabel(text(region), anchor(region, side), side);
  }

  private static String text(RegionResult region) {
    String name =
        switch (region.site()) {
          case L1, L2, L3, L4, L1_L4, L2_L4 -> region.site().label();
          case FEMORAL_NECK -> "neck";
          case TROCHANTER -> "troch.";
          case TOTAL_HIP -> "total hip";
        };
    return region.exclusion().isPresent() ? "(" + name + ")" : name;
  }

  /** A trochanter lies lateral: on the image's left for a right hip. */
  private static Side side(Site site, boolean mirrored) {
    return switch (site) {
      case L1, L2, L3, L4, L1_L4, L2_L4 -> Side.RIGHT;
      case FEMORAL_NECK -> Side.ABOVE;
      case TROCHANTER -> mirrored ? Side.RIGHT : Side.LEFT;
      case TOTAL_HIP -> Side.BELOW;
    };
  }

  private static Outline.Point anchor(RegionResult region, Side side) {
    if (region.outlines().isEmpty()) {
      return region.centroid();
    }
    List<Outline.Point> points = region.outlines().getFirst().points();
    double row = region.centroid().row();
    double column = region.centroid().column();
    for (Outline.Point point : points) {
      switch (side) {
        case LEFT -> column = Math.min(column, point.column());
        case RIGHT -> column = Math.max(column, point.column());
        case ABOVE -> row = Math.min(row, point.row());
        case BELOW -> row = Math.max(row, point.row());
      }
    }
    return new Outline.Point(row, column);
  }
}
