package org.trabecula.simulation.ct;

/**
 * Divides the voxels of a plane into halves along columns and rows, the mean of each voxel kept. An
 * edge within a voxel is put where its part on either side leads to, which no linear interpolation
 * does: the halves differ by what the neighbours' slope gives, twice that where the slope does not
 * go on beyond the neighbours (an edge), and more where the higher side falls off again (a sheet
 * thinner than voxels resolve), but neither leaves the range of the 5 x 5 voxels around. Smooth
 * ramps are continued linearly.
 */
final class HalfVoxels {
  /** Pairs of empty voxels that a plane needs on each side. */
  static final int BORDER = 2;

  /**
   * Of the halves' second difference: less than {@link Sharpening#HALF_VARIANCE}, as edges are
   * steepened already; least error on the shells of {@code JosephTest}.
   */
  private static final float STRENGTH = 0.1f;

  private final float[] values;
  private final int wide;
  private final int high;

  private HalfVoxels(float[] values, int wide) {
    this.values = values;
    this.wide = wide;
    this.high = values.length / wide;
  }

  /**
   * The halves, twice as many along rows and columns.
   *
   * @param values pairs, row by row, with an empty border
   * @param wide values in a row
   */
  static float[] of(float[] values, int wide) {
    return new HalfVoxels(values, wide).halves();
  }

  private float[] halves() {
    float[] least = extreme(false);
    float[] most = extreme(true);
    float[] fine = new float[4 * values.length];
    float[] lower = new float[wide];
    float[] upper = new float[wide];
    for (int k = BORDER; k < high - BORDER; k++) {
      int row = k * wide;
      for (int x = 0; x < wide; x++) {
        int at = row + x;
        float rise =
            rise(
                values[at - 2 * wide],
                values[at - wide],
                values[at],
                values[at + wide],
                values[at + 2 * wide],
                least[at],
                most[at]);
        lower[x] = values[at] - rise;
        upper[x] = values[at] + rise;
      }
      alongRow(lower, least, most, row, fine, 4 * row);
      alongRow(upper, least, most, row, fine, 4 * row + 2 * wide);
    }
    Sharpening.sharpen(fine, 2 * wide, STRENGTH);
    return fine;
  }

  private void alongRow(float[] row, float[] least, float[] most, int from, float[] to, int start) {
    for (int x = 2 * BORDER; x < wide - 2 * BORDER; x++) {
      float rise =
          rise(
              row[x - 4],
              row[x - 2],
              row[x],
              row[x + 2],
              row[x + 4],
              least[from + x],
              most[from + x]);
      int at = start + 2 * (x & ~1) + (x & 1);
      to[at] = row[x] - rise;
      to[at + 2] = row[x] + rise;
    }
  }

  /** Half of what the second half of a voxel is to hold more than the first. */
  private static float rise(
      float second, float first, float here, float next, float last, float least, float most) {
    float slope = next - first;
    if (slope < 0) {
      return -climb(last, next, here, first, second, least, most);
    }
    return slope > 0 ? climb(second, first, here, next, last, least, most) : 0;
  }

  /** The same where the next is higher than the first. */
  private static float climb(
      float second, float first, float here, float next, float last, float least, float most) {
    float slope = next - first;
    float beyond = last - next;
    float goesOn = Math.max(0, beyond) + Math.max(0, first - second);
    float edge = Math.max(0, slope - goesOn);
    float fallsOff = Math.max(0, -beyond);
    float wanted = 0.125f * (slope + edge + fallsOff);
    return Math.max(0, Math.min(wanted, Math.min(here - least, most - here)));
  }

  /** Least or most of the 5 x 5 voxels around each. */
  private float[] extreme(boolean most) {
    float[] rows = new float[values.length];
    float[] both = new float[values.length];
    spread(values, rows, 2, most);
    spread(rows, both, wide, most);
    return both;
  }

  private static void spread(float[] from, float[] to, int step, boolean most) {
    for (int at = 2 * step; at < from.length - 2 * step; at++) {
      float a = from[at - 2 * step];
      float b = from[at - step];
      float c = from[at];
      float d = from[at + step];
      float e = from[at + 2 * step];
      to[at] =
          most
              ? Math.max(Math.max(Math.max(a, b), Math.max(d, e)), c)
              : Math.min(Math.min(Math.min(a, b), Math.min(d, e)), c);
    }
  }
}
