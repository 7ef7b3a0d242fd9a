package org.trabecula.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trabecula.densitometry.Site;
import org.trabecula.radiography.CanonicalFrame;

/** Where a region lies on the canonical view, as the network found it; perhaps nowhere. */
final class RegionMask {
  /** A pixel belongs to a region from this probability on. */
  static final float CUT = 0.5f;

  /** Area of a canonical pixel in the plane of the patient, cm². */
  static final double PIXEL_CM2 = CanonicalFrame.MM_PER_PIXEL * CanonicalFrame.MM_PER_PIXEL / 100;

  private final Site site;
  private final BitSet pixels;
  private final double confidence;
  private final double centreRow;
  private final double centreColumn;

  private RegionMask(Site site, BitSet pixels, PixelMap probability) {
    this.site = site;
    this.pixels = pixels;
    double sum = 0;
    double rows = 0;
    double columns = 0;
    for (int p = pixels.nextSetBit(0); p >= 0; p = pixels.nextSetBit(p + 1)) {
      int row = p / CanonicalFrame.COLUMNS;
      int column = p % CanonicalFrame.COLUMNS;
      sum += probability.at(row, column);
      rows += row;
      columns += column;
    }
    int count = Math.max(1, pixels.cardinality());
    this.confidence = sum / count;
    this.centreRow = rows / count;
    this.centreColumn = columns / count;
  }

  /**
   * Returns one mask per region of the model, in its order. Outside the field nothing is shown, and
   * training never says what a network should answer there: it counts as no region.
   */
  static List<RegionMask> of(NetworkOutput output, List<Site> regions, VisibleField field) {
    boolean exclusive = regions.equals(DensityModel.LUMBAR_REGIONS);
    List<RegionMask> masks = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      BitSet pixels = new BitSet(ModelInput.IMAGE_SIZE);
      for (int row = field.top(); row < field.bottom(); row++) {
        for (int column = field.left(); column < field.right(); column++) {
          float p = output.regions().get(i).at(row, column);
          if (p >= CUT && (!exclusive || wins(output, i, row, column))) {
            pixels.set(row * CanonicalFrame.COLUMNS + column);
          }
        }
      }
      masks.add(
          new RegionMask(regions.get(i), Components.largest(pixels), output.regions().get(i)));
    }
    return masks;
  }

  /** Vertebrae do not overlap, hip regions do: the neck is a part of the total hip. */
  private static boolean wins(NetworkOutput output, int region, int row, int column) {
    float mine = output.regions().get(region).at(row, column);
    for (int other = 0; other < output.regions().size(); other++) {
      float rival = output.regions().get(other).at(row, column);
      if (rival > mine || (rival == mine && other < region)) {
        return false;
      }
    }
    return true;
  }

  Site site() {
    return site;
  }

  BitSet pixels() {
    return (BitSet) pixels.clone();
  }

  boolean found() {
    return !pixels.isEmpty();
  }

  double areaCm2() {
    return pixels.cardinality() * PIXEL_CM2;
  }

  /** Mean probability inside the mask; 0 if nothing was found. */
  double confidence() {
    return confidence;
  }

  double centreRow() {
    return centreRow;
  }

  double centreColumn() {
    return centreColumn;
  }

  /** Share of the mask's outline that lies on the border of the field. */
  double borderShare(VisibleField field) {
    int outline = 0;
    int cut = 0;
    for (int p = pixels.nextSetBit(0); p >= 0; p = pixels.nextSetBit(p + 1)) {
      int row = p / CanonicalFrame.COLUMNS;
      int column = p % CanonicalFrame.COLUMNS;
      boolean border = field.onBorder(row, column);
      boolean edge = border;
      for (int neighbour : Components.neighbours(p)) {
        edge |= neighbour < 0 || !pixels.get(neighbour);
      }
      outline += edge ? 1 : 0;
      cut += border ? 1 : 0;
    }
    return outline == 0 ? 0 : (double) cut / outline;
  }
}
