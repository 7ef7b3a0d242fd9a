package org.trabecula.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trabecula.radiography.CanonicalFrame;
import org.trabecula.radiography.CanonicalView;
import org.trabecula.radiography.View;

/**
 * What lies around each vertebra on a grid that goes with its spine: as long as the vertebrae are
 * apart, as wide as they are wide, turned with them. A vertebra that has lost height is short on
 * it, whoever's it is, and its neighbours' end plates come near.
 *
 * <p>A patch is {@value #LENGTH} numbers: the mineral map as multiples of its mean, the image as
 * standard deviations from its mean, both {@value #ROWS} x {@value #COLUMNS} row by row from the
 * head down, and the share of each row that is in the vertebra's mask.
 */
public final class VertebraPatches {
  /** Rows of the grid. */
  static final int ROWS = 25;

  /** Columns of the grid. */
  static final int COLUMNS = 7;

  /** Numbers of a patch. */
  public static final int LENGTH = 2 * ROWS * COLUMNS + ROWS;

  /** How far a patch reaches up and down, in distances of neighbouring vertebrae. */
  private static final double REACH = 0.8;

  /** The same to each side, in widths of a vertebra. */
  private static final double ASIDE = 0.5;

  private final List<RegionMask> masks;
  private final double distance;
  private final double width;

  private VertebraPatches(List<RegionMask> masks) {
    this.masks = masks;
    double apart = 0;
    double widths = 0;
    for (int i = 0; i < masks.size(); i++) {
      widths += medianWidth(masks.get(i).pixels()) / masks.size();
      if (i > 0) {
        apart += between(masks.get(i - 1), masks.get(i)) / (masks.size() - 1);
      }
    }
    this.distance = apart;
    this.width = widths;
  }

  /**
   * A patch for each of L1 to L4; none where not all of them were found, one under the other.
   *
   * @param output of a network for lumbar spines
   * @param view that it saw
   */
  public static List<double[]> of(NetworkOutput output, CanonicalView view) {
    return of(
        RegionMask.of(output, DensityModel.regionsOf(View.LUMBAR_AP), VisibleField.of(view)),
        output.mineral(),
        view);
  }

  static List<double[]> of(List<RegionMask> masks, PixelMap mineral, CanonicalView view) {
    for (int i = 0; i < masks.size(); i++) {
      boolean below = i == 0 || masks.get(i).centreRow() > masks.get(i - 1).centreRow();
      if (!masks.get(i).found() || !below) {
        return List.of();
      }
    }
    VertebraPatches patches = new VertebraPatches(masks);
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < masks.size(); i++) {
      all.add(patches.patch(i, mineral, view));
    }
    return all;
  }

  private double[] patch(int vertebra, PixelMap mineral, CanonicalView view) {
    RegionMask own = masks.get(vertebra);
    RegionMask above = masks.get(Math.max(vertebra - 1, 0));
    RegionMask below = masks.get(Math.min(vertebra + 1, masks.size() - 1));
    double length = between(above, below);
    double down = (below.centreRow() - above.centreRow()) / length;
    double across = (below.centreColumn() - above.centreColumn()) / length;
    BitSet mask = own.pixels();
    double[] patch = new double[LENGTH];
    int cells = ROWS * COLUMNS;
    for (int r = 0; r < ROWS; r++) {
      double u = distance * REACH * (2.0 * r / (ROWS - 1) - 1);
      for (int c = 0; c < COLUMNS; c++) {
        double v = width * ASIDE * (2.0 * c / (COLUMNS - 1) - 1);
        double row = own.centreRow() + u * down - v * across;
        double column = own.centreColumn() + u * across + v * down;
        int i = r * COLUMNS + c;
        patch[i] = between(row, column, (y, x) -> mineral.at(y, x));
        patch[cells + i] = between(row, column, (y, x) -> view.at(y, x));
        patch[2 * cells + r] +=
            between(row, column, (y, x) -> mask.get(y * CanonicalFrame.COLUMNS + x) ? 1 : 0)
                / COLUMNS;
      }
    }
    asMultiples(patch, 0, cells);
    standardise(patch, cells, 2 * cells);
    return patch;
  }

  /** A value per canonical pixel. */
  @FunctionalInterface
  private interface Pixels {
    double at(int row, int column);
  }

  /** Linear between pixels; beyond the edge what is there. */
  private static double between(double row, double column, Pixels pixels) {
    double y = Math.clamp(row, 0, CanonicalFrame.ROWS - 1);
    double x = Math.clamp(column, 0, CanonicalFrame.COLUMNS - 1);
    int top = Math.min((int) y, CanonicalFrame.ROWS - 2);
    int left = Math.min((int) x, CanonicalFrame.COLUMNS - 2);
    double b = y - top;
    double a = x - left;
    return (1 - b) * ((1 - a) * pixels.at(top, left) + a * pixels.at(top, left + 1))
        + b * ((1 - a) * pixels.at(top + 1, left) + a * pixels.at(top + 1, left + 1));
  }

  private static void asMultiples(double[] values, int from, int to) {
    double mean = Math.max(mean(values, from, to), 1e-3);
    for (int i = from; i < to; i++) {
      values[i] /= mean;
    }
  }

  private static void standardise(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    double sd = Math.max(Math.sqrt(squares / (to - from)), 1e-3);
    for (int i = from; i < to; i++) {
      values[i] = (values[i] - mean) / sd;
    }
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static double between(RegionMask a, RegionMask b) {
    return Math.hypot(b.centreRow() - a.centreRow(), b.centreColumn() - a.centreColumn());
  }

  /** Median over its rows of the pixels in a row. */
  private static double medianWidth(BitSet mask) {
    List<Integer> widths = new ArrayList<>();
    for (int row = 0; row < CanonicalFrame.ROWS; row++) {
      int from = row * CanonicalFrame.COLUMNS;
      int count = mask.get(from, from + CanonicalFrame.COLUMNS).cardinality();
      if (count > 0) {
        widths.add(count);
      }
    }
    widths.sort(null);
    return widths.get(widths.size() / 2);
  }
}
