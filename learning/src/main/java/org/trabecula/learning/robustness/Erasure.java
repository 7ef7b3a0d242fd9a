package org.trabecula.learning.robustness;

import java.util.Arrays;
import java.util.BitSet;
import org.trabecula.radiography.View;
import org.trabecula.simulation.projection.Projection;
import org.trabecula.simulation.projection.RegionMap;

/** Takes the measured bone, or all but the measured bone, off a picture. */
final class Erasure {
  /** How far from the regions bone is taken for theirs too, mm. */
  private static final double RIM_MM = 5;

  /** Width of the strips of soft tissue that take the bone's place, mm. */
  private static final double STRIP_MM = 10;

  /** How much around the regions is kept when their surroundings go, mm. */
  private static final double KEPT_MM = 12;

  private final RegionMap regions;
  private final double pitchMm;
  private final View view;
  private final Places box;
  private final int flags;

  private Erasure(Projection projection) {
    this.regions = projection.regions();
    this.pitchMm = projection.masses().pitchMm();
    this.view = projection.positioning().view();
    this.flags = Places.flags(view);
    this.box = Places.of(regions, flags);
  }

  /**
   * The picture with the regions, and the discs between them, replaced row by row by what lies
   * beside them: from the mean of a strip to the left to that of a strip to the right. Beside a hip
   * the darker strip counts alone, since the other lies on the pelvis.
   */
  static Picture bone(Picture picture, Projection projection) {
    return new Erasure(projection).withoutBone(picture);
  }

  /** The picture with everything but the regions and a rim flattened to its own median. */
  static Picture surroundings(Picture picture, Projection projection) {
    return new Erasure(projection).withoutSurroundings(picture);
  }

  private Picture withoutBone(Picture picture) {
    int rim = (int) Math.round(RIM_MM / pitchMm);
    int strip = (int) Math.round(STRIP_MM / pitchMm);
    float[] values = picture.values();
    int first = Math.max(0, box.top() - rim);
    int last = Math.min(picture.rows() - 1, box.bottom() + rim);
    for (int r = first; r <= last; r++) {
      int[] span = span(r, rim);
      if (span[0] <= span[1]) {
        fill(picture, values, r, span, strip);
      }
    }
    return Picture.owning(picture.rows(), picture.columns(), values);
  }

  /** First and last column of the regions around a row; discs are as wide as their neighbours. */
  private int[] span(int row, int rim) {
    int reach = (int) Math.round(8 / pitchMm);
    int left = Integer.MAX_VALUE;
    int right = -1;
    for (int r = Math.max(0, row - reach); r <= Math.min(regions.rows() - 1, row + reach); r++) {
      for (int c = box.left(); c <= box.right(); c++) {
        if ((regions.at(r, c) & flags) != 0) {
          left = Math.min(left, c);
          right = Math.max(right, c);
        }
      }
    }
    return right < 0
        ? new int[] {1, 0}
        : new int[] {Math.max(0, left - rim), Math.min(regions.columns() - 1, right + rim)};
  }

  private void fill(Picture picture, float[] values, int row, int[] span, int strip) {
    float left = mean(picture, row, span[0] - strip, span[0] - 1);
    float right = mean(picture, row, span[1] + 1, span[1] + strip);
    if (view == View.HIP_AP) {
      left = Math.min(left, right);
      right = left;
    }
    for (int c = span[0]; c <= span[1]; c++) {
      float share = (c - span[0] + 0.5f) / (span[1] - span[0] + 1);
      values[row * picture.columns() + c] = left + share * (right - left);
    }
  }

  /** Mean over some columns of a row and two rows to each side, as far as the picture reaches. */
  private static float mean(Picture picture, int row, int from, int to) {
    double sum = 0;
    int n = 0;
    for (int r = Math.max(0, row - 2); r <= Math.min(picture.rows() - 1, row + 2); r++) {
      for (int c = Math.max(0, from); c <= Math.min(picture.columns() - 1, to); c++) {
        sum += picture.at(r, c);
        n++;
      }
    }
    return n == 0 ? picture.at(row, Math.clamp(from, 0, picture.columns() - 1)) : (float) (sum / n);
  }

  private Picture withoutSurroundings(Picture picture) {
    BitSet kept = near((int) Math.round(KEPT_MM / pitchMm));
    float[] values = picture.values();
    float[] around = new float[values.length - kept.cardinality()];
    int n = 0;
    for (int i = kept.nextClearBit(0); i < values.length; i = kept.nextClearBit(i + 1)) {
      around[n++] = values[i];
    }
    Arrays.sort(around);
    float flat = n == 0 ? 0 : around[n / 2];
    for (int i = kept.nextClearBit(0); i < values.length; i = kept.nextClearBit(i + 1)) {
      values[i] = flat;
    }
    return Picture.owning(picture.rows(), picture.columns(), values);
  }

  /** Pixels within a square of that reach of a region's pixel. */
  private BitSet near(int reach) {
    int columns = regions.columns();
    BitSet near = new BitSet(regions.rows() * columns);
    for (int r = box.top(); r <= box.bottom(); r++) {
      for (int c = box.left(); c <= box.right(); c++) {
        if ((regions.at(r, c) & flags) != 0) {
          int from = Math.max(0, c - reach);
          int to = Math.min(columns - 1, c + reach);
          for (int row = Math.max(0, r - reach);
              row <= Math.min(regions.rows() - 1, r + reach);
              row++) {
            near.set(row * columns + from, row * columns + to + 1);
          }
        }
      }
    }
    return near;
  }
}
