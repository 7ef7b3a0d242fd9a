package org.trabecula.simulation.ct;

import org.jspecify.annotations.Nullable;

/**
 * One plane of pairs, cut to what is not empty and two samples around it, and for every row where
 * it is not empty.
 */
final class Plane {
  /** Empty voxels around what is kept, for {@link HalfVoxels} and what sharpening spreads. */
  private static final int AROUND = HalfVoxels.BORDER + 1;

  private final int left;
  private final int bottom;
  private final int stride;
  private final float[] pairs;
  private final int[] from;
  private final int[] to;

  private Plane(int left, int bottom, int stride, float[] pairs) {
    this.left = left;
    this.bottom = bottom;
    this.stride = stride;
    this.pairs = pairs;
    int rows = pairs.length / stride;
    from = new int[rows];
    to = new int[rows];
    for (int row = 0; row < rows; row++) {
      occupied(row);
    }
  }

  private void occupied(int row) {
    int first = 0;
    int last = stride - 1;
    while (first <= last && pairs[row * stride + first] == 0) {
      first++;
    }
    while (last > first && pairs[row * stride + last] == 0) {
      last--;
    }
    boolean empty = first > last;
    from[row] = empty ? stride / 2 : first / 2;
    to[row] = empty ? 0 : last / 2 + 1;
  }

  /**
   * Prepares a plane for interpolation, or tells that it is empty.
   *
   * @param values pairs, row by row
   * @param across voxels in a row
   * @param halves whether to divide the voxels into halves
   */
  static @Nullable Plane of(float[] values, int across, boolean halves) {
    int up = values.length / (2 * across);
    int[] box = box(values, across, up);
    if (box[0] > box[1]) {
      return null;
    }
    int left = box[0] - AROUND;
    int bottom = box[2] - AROUND;
    int wide = 2 * (box[1] - box[0] + 1 + 2 * AROUND);
    int high = box[3] - box[2] + 1 + 2 * AROUND;
    float[] cut = new float[wide * high];
    for (int k = box[2]; k <= box[3]; k++) {
      System.arraycopy(
          values,
          2 * (k * across + box[0]),
          cut,
          (k - bottom) * wide + 2 * AROUND,
          wide - 4 * AROUND);
    }
    if (halves) {
      return new Plane(2 * left, 2 * bottom, 2 * wide, HalfVoxels.of(cut, wide));
    }
    Sharpening.sharpen(cut, wide, Sharpening.HALF_VARIANCE);
    return new Plane(left, bottom, wide, cut);
  }

  /** First and last column, first and last row with a value. */
  private static int[] box(float[] values, int across, int up) {
    int[] box = {across, -1, up, -1};
    for (int k = 0; k < up; k++) {
      int start = 2 * k * across;
      for (int x = 0; x < 2 * across; x++) {
        if (values[start + x] != 0) {
          box[0] = Math.min(box[0], x / 2);
          box[1] = Math.max(box[1], x / 2);
          box[2] = Math.min(box[2], k);
          box[3] = k;
        }
      }
    }
    return box;
  }

  /** Sample of the whole grid with which rows begin. */
  int left() {
    return left;
  }

  /** Sample of the whole grid with which columns begin. */
  int bottom() {
    return bottom;
  }

  /** Values from one row to the next. */
  int stride() {
    return stride;
  }

  int rows() {
    return from.length;
  }

  /** All pairs, row by row; read only. */
  float[] pairs() {
    return pairs;
  }

  /** First pair that is not empty in a row. */
  int begin(int row) {
    return from[row];
  }

  /** After the last pair that is not empty in a row. */
  int end(int row) {
    return to[row];
  }
}
